import type { Clock } from '@app/kernel/clock.js';
import { toInstant } from '@app/persistence/instant.type.js';
import { rows } from '@app/persistence/sql.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { OperationFacts } from './operation-facts.js';
import { readOperationFacts } from './operation-facts.query.js';
import { type Trouble, troublesOf } from './trouble.js';

/** As people are shown it: what is wrong at this moment, and since when it is known. */
export interface Operation {
  readonly facts: OperationFacts;
  readonly troubles: readonly (Trouble & { readonly since: Temporal.Instant | null })[];
}

/** Reckoned at once and not read from what the watch wrote down: the watch may be what stands still. */
export async function readOperation(
  em: EntityManager,
  clocks: { readonly wall: Clock; readonly clock: Clock },
  watchingSince: Temporal.Instant,
): Promise<Operation> {
  const facts = await readOperationFacts(em, clocks);
  const noted = await rows<{ kind: string; since: string }>(
    em,
    'select kind, since::text as since from trouble where ended_at is null',
    [],
  );
  const since = new Map(noted.map((trouble) => [trouble.kind, toInstant(trouble.since)]));
  return { facts, troubles: troublesOf(facts, watchingSince).map((trouble) => ({ ...trouble, since: since.get(trouble.kind) ?? null })) };
}
