import { FEED_SCOPES, type FeedScope } from '@app/calendar/feed.js';
import { LATEST_ALARM_DAYS } from '@app/calendar/feed-options.js';
import type { Locale } from '@app/kernel/locale.js';
import { Flag, Id, InstantText, ListOf, Nested, OneOf, Text, Whole } from '../../edge/validation/fields.js';

export class FeedOptionsDto {
  @Whole({ max: LATEST_ALARM_DAYS, optional: true, description: 'Programs ring so many days before; mail is the reminder' })
  alarmDays?: number;
  @ListOf('text', { max: 20, optional: true, description: 'Only deadlines of these stages; absent: all' }) stages?: string[];
  @Flag({ optional: true, description: 'Closings with a clock time end at it instead of lasting a day' }) timed?: boolean;
  @Flag({ optional: true, description: 'Of eligible calls: undetermined ones too' }) unclear?: boolean;
  @Flag({ optional: true, description: 'Of eligible calls: those too for which others must join' }) jointly?: boolean;
  @Flag({ optional: true, description: 'Without the rounds that are merely expected' }) announcedOnly?: boolean;
}

export class CreateFeedDto {
  @OneOf(FEED_SCOPES) scope: FeedScope;
  @OneOf(['de', 'en'], { optional: true }) language?: Locale;
  @Text({ max: 100, optional: true, description: 'What programs call the calendar' }) name?: string;
  @Id({ optional: true, description: 'Of the published call, for the scope `call`' }) callId?: string;
  @Id({ optional: true, description: 'Of an own saved search, for the scope `search`' }) searchId?: string;
  @Nested(() => FeedOptionsDto, { optional: true }) options?: FeedOptionsDto;
}

/** What is absent stays. */
export class ChangeFeedDto {
  @OneOf(['de', 'en'], { optional: true }) language?: Locale;
  @Text({ max: 100, optional: true, nullable: true }) name?: string | null;
  @Nested(() => FeedOptionsDto, { optional: true, description: 'All of them anew' }) options?: FeedOptionsDto;
}

export class NewFeedDto {
  @Id() id: string;
  /** Shown once, never again. */
  @Text({ max: 2_000 }) url: string;
  @Text({ max: 2_000 }) webcalUrl: string;
  @Whole({ min: 1 }) version: number;
}

export class FeedFetchDto {
  @Text({ optional: true, description: 'Absent: none that we know by name' }) program?: string;
  @InstantText() lastAt: string;
}

export class FeedDto {
  @Id() id: string;
  @OneOf(FEED_SCOPES) scope: string;
  @OneOf(['de', 'en']) language: string;
  @Text({ optional: true }) name?: string;
  @Id({ optional: true }) callId?: string;
  @Id({ optional: true }) searchId?: string;
  @Nested(() => FeedOptionsDto) options: FeedOptionsDto;
  @InstantText() createdAt: string;
  @InstantText({ optional: true }) lastFetchedAt?: string;
  @Text({ optional: true }) lastProgram?: string;
  @ListOf(() => FeedFetchDto, { description: 'Each program that has come, the last first' }) fetches: FeedFetchDto[];
  @Whole({ min: 1 }) version: number;
}
