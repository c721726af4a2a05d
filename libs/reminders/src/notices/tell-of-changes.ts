import { regionOfTerritory } from '@app/deadlines/region-of-territory.js';
import { readVersions } from '@app/funding/read-versions.query.js';
import { MatchingIndex } from '@app/matching/matching-index.js';
import { appliesTo } from '@app/matching/outcome-of.js';
import { systemScope } from '@app/persistence/scope.js';
import { Transactions } from '@app/persistence/transactions.js';
import { readStances, type StanceRow } from '@app/tracking/stances.query.js';
import { Injectable } from '@nestjs/common';
import { leadsInForce } from '../leads/lead-choice.js';
import { membershipKey, type Recipient, readRecipients } from '../recipients.query.js';
import { NO_WORK, type WorkCounts } from '../work-counts.js';
import { insertNotices } from './insert-notice.js';
import { jumpedLeads } from './jumped-leads.js';
import type { NewNotice } from './notice.js';
import { readSentLeads, sentLeadKey } from './sent-leads.query.js';
import { changesOfVersions, type VersionChange } from './version-changes.js';

/**
 * What a call's versions changed about its deadlines, and that it was withdrawn, for everybody who followed it then: each once (call, version,
 * deadline). Looks at all versions, so that nothing is lost when a job was; running it twice adds nothing.
 */
@Injectable()
export class TellOfChanges {
  constructor(
    private readonly index: MatchingIndex,
    private readonly transactions: Transactions,
  ) {}

  async run(callId: string, now: Temporal.Instant): Promise<WorkCounts> {
    const state = await this.index.current();
    return this.transactions.run(systemScope('reminder-planning'), async (em) => {
      const stances = await readStances(em, { callId, kind: 'followed' });
      if (stances.length === 0) return NO_WORK;
      const recipients = new Map((await readRecipients(em, { callId })).map((each) => [membershipKey(each), each]));
      const followers = stances.flatMap((stance) => {
        const recipient = recipients.get(membershipKey(stance));
        return recipient ? [{ stance, recipient }] : [];
      });
      const versions = await readVersions(em, callId);
      const sent = await readSentLeads(em, callId);
      const notices = followers.flatMap(({ stance, recipient }) => {
        const authority = state.authorities.get(recipient.ordinal);
        const region = authority && regionOfTerritory(authority.territory);
        const applies = authority ? appliesTo(authority, state.named) : () => true;
        const concerns = ({ difference: { before, after } }: VersionChange) =>
          [before, after].some((side) => side && applies({ id: '', marks: [], ...side.deadline }));
        const changes = changesOfVersions(versions).filter((change) => heard(stance, change.version.changedAt) && concerns(change));
        const withdrawn = versions.filter(({ change, changedAt }) => change === 'withdrawn' && heard(stance, changedAt));
        return [
          ...changes.map((change) => changeNotice({ callId, recipient, change, region, sent })),
          ...withdrawn.map(({ version }) => withdrawalNotice(callId, recipient, version)),
        ];
      });
      return { ...NO_WORK, seen: notices.length, changed: await insertNotices(em, notices, now) };
    });
  }
}

function heard({ since }: StanceRow, changedAt: Temporal.Instant): boolean {
  return Temporal.Instant.compare(since, changedAt) <= 0;
}

interface ChangeOfReader {
  readonly callId: string;
  readonly recipient: Recipient;
  readonly change: VersionChange;
  readonly region: string | undefined;
  /** Keys of reminders that have gone. */
  readonly sent: ReadonlySet<string>;
}

function changeNotice({ callId, recipient, change, region, sent }: ChangeOfReader): NewNotice {
  const { personId, authorityId } = recipient;
  const { leads, unit } = leadsInForce(callId, recipient.leadChoices, recipient.preference);
  const { version, deadlineId, difference } = change;
  const closesOn = difference.before?.state.closing?.day.toString() ?? '';
  const hasGone = (lead: number) => sent.has(sentLeadKey({ personId, authorityId, deadlineId, closesOn, lead, unit }));
  const jumped = jumpedLeads(difference, { leads, unit, region }, version.changedAt).filter((lead) => !hasGone(lead));
  const overAt = difference.step === 'shortened' ? difference.after?.state.closesAt?.toString() : undefined;
  const params = { version: version.version, deadlineId, jumped, unit, ...(overAt && { overAt }) };
  return { personId, authorityId, callId, kind: 'deadline-changed', subject: `${callId}:${version.version}:${deadlineId}`, params };
}

function withdrawalNotice(callId: string, { personId, authorityId }: Recipient, version: number): NewNotice {
  return { personId, authorityId, callId, kind: 'call-withdrawn', subject: `${callId}:${version}`, params: { version } };
}
