import type { AuthorityView } from '@app/authorities/authority-view.js';
import type { NamedTerritories } from '@app/eligibility/named-territories.js';
import type { CallRecord } from '@app/funding/call-record.js';
import { type CalendarBlock, writeBlock } from '@app/ical/write-calendar.js';
import { dayAt } from '@app/kernel/clock.js';
import { entriesOfCall, type FeedReader, type Presence } from './calendar-entries.js';

/** Characters of finished entries that are kept. */
const MOST_CHARACTERS = 32_000_000;

interface Written extends Presence {
  readonly call: CallRecord;
  readonly blocks: readonly CalendarBlock[];
}

/** What one kind of reader was shown; all of it is as of one day, one state of the authority and of the named territories. */
interface OfReader {
  readonly day: string;
  readonly authority: AuthorityView | undefined;
  readonly named: NamedTerritories;
  readonly byCall: Map<string, Written>;
  characters: number;
}

/** Finished entries, so that a feed whose calls are mostly unchanged is joined instead of written. The readers asked for longest ago are forgotten first. */
export class FeedBlocks {
  private readonly readers = new Map<string, OfReader>();
  private characters = 0;

  /** The entries of calls. `now` decides the day only: within one the answer stays. */
  of(calls: readonly ({ call: CallRecord } & Presence)[], reader: FeedReader, now: Temporal.Instant): CalendarBlock[] {
    const kept = this.readerOf(reader, dayAt(now, reader.zone).toString());
    const blocks: CalendarBlock[] = [];
    for (const { call, ...presence } of calls) {
      const known = kept.byCall.get(call.id);
      const fitting = known && isSame(known, call, presence) ? known : this.write(kept, call, reader, now, presence);
      for (const block of fitting.blocks) blocks.push(block);
    }
    this.forgetOldest(kept);
    return blocks;
  }

  private readerOf(reader: FeedReader, day: string): OfReader {
    const key = JSON.stringify([reader.authority?.id, reader.locale, reader.options]);
    const known = this.readers.get(key);
    this.readers.delete(key);
    const fits = known && known.day === day && known.authority === reader.authority && known.named === reader.named;
    if (known && !fits) this.characters -= known.characters;
    const kept = fits ? known : { day, authority: reader.authority, named: reader.named, byCall: new Map(), characters: 0 };
    this.readers.set(key, kept);
    return kept;
  }

  private write(kept: OfReader, call: CallRecord, reader: FeedReader, now: Temporal.Instant, presence: Presence): Written {
    const blocks = entriesOfCall(call, reader, now, presence).map(writeBlock);
    const before = lengthOf(kept.byCall.get(call.id)?.blocks ?? []);
    const written = { call, ...presence, blocks };
    kept.byCall.set(call.id, written);
    kept.characters += lengthOf(blocks) - before;
    this.characters += lengthOf(blocks) - before;
    return written;
  }

  private forgetOldest(current: OfReader): void {
    for (const [key, reader] of this.readers) {
      if (this.characters <= MOST_CHARACTERS || reader === current) return;
      this.readers.delete(key);
      this.characters -= reader.characters;
    }
  }
}

function isSame(known: Written, call: CallRecord, { outcome, shown }: Presence): boolean {
  return (
    known.call === call &&
    known.outcome === outcome &&
    known.shown?.turns === shown?.turns &&
    (known.shown?.goneAt === null) === (shown?.goneAt === null)
  );
}

function lengthOf(blocks: readonly CalendarBlock[]): number {
  return blocks.reduce((sum, { text }) => sum + text.length, 0);
}
