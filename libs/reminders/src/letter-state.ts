import type { Locale } from '@app/kernel/locale.js';
import { row, run } from '@app/persistence/sql.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import { giveUpNotices, markNoticesSent } from './notices/notice-state.js';

/** A letter that this worker, and for a while no other, may send. */
export interface ClaimedLetter {
  readonly id: string;
  readonly personId: string;
  readonly email: string;
  readonly name: string;
  readonly language: Locale;
  /** 'reminders', or a kind of notices. */
  readonly kind: string;
}

/** Longer than the mailer ever takes (30 s): after that the claimant is dead, and another may send the same letter under the same Message-ID. */
const LEASE = { seconds: 40 };

/**
 * Claims a bound letter and counts the attempt. 'over': it was sent, dropped or given up before; 'claimed': another worker is at it. A claim
 * from the future was made before the clock was set back (--now) and counts for nothing.
 */
export async function claimLetter(em: EntityManager, letterId: string, now: Temporal.Instant): Promise<ClaimedLetter | 'over' | 'claimed'> {
  const claimed = await row<ClaimedLetter>(
    em,
    `update letter set attempts = attempts + 1, claimed_at = $2 from person p
     where letter.id = $1 and letter.state = 'bound' and (claimed_at is null or claimed_at <= $3 or claimed_at > $2) and p.id = letter.person_id
     returning letter.id, p.id as "personId", p.email, p.name, p.language, letter.kind`,
    [letterId, now.toString(), now.subtract(LEASE).toString()],
  );
  if (claimed) return claimed;
  const letter = await row<{ state: string }>(em, 'select state from letter where id = $1', [letterId]);
  return letter?.state === 'bound' ? 'claimed' : 'over';
}

/** Nothing in it was right any more. */
export async function dropLetter(em: EntityManager, letterId: string): Promise<void> {
  await run(em, `update letter set state = 'dropped', claimed_at = null where id = $1 and state = 'bound'`, [letterId]);
}

export interface Sent {
  readonly subject: string;
  /** What the mail server said. */
  readonly response: string;
}

/** A letter that was given up meanwhile was sent all the same: what is true wins. */
export async function markSent(em: EntityManager, letterId: string, { subject, response }: Sent, at: Temporal.Instant): Promise<void> {
  const letter = `update letter set state = 'sent', subject = $2, response = $3, sent_at = $4, claimed_at = null where id = $1 and state <> 'sent'`;
  await run(em, letter, [letterId, subject, response, at.toString()]);
  const reminders = `update reminder set state = 'sent', reason = null, sent_at = $2, updated_at = $2 where letter_id = $1 and state in ('bound', 'failed')`;
  await run(em, reminders, [letterId, at.toString()]);
  await markNoticesSent(em, letterId, at);
}

/** Gives the letter up, with its reminders. */
export async function markFailed(em: EntityManager, letterId: string, reason: string, at: Temporal.Instant): Promise<void> {
  const given = await run(em, `update letter set state = 'failed', response = $2, claimed_at = null where id = $1 and state = 'bound'`, [
    letterId,
    reason,
  ]);
  if (given === 0) return;
  const reminders = `update reminder set state = 'failed', reason = $2, updated_at = $3 where letter_id = $1 and state = 'bound'`;
  await run(em, reminders, [letterId, reason, at.toString()]);
  await giveUpNotices(em, letterId, reason, at);
}

/** Lets the next attempt begin at once. */
export async function releaseClaim(em: EntityManager, letterId: string, reason: string): Promise<void> {
  await run(em, `update letter set claimed_at = null, response = $2 where id = $1 and state = 'bound'`, [letterId, reason]);
}
