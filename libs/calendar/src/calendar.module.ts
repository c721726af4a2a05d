import { AccountsModule } from '@app/accounts/accounts.module.js';
import { TrackingModule } from '@app/tracking/tracking.module.js';
import { type DynamicModule, Module } from '@nestjs/common';
import { CalendarSettings } from './calendar-settings.js';
import { CallsOfFeed } from './calls-of-feed.js';
import { ChangeFeed } from './change-feed.js';
import { CreateFeed } from './create-feed.js';
import { DeleteFeed } from './delete-feed.js';
import { NoteFetch } from './note-fetch.js';
import { ReadFeed } from './read-feed.js';
import { ReadNews } from './read-news.js';
import { ReadPublicFeed } from './read-public-feed.js';
import { RememberedFeeds } from './remembered-feeds.js';
import { RotateFeed } from './rotate-feed.js';
import { WriteFeed } from './write-feed.js';

const USE_CASES = [CreateFeed, ChangeFeed, RotateFeed, DeleteFeed, ReadFeed, ReadPublicFeed, RememberedFeeds, ReadNews, NoteFetch];
const INSIDE = [CallsOfFeed, WriteFeed];

@Module({})
export class CalendarModule {
  static forRoot(settings: { baseUrl: string }): DynamicModule {
    return {
      module: CalendarModule,
      global: true,
      imports: [AccountsModule, TrackingModule],
      providers: [...USE_CASES, ...INSIDE, { provide: CalendarSettings, useValue: new CalendarSettings(settings.baseUrl) }],
      exports: USE_CASES,
    };
  }
}
