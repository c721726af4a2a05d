export const SITTING_KINDS = ['council', 'committee'] as const;
/** Rat, Kreistag, Verbandsgemeinderat: whoever decides; Ausschuss: whoever prepares that. */
export type SittingKind = (typeof SITTING_KINDS)[number];

/** A day on which a body of an authority sits. */
export interface Sitting {
  readonly kind: SittingKind;
  /** "Rat der Stadt Düren", "Haupt- und Finanzausschuss". */
  readonly name: string;
  readonly day: Temporal.PlainDate;
}

/** Which sittings a step looks at: those of a kind, or of one body among them. */
export interface Body {
  readonly kind: SittingKind;
  /** Absent: any of the kind. */
  readonly name?: string;
}

export function bodyKey({ kind, name }: Body): string {
  return name === undefined ? kind : `${kind}:${named(name)}`;
}

export function sitsAs(sitting: Pick<Sitting, 'kind' | 'name'>, body: Body): boolean {
  return sitting.kind === body.kind && (body.name === undefined || named(sitting.name) === named(body.name));
}

/** Names are compared without regard to case and runs of spaces: a calendar file and a form write them differently. */
function named(name: string): string {
  return name.trim().replace(/\s+/g, ' ').toLowerCase();
}
