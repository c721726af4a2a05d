/** Texts of what is wrong, by the name of the field. */
export type FieldErrors = Readonly<Record<string, string>>;

export interface Option {
  value: string;
  label: string;
}

/** The id of a field, from its name: "ways.0.types" → "f-ways-0-types". Error summaries link to it. */
export function fieldId(name: string): string {
  return `f-${name.replaceAll('.', '-')}`;
}

/** "hint error", or nothing: what a field is described by. */
export function describedBy(name: string, hint?: string, error?: string): string | undefined {
  const ids = [hint && `${fieldId(name)}-hint`, error && `${fieldId(name)}-error`].filter(Boolean);
  return ids.length > 0 ? ids.join(' ') : undefined;
}
