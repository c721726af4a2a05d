import { FEED_SCOPES, type FeedScope } from '@app/calendar/feed.js';
import type { Locale } from '@app/kernel/locale.js';
import { Id, InstantText, ListOf, OneOf, Text, Whole } from '../../edge/validation/fields.js';

export class CreateFeedDto {
  @OneOf(FEED_SCOPES) scope: FeedScope;
  @OneOf(['de', 'en'], { optional: true }) language?: Locale;
}

export class NewFeedDto {
  @Id() id: string;
  /** Shown once, never again. */
  @Text({ max: 2_000 }) url: string;
  @Text({ max: 2_000 }) webcalUrl: string;
  @Whole({ min: 1 }) version: number;
}

export class FeedDto {
  @Id() id: string;
  @OneOf(FEED_SCOPES) scope: string;
  @OneOf(['de', 'en']) language: string;
  @InstantText() createdAt: string;
  @InstantText({ optional: true }) lastFetchedAt?: string;
  @Text({ optional: true }) lastProgram?: string;
  @Whole({ min: 1 }) version: number;
}

export class FeedsDto {
  @ListOf(() => FeedDto) items: FeedDto[];
  @Whole() total: number;
  @Text({ nullable: true }) next: string | null;
}
