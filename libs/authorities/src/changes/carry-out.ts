import type { Jobs } from '@app/persistence/jobs.js';
import { rows, run } from '@app/persistence/sql.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import { stamp } from '../write-authorities.js';
import { type DecidedKind, SAME_AUTHORITY } from './authority-change.js';
import { handOver } from './hand-over.js';
import { handOverFacts } from './hand-over-facts.js';
import { copyFigures, sumFigures } from './hand-over-figures.js';

export interface Involved {
  readonly id: string;
  readonly key: string;
}

export interface Succession {
  readonly old: Involved;
  /** Null: nobody follows. */
  readonly successor: Involved | null;
  readonly kind: DecidedKind;
  /** The first day on which the old one is no more, "2026-01-01". */
  readonly effectiveOn: string;
}

/** What went over to the successor: rows of each table, and the facts that both had. */
export interface SuccessionResult {
  readonly moved: Readonly<Record<string, number>>;
  readonly factConflicts: readonly string[];
}

interface Moment {
  readonly revision: bigint;
  readonly at: Temporal.Instant;
}

/** Ends an authority and gives what belongs to it to its successor, inside the caller's transaction. To be called once the change is marked as confirmed. */
export async function carryOut(em: EntityManager, jobs: Jobs, succession: Succession, moment: Moment): Promise<SuccessionResult> {
  const { old, successor, kind } = succession;
  await end(em, succession, moment);
  const result = successor ? await follow(em, old, successor, kind) : { moved: {}, factConflicts: [] };
  if (successor) await moveChildren(em, old, successor, moment);
  await stamp(em, [old.key, ...(successor ? [successor.key] : [])], moment.revision, moment.at);
  if (successor) await planAnew(em, jobs, successor);
  return result;
}

/** The place in the bitmaps and everything that says how it was stay; `gone_on` keeps older registers from bringing it back. */
async function end(em: EntityManager, { old, effectiveOn }: Succession, { revision, at }: Moment): Promise<void> {
  await run(
    em,
    `update authority set valid_to = $2::date - 1, gone_on = coalesce(gone_on, $2::date), revision = $3, version = version + 1, updated_at = $4::timestamptz
     where id = $1 and valid_to is null`,
    [old.id, effectiveOn, revision.toString(), at.toString()],
  );
}

/** Of a split authority the first successor takes over what belongs to it; what was known of the whole is not known of a part. */
async function follow(em: EntityManager, old: Involved, successor: Involved, kind: DecidedKind): Promise<SuccessionResult> {
  const moved = await handOver(em, old.id, successor.id);
  if (kind === 'split') return { moved, factConflicts: [] };
  const facts = await handOverFacts(em, old.id, successor.id);
  if (SAME_AUTHORITY.includes(kind)) await copyFigures(em, old.id, successor.id);
  if (kind === 'merged') await sumFigures(em, successor.id);
  return { moved: { ...moved, ...(facts.moved > 0 ? { fact: facts.moved } : {}) }, factConflicts: facts.conflicts };
}

/** The municipalities of a county that has another key now. */
async function moveChildren(em: EntityManager, old: Involved, successor: Involved, { revision, at }: Moment): Promise<void> {
  await run(
    em,
    'update authority set parent_key = $2, revision = $3, version = version + 1, updated_at = $4::timestamptz where parent_key = $1 and valid_to is null',
    [old.key, successor.key, revision.toString(), at.toString()],
  );
}

async function planAnew(em: EntityManager, jobs: Jobs, successor: Involved): Promise<void> {
  const people = await rows<{ id: string }>(em, 'select person_id as id from membership where authority_id = $1', [successor.id]);
  for (const { id } of people) await jobs.enqueue(em, 'recipients-changed', { personId: id });
}
