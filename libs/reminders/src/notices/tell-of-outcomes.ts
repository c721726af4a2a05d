import { callStateAt } from '@app/funding/call-status.js';
import { MatchingIndex } from '@app/matching/matching-index.js';
import { systemScope } from '@app/persistence/scope.js';
import { rows } from '@app/persistence/sql.js';
import { Transactions } from '@app/persistence/transactions.js';
import { readStances } from '@app/tracking/stances.query.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { type Membership, membershipKey, type Recipient, readRecipients } from '../recipients.query.js';
import { NO_WORK, type WorkCounts } from '../work-counts.js';
import { insertNotices } from './insert-notice.js';
import type { NewNotice } from './notice.js';
import { knownAt, type OutcomeShift, outcomeShifts } from './outcome-shifts.js';

/** What one person has had to do with a call on behalf of an authority. */
interface Ties {
  readonly followed: ReadonlySet<string>;
  readonly dismissed: ReadonlySet<string>;
  /** Was told by mail that the authority may apply. */
  readonly told: ReadonlySet<string>;
}

/**
 * "Now eligible", "no longer eligible", and the correction to those who were told of a call that a wrong rule let them apply for. The register
 * or the rule moved an authority over a line between two stored outcomes; each is told once. Running it twice adds nothing.
 */
@Injectable()
export class TellOfOutcomes {
  constructor(
    private readonly index: MatchingIndex,
    private readonly transactions: Transactions,
  ) {}

  async run(callId: string, now: Temporal.Instant): Promise<WorkCounts> {
    const call = (await this.index.current()).calls.get(callId)?.call;
    if (call?.state !== 'published' || callStateAt(call, now).status === 'closed') return NO_WORK;
    return this.transactions.run(systemScope('reminder-planning'), async (em) => {
      const shifts = (await outcomeShifts(em, callId, now)).filter(({ was, is }) => !was.minus(is).isEmpty || !is.minus(was).isEmpty);
      if (shifts.length === 0) return NO_WORK;
      const recipients = await readRecipients(em);
      const ties = await readTies(em, callId);
      const notices: NewNotice[] = [];
      for (const shift of shifts) {
        const known = await knownAt(em, shift.since);
        notices.push(
          ...recipients.filter(({ authorityId }) => known.has(authorityId)).flatMap((each) => noticesOf(callId, each, shift, ties)),
        );
      }
      return { ...NO_WORK, seen: notices.length, changed: await insertNotices(em, notices, now) };
    });
  }
}

function noticesOf(callId: string, recipient: Recipient, shift: OutcomeShift, ties: Ties): NewNotice[] {
  const { personId, authorityId, ordinal, memberSince, preference } = recipient;
  const [was, is] = [shift.was.has(ordinal), shift.is.has(ordinal)];
  if (was === is || Temporal.Instant.compare(memberSince, shift.at) > 0) return [];
  const tie = membershipKey(recipient);
  const isFollower = ties.followed.has(tie);
  const notice = { personId, authorityId, callId, subject: `${callId}:${shift.revision}` };
  if (was) {
    if (shift.isOfRule && ties.told.has(tie)) return [{ ...notice, kind: 'correction' }];
    return isFollower || ties.told.has(tie) ? [{ ...notice, kind: 'no-longer-eligible' }] : [];
  }
  // what a rule gains are new matches, of which reminders tell; only who follows the call hears of it beside them
  const isConcerned = isFollower || (!shift.isOfRule && preference.about === 'eligible' && !ties.dismissed.has(tie));
  return isConcerned ? [{ ...notice, kind: 'now-eligible' }] : [];
}

async function readTies(em: EntityManager, callId: string): Promise<Ties> {
  const stances = await readStances(em, { callId });
  const told = await rows<Membership>(
    em,
    `select distinct person_id as "personId", authority_id as "authorityId" from reminder where call_id = $1 and state in ('bound', 'sent')
     union select person_id, authority_id from notice where call_id = $1 and state in ('bound', 'sent') and kind in ('now-eligible', 'nobody-listens')
     union select person_id, authority_id from notice where authority_id is not null and state in ('bound', 'sent') and kind = 'new-matches'
       and params @> jsonb_build_object('calls', jsonb_build_array($1::text))`,
    [callId],
  );
  const setOf = (ties: readonly Membership[]) => new Set(ties.map(membershipKey));
  return {
    followed: setOf(stances.filter(({ kind }) => kind === 'followed')),
    dismissed: setOf(stances.filter(({ kind }) => kind === 'dismissed')),
    told: setOf(told),
  };
}
