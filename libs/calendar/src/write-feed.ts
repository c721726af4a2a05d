import { Instance } from '@app/accounts/instance.js';
import type { AuthorityView } from '@app/authorities/authority-view.js';
import { type CalendarHead, joinCalendar, writeBlock } from '@app/ical/write-calendar.js';
import { dayAt } from '@app/kernel/clock.js';
import { HOME_ZONE } from '@app/kernel/home-zone.js';
import type { Locale } from '@app/kernel/locale.js';
import type { MatchingState } from '@app/matching/matching-state.js';
import { appliesTo } from '@app/matching/outcome-of.js';
import type { Milestone } from '@app/tracking/milestone.js';
import { Injectable } from '@nestjs/common';
import type { Presence } from './calendar-entries.js';
import { CalendarSettings } from './calendar-settings.js';
import type { FeedCall } from './calls-of-feed.js';
import { expectedEntries } from './expected-entries.js';
import { FeedBlocks } from './feed-blocks.js';
import type { FeedOptions } from './feed-options.js';
import { withinLimits } from './feed-window.js';
import { milestoneEntries } from './milestone-entries.js';

const REFRESH = Temporal.Duration.from({ hours: 6 });
/** For whom a feed is written. */
export interface FeedFor {
  readonly title: string;
  readonly language: Locale;
  readonly options: FeedOptions;
  readonly authority?: AuthorityView;
  /** Of the authority; those of other calls than the feed's are left out. */
  readonly milestones?: readonly Milestone[];
}

/** Makes the text of a calendar out of calls; what was finished before is joined. */
@Injectable()
export class WriteFeed {
  private readonly blocks = new FeedBlocks();
  private knownDomain: string | undefined;

  constructor(
    private readonly instance: Instance,
    private readonly settings: CalendarSettings,
  ) {}

  /** Fixed at the first set-up: read once. */
  async domain(): Promise<string> {
    this.knownDomain ??= (await this.instance.read())!.domain;
    return this.knownDomain;
  }

  async run(calls: readonly (FeedCall & Presence)[], feed: FeedFor, state: MatchingState, now: Temporal.Instant): Promise<string> {
    const { authority, language, options } = feed;
    const zone = authority?.zone ?? HOME_ZONE;
    const reader = {
      locale: language,
      options,
      authority,
      zone,
      domain: await this.domain(),
      baseUrl: this.settings.baseUrl,
      named: state.named,
      applies: authority ? appliesTo(authority, state.named) : () => true,
    };
    const expected = options.announcedOnly ? [] : expectedEntries(calls, reader, state, now);
    const milestones = milestoneEntries(feed.milestones ?? [], calls, reader, now);
    const blocks = [...this.blocks.of(calls, reader, now), ...[...expected, ...milestones].map(writeBlock)];
    return joinCalendar(this.head(feed.title, language), withinLimits(blocks, dayAt(now, zone).toString()));
  }

  head(name: string, language: Locale): CalendarHead {
    return { name, language, productId: 'Foerdertakt//Deadlines', url: `${this.settings.baseUrl}/calls`, refresh: REFRESH };
  }
}

/** The day of a feed's reader as milliseconds of the Clock: its entries are right from its beginning to its end. */
export function dayOf(now: Temporal.Instant, authority?: AuthorityView): { from: number; until: number } {
  const start = now.toZonedDateTimeISO(authority?.zone ?? HOME_ZONE).startOfDay();
  return { from: start.epochMilliseconds, until: start.add({ days: 1 }).epochMilliseconds };
}
