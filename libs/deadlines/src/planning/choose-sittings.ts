import type { PlanQuestion } from './plan.js';
import { type Body, bodyKey, type Sitting, sitsAs } from './sitting.js';

export interface Choice<S extends Sitting> {
  readonly body: Body;
  readonly limit: Temporal.PlainDate;
  readonly known: readonly S[];
  /** Up to the limit, whether it is over or not. */
  readonly last?: S;
}

/** Of each body that steps look at the last sitting up to `limit`, by its key; a committee has to sit before the council decides. */
export function chooseSittings<S extends Sitting>({ steps, sittings }: PlanQuestion<S>, limit: Temporal.PlainDate): Map<string, Choice<S>> {
  const asked = steps.flatMap(({ from }) => (from.of === 'sitting' ? [from] : []));
  const chosen = new Map<string, Choice<S>>();
  let latest = limit;
  for (const kind of ['council', 'committee'] as const) {
    for (const { name } of asked.filter((body) => body.kind === kind)) {
      const body: Body = { kind, ...(name !== undefined && { name }) };
      const known = sittings.filter((sitting) => sitsAs(sitting, body));
      const last = known
        .filter(({ day }) => Temporal.PlainDate.compare(day, latest) <= 0)
        .sort((one, other) => Temporal.PlainDate.compare(one.day, other.day))
        .at(-1);
      chosen.set(bodyKey(body), { body, limit: latest, known, ...(last && { last }) });
    }
    latest = earliest([latest, ...[...chosen.values()].flatMap(({ last }) => last?.day ?? [])]);
  }
  return chosen;
}

export function earliest(days: readonly Temporal.PlainDate[]): Temporal.PlainDate {
  return days.reduce((first, day) => (Temporal.PlainDate.compare(day, first) < 0 ? day : first));
}
