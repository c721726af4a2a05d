import { toInstant } from '@app/persistence/instant.type.js';
import { rows } from '@app/persistence/sql.js';
import type { EntityManager } from '@mikro-orm/postgresql';

/** A letter that somebody has sent themselves, and what became of it. */
export interface TestLetter {
  readonly id: string;
  /** waiting: not yet taken by the mail server; with a response, it was refused for now and is tried again. */
  readonly state: 'waiting' | 'sent' | 'failed';
  readonly askedAt: Temporal.Instant;
  /** What the mail server said last, or a code of ours or of the network. */
  readonly response?: string;
  readonly triedAt?: Temporal.Instant;
}

interface Found {
  readonly id: string;
  readonly state: TestLetter['state'];
  readonly askedAt: string;
  readonly response: string | null;
  readonly triedAt: string | null;
}

/** Those of a person, the latest first. A set clock that goes back (--now) hides none of them. */
export async function readTestLetters(em: EntityManager, personId: string): Promise<TestLetter[]> {
  const found = await rows<Found>(
    em,
    `select n.subject as id, case n.state when 'planned' then 'waiting' when 'bound' then 'waiting' when 'sent' then 'sent' else 'failed' end as state,
       n.created_at::text as "askedAt", l.response, l.tried_at::text as "triedAt"
     from notice n left join letter l on l.id = n.letter_id where n.person_id = $1 and n.kind = 'test-letter' order by n.created_at desc, n.id desc limit 50`,
    [personId],
  );
  return found.map(({ id, state, askedAt, response, triedAt }) => ({
    id,
    state,
    askedAt: toInstant(askedAt),
    ...(response !== null && { response }),
    ...(triedAt !== null && { triedAt: toInstant(triedAt) }),
  }));
}
