import type { AuthorityView } from '@app/authorities/authority-view.js';
import type { CalendarEntry } from '@app/ical/calendar.js';
import type { MatchingState } from '@app/matching/matching-state.js';
import { appliesTo } from '@app/matching/outcome-of.js';
import { rows } from '@app/persistence/sql.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import { entriesOfCall } from './calendar-entries.js';

/** What another state of a call does to the calendars that are subscribed to: entries times feeds. */
export interface ForeseenEntries {
  /** Entries of the call that stand afterwards, those that say "cancelled" left out. */
  readonly entries: number;
  readonly added: number;
  /** The same entry on another day, or at another time. */
  readonly moved: number;
  /** Gone, or cancelled. */
  readonly removed: number;
  /** How many feeds have an entry added, moved or removed. */
  readonly feeds: number;
}

/** Entries are compared, not shown: how they read and where they link to does not matter. */
const NOWHERE = { locale: 'de', domain: 'foreseen.invalid', baseUrl: '', options: {} } as const;

/** Compares the entries of a call in every living feed of what authorities are eligible for; the public calendar of all calls is not counted. Reads what all authorities own. */
export async function foreseeEntries(
  em: EntityManager,
  states: { readonly before: MatchingState; readonly after: MatchingState },
  callId: string,
  now: Temporal.Instant,
): Promise<ForeseenEntries> {
  const owners = await rows<{ key: string; feeds: number }>(
    em,
    `select a.key, count(*)::int as feeds from feed f join authority a on a.id = f.authority_id
     where f.deleted_at is null and f.scope = 'eligible' group by a.key`,
    [],
  );
  const total = { entries: 0, added: 0, moved: 0, removed: 0, feeds: 0 };
  for (const { key, feeds } of owners) {
    const [before, after] = [states.before, states.after].map((state) => livingEntries(state, state.authority(key), callId, now));
    const { added, moved, removed } = compare(before!, after!);
    total.entries += after!.size * feeds;
    total.added += added * feeds;
    total.moved += moved * feeds;
    total.removed += removed * feeds;
    if (added + moved + removed > 0) total.feeds += feeds;
  }
  return total;
}

type ByUid = ReadonlyMap<string, CalendarEntry>;

/** As ReadFeed chooses them: of calls that the authority may apply for on its own. */
function livingEntries(state: MatchingState, authority: AuthorityView | undefined, callId: string, now: Temporal.Instant): ByUid {
  const indexed = state.calls.get(callId);
  if (!indexed || !authority || !indexed.outcomes.eligible.has(authority.ordinal)) return new Map();
  const reader = { ...NOWHERE, authority, zone: authority.zone, named: state.named, applies: appliesTo(authority, state.named) };
  const living = entriesOfCall(indexed.call, reader, now).filter(({ status }) => status === 'CONFIRMED');
  return new Map(living.map((entry) => [entry.uid, entry]));
}

function compare(before: ByUid, after: ByUid): { added: number; moved: number; removed: number } {
  const kept = [...after].filter(([uid]) => before.has(uid));
  const moved = kept.filter(([uid, entry]) => {
    const was = before.get(uid)!;
    return was.sequence !== entry.sequence || was.start.toString() !== entry.start.toString();
  });
  return { added: after.size - kept.length, moved: moved.length, removed: before.size - kept.length };
}
