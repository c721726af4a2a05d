import { HOME_ZONE } from '@app/kernel/home-zone.js';
import { MatchingIndex } from '@app/matching/matching-index.js';
import type { MatchingState } from '@app/matching/matching-state.js';
import type { FoundCall } from '@app/matching/search-calls.js';
import { systemScope } from '@app/persistence/scope.js';
import { row } from '@app/persistence/sql.js';
import { Transactions } from '@app/persistence/transactions.js';
import type { SavedSearch } from '@app/tracking/saved-search.js';
import { readTellingSearches } from '@app/tracking/saved-searches.query.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable, Logger } from '@nestjs/common';
import { insertNotices } from '../notices/insert-notice.js';
import type { NewNotice } from '../notices/notice.js';
import { type Recipient, readRecipients } from '../recipients.query.js';
import { addCounts, NO_WORK, type WorkCounts } from '../work-counts.js';
import { type DigestDay, lastDigestDay } from './digest-day.js';
import { FoundMatches } from './found-matches.js';
import { readHeard } from './heard.query.js';
import { lockWatermark, readMarks, saveWatermark, type Watermark } from './watermark.js';

/** Calls a letter: about 40 kB, so that no mail program cuts it off before the link that stops it. */
const MOST_A_LETTER = 150;

type Find = (search: SavedSearch) => Promise<FoundCall[]>;

/** A search that is due, with its reader. */
interface Due {
  readonly search: SavedSearch;
  readonly since: Temporal.Instant;
  readonly day: DigestDay;
  /** Its morning has come; else it only begins. */
  readonly isDue: boolean;
}

/**
 * Digests of what saved searches, and those for what fits an authority, find anew: every call that the reader was not told of by a letter that
 * has gone, however many there are, and once for an authority, whichever of their searches find it. Any number of workers may do this at once; running it twice adds nothing, for while letters of a search are
 * under way it makes no others.
 */
@Injectable()
export class TellOfMatches {
  private readonly logger = new Logger('Matches');

  constructor(
    private readonly index: MatchingIndex,
    private readonly transactions: Transactions,
    private readonly found: FoundMatches,
  ) {}

  async run(now: Temporal.Instant): Promise<WorkCounts> {
    const state = await this.index.current();
    const due = await this.transactions.run(systemScope('reminder-planning'), (em) => dueSearches(em, state, now));
    let total = NO_WORK;
    const find = this.finder();
    for (const each of due) total = addCounts(total, await this.tellOrLog(each, find, now));
    return total;
  }

  /** Colleagues mostly look for the same: once for all of them in a run. */
  private finder(): Find {
    const found = new Map<string, Promise<FoundCall[]>>();
    return (search) => {
      const wanted = JSON.stringify([search.authorityId, search.filter]);
      if (!found.has(wanted)) found.set(wanted, this.found.run(search));
      return found.get(wanted)!;
    };
  }

  /** One search's trouble is not everybody's; the next tick tries again. */
  private async tellOrLog(due: Due, find: Find, now: Temporal.Instant): Promise<WorkCounts> {
    try {
      return await this.tell(due, find, now);
    } catch (error) {
      this.logger.error({ message: 'The new matches of a search could not be told', reason: (error as Error).message });
      return { ...NO_WORK, seen: 1, failed: 1 };
    }
  }

  private async tell({ search, since, day, isDue }: Due, find: Find, now: Temporal.Instant): Promise<WorkCounts> {
    const found = await find(search);
    return this.transactions.run(systemScope('reminder-planning'), async (em) => {
      // two searches of one person, one after the other: each knows what the letter of the other will tell
      await row(em, 'select 1 from person where id = $1 for no key update', [search.personId]);
      const watermark = await lockWatermark(em, search.id, since);
      if (!watermark) return NO_WORK;
      const told = watermark.since.equals(since) ? watermark.told : begun(watermark, found, since);
      const { edition, checkedOn } = watermark;
      if (!isDue || watermark.isPending || checkedOn === day.day.toString()) {
        if (told !== watermark.told) await saveWatermark(em, search.id, { since, told, edition, checkedOn, at: now });
        return NO_WORK;
      }
      const untold = found.filter(({ call }) => !told.has(call.ordinal)).map(({ call }) => call.id);
      const heard = await readHeard(em, search, untold);
      const fresh = untold.filter((id) => !heard.has(id));
      const next = fresh.length > 0 ? edition + 1 : edition;
      await saveWatermark(em, search.id, { since, told, edition: next, checkedOn: day.day.toString(), at: now });
      return { ...NO_WORK, seen: 1, changed: await insertNotices(em, noticesOf(search, next, fresh), now) };
    });
  }
}

/** Those that were switched on a moment ago, and those whose morning has come since they were looked at; of readers who get letters at all. */
async function dueSearches(em: EntityManager, state: MatchingState, now: Temporal.Instant): Promise<Due[]> {
  const searches = await readTellingSearches(em);
  if (searches.length === 0) return [];
  const recipients = Map.groupBy(
    await readRecipients(em, { personIds: searches.map(({ personId }) => personId) }),
    (each) => each.personId,
  );
  const marks = await readMarks(em);
  return searches.flatMap((search): Due[] => {
    const reader = readerOf(search, recipients.get(search.personId) ?? []);
    const since = search.digestSince;
    if (!reader || since === null) return [];
    const zone = state.authorities.get(reader.ordinal)?.zone ?? HOME_ZONE;
    const day = lastDigestDay(search.frequency, zone, now);
    const mark = marks.get(search.id);
    const isDue = Temporal.Instant.compare(day.at, since) >= 0 && mark?.checkedOn !== day.day.toString();
    return isDue || !mark?.since.equals(since) ? [{ search, since, day, isDue }] : [];
  });
}

/** The reader as a member of the search's authority, or of any where it is for nobody in particular. */
function readerOf({ authorityId }: SavedSearch, own: readonly Recipient[]): Recipient | undefined {
  const reader = own.find((recipient) => authorityId === null || recipient.authorityId === authorityId);
  return reader && reader.preference.stoppedAt === null && !reader.isSuspended ? reader : undefined;
}

/** What was published before the reader asked to be told is nothing new, though it is found. */
function begun({ told }: Watermark, found: readonly FoundCall[], since: Temporal.Instant): Set<number> {
  const known = found.filter(({ call: { publishedAt } }) => publishedAt !== null && Temporal.Instant.compare(publishedAt, since) <= 0);
  return new Set([...told, ...known.map(({ call }) => call.ordinal)]);
}

function noticesOf({ id: searchId, personId, authorityId }: SavedSearch, edition: number, calls: readonly string[]): NewNotice[] {
  const parts = Math.ceil(calls.length / MOST_A_LETTER);
  return Array.from({ length: parts }, (_, index) => ({
    personId,
    authorityId,
    kind: 'new-matches',
    subject: `${searchId}:${edition}:${index + 1}`,
    params: {
      searchId,
      calls: calls.slice(index * MOST_A_LETTER, (index + 1) * MOST_A_LETTER),
      part: index + 1,
      parts,
      total: calls.length,
    },
  }));
}
