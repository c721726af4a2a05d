import type { Locale } from '@app/kernel/locale.js';
import type { JobData, Jobs } from '@app/persistence/jobs.js';
import { row, rows, run } from '@app/persistence/sql.js';
import type { Statement } from '@app/persistence/transactions.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import { MAY_HAVE_COPIES } from './copies/copy-surroundings.query.js';
import { giveUpNotices, markNoticesSent } from './notices/notice-state.js';

/** Which letter is to be sent, and after how many refusals: a job that comes twice, or too late, finds another number and does nothing. */
export type LetterJob = JobData['send-letter'];

/** A letter that this worker, and for a while no other, may send. */
export interface ClaimedLetter {
  readonly id: string;
  readonly personId: string;
  readonly email: string;
  readonly name: string;
  readonly language: Locale;
  /** 'reminders', or a kind of notices. */
  readonly kind: string;
  /** It may go to others than the person's own address alone: copies/ decides. */
  readonly mayHaveCopies: boolean;
  /** The last letter to the person's own address was refused for good, and none has arrived since. */
  readonly hasTrouble: boolean;
}

/** Longer than the mailer ever takes (30 s): after that the claimant is dead, and another may send the same letter under the same Message-ID. */
const LEASE = { seconds: 40 };

/**
 * Claims bound letters and counts the attempt; answers in the order of the jobs. 'over': it was sent, dropped, given up or refused before;
 * 'claimed': another worker is at it. A claim from the future was made before the clock was set back (--now) and counts for nothing.
 */
export async function claimLetters(
  em: EntityManager,
  jobs: readonly LetterJob[],
  now: Temporal.Instant,
): Promise<(ClaimedLetter | 'over' | 'claimed')[]> {
  const wanted = jobs.map(({ letterId: id, refusals = 0 }) => ({ id, refusals }));
  const claimed = await rows<ClaimedLetter>(
    em,
    `with free as (select l.id from letter l join jsonb_to_recordset($1::jsonb) as j (id uuid, refusals integer) on l.id = j.id and l.refusals = j.refusals
       where l.id = any ($4::uuid[]) and l.state = 'bound' and (l.claimed_at is null or l.claimed_at <= $3 or l.claimed_at > $2)
       order by l.id for update of l skip locked)
     update letter set attempts = attempts + 1, claimed_at = $2 from free, person p where letter.id = free.id and p.id = letter.person_id
     returning letter.id, p.id as "personId", p.email, p.name, p.language, letter.kind,
       letter.kind <> 'verify-address' and (${MAY_HAVE_COPIES} or exists (select from letter_copy c where c.letter_id = letter.id)) as "mayHaveCopies",
       exists (select from address_trouble t where t.address = lower(p.email)) as "hasTrouble"`,
    [JSON.stringify(wanted), now.toString(), now.subtract(LEASE).toString(), wanted.map(({ id }) => id)],
  );
  const mine = new Map(claimed.map((letter) => [letter.id, letter]));
  const others = wanted.filter(({ id }) => !mine.has(id));
  const waiting = await stillWaiting(em, others);
  return wanted.map(({ id }) => mine.get(id) ?? (waiting.has(id) ? 'claimed' : 'over'));
}

/**
 * Lets a claim that was made at `claimedAt` count from `now` on, before its lease is over. Throws when the letter is no longer this
 * worker's: whoever claims it after that does so a lease later at the earliest.
 */
export async function renewClaim(em: EntityManager, letterId: string, claimedAt: Temporal.Instant, now: Temporal.Instant): Promise<void> {
  const renewed = await run(em, `update letter set claimed_at = $2 where id = $1 and state = 'bound' and claimed_at < $3`, [
    letterId,
    now.toString(),
    claimedAt.add(LEASE).toString(),
  ]);
  if (renewed === 0) throw new Error('another worker has this letter now');
}

async function stillWaiting(em: EntityManager, wanted: readonly { id: string; refusals: number }[]): Promise<Set<string>> {
  if (wanted.length === 0) return new Set();
  const found = await rows<{ id: string }>(
    em,
    `select l.id from letter l join jsonb_to_recordset($1::jsonb) as j (id uuid, refusals integer) on l.id = j.id and l.refusals = j.refusals where l.state = 'bound'`,
    [JSON.stringify(wanted)],
  );
  return new Set(found.map(({ id }) => id));
}

/** Nobody is at it any more, and nothing was tried. */
export async function releaseClaim(em: EntityManager, letterId: string): Promise<void> {
  await run(em, `update letter set claimed_at = null, attempts = attempts - 1 where id = $1 and state = 'bound'`, [letterId]);
}

/** Nothing in it was right any more. */
export async function dropLetter(em: EntityManager, letterId: string): Promise<void> {
  await run(em, `update letter set state = 'dropped', claimed_at = null where id = $1 and state = 'bound'`, [letterId]);
}

export interface Sent {
  readonly letterId: string;
  readonly subject: string;
  /** What the mail server said. */
  readonly response: string;
  readonly at: Temporal.Instant;
}

/** Marks a letter and its reminders. A letter that was given up meanwhile was sent all the same: what is true wins. */
export function markingOf({ letterId, subject, response, at }: Sent): Statement {
  const text = `with letter as (update letter set state = 'sent', subject = $2, response = $3, sent_at = $4, claimed_at = null, tried_at = $4
      where id = $1 and state <> 'sent' returning kind),
    reminders as (update reminder set state = 'sent', reason = null, sent_at = $4, updated_at = $4
      where letter_id = $1 and state in ('bound', 'failed') and exists (select from letter))
    select kind from letter`;
  return { name: 'mark-letter', text, parameters: [letterId, subject, response, at.toString()] };
}

export async function markSent(em: EntityManager, sent: Sent): Promise<void> {
  const { text, parameters } = markingOf(sent);
  const letter = await row<{ kind: string }>(em, text, parameters);
  if (letter?.kind !== 'reminders') await markNoticesSent(em, [sent]);
}

export interface Refused {
  readonly letterId: string;
  /** The server's words, or a code of ours or of the network. */
  readonly reason: string;
  readonly at: Temporal.Instant;
}

/** Gives the letter up, with its reminders. False: it is over already. */
export async function markFailed(em: EntityManager, { letterId, reason, at }: Refused): Promise<boolean> {
  const given = await run(
    em,
    `update letter set state = 'failed', response = $2, claimed_at = null, tried_at = $3 where id = $1 and state = 'bound'`,
    [letterId, reason, at.toString()],
  );
  if (given === 0) return false;
  const reminders = `update reminder set state = 'failed', reason = $2, updated_at = $3 where letter_id = $1 and state = 'bound'`;
  await run(em, reminders, [letterId, reason, at.toString()]);
  await giveUpNotices(em, letterId, reason, at);
  return true;
}

/** Lets the letter wait: the next attempt is another job, in so many seconds. */
export async function postponeLetter(
  em: EntityManager,
  jobs: Jobs,
  { letterId, refusals, reason, at }: Refused & { refusals: number },
  afterSeconds: number,
): Promise<void> {
  const postponed = await run(
    em,
    `update letter set claimed_at = null, response = $2, tried_at = $3, refusals = refusals + 1 where id = $1 and state = 'bound' and refusals = $4`,
    [letterId, reason, at.toString(), refusals],
  );
  if (postponed === 0) return;
  await jobs.enqueue(em, 'send-letter', { letterId, refusals: refusals + 1 }, { afterSeconds });
}
