import type { CallVersion } from '@app/funding/read-versions.query.js';
import { readVersions } from '@app/funding/read-versions.query.js';
import type { MatchingState } from '@app/matching/matching-state.js';
import { readStances, type StanceRow } from '@app/tracking/stances.query.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { FoundMatches } from '../matches/found-matches.js';
import { type MatchesNow, readMatches } from '../matches/read-matches.js';
import { type Recipient, readRecipients } from '../recipients.query.js';
import { readDeaf, readHeard } from '../unheard/authority-mail.query.js';
import { type NoticeRow, readNotices } from './notices.query.js';

/** All that has to be known to say whether notices of one person are still right, and to tell of them. */
export interface NoticeSurroundings {
  readonly state: MatchingState;
  readonly recipients: readonly Recipient[];
  readonly stances: readonly StanceRow[];
  /** Of the calls whose deadlines moved. */
  readonly versions: ReadonlyMap<string, readonly CallVersion[]>;
  /** "authority call" of what somebody there follows or has dismissed, and authorities that do not want to hear what nobody listens to. */
  readonly heard: ReadonlySet<string>;
  readonly deaf: ReadonlySet<string>;
  /** Of notices of new matches, by their ids. */
  readonly matches: ReadonlyMap<string, MatchesNow>;
  /** Every notice of these calls that the person ever had. */
  readonly history: readonly NoticeRow[];
}

export async function readSurroundings(
  em: EntityManager,
  personId: string,
  notices: readonly NoticeRow[],
  { state, found }: { readonly state: MatchingState; readonly found: FoundMatches },
): Promise<NoticeSurroundings> {
  const calls = [...new Set(notices.flatMap(({ callId }) => callId ?? []))];
  const moved = new Set(notices.filter(({ kind }) => kind === 'deadline-changed').flatMap(({ callId }) => callId ?? []));
  const unheard = notices.filter(({ kind }) => kind === 'nobody-listens').flatMap(({ callId }) => callId ?? []);
  const versions = new Map<string, readonly CallVersion[]>();
  for (const callId of moved) versions.set(callId, await readVersions(em, callId));
  const history = await readNotices(em, 'where n.person_id = $1 and n.call_id = any ($2::uuid[])', [personId, calls]);
  return {
    state,
    recipients: await readRecipients(em, { personIds: [personId] }),
    stances: await readStances(em, { personId }),
    versions,
    heard: unheard.length > 0 ? await readHeard(em, unheard) : new Set(),
    deaf: unheard.length > 0 ? await readDeaf(em) : new Set(),
    matches: await readMatches(em, notices, found),
    history,
  };
}

export function recipientOf({ authorityId }: NoticeRow, { recipients }: NoticeSurroundings): Recipient | undefined {
  return recipients.find((recipient) => recipient.authorityId === authorityId);
}

export function stanceOf({ authorityId, callId }: NoticeRow, { stances }: NoticeSurroundings): StanceRow | undefined {
  return stances.find((stance) => stance.authorityId === authorityId && stance.callId === callId);
}
