import { AccountsModule } from '@app/accounts/accounts.module.js';
import { type DynamicModule, Module } from '@nestjs/common';
import { CalendarSettings } from './calendar-settings.js';
import { CreateFeed } from './create-feed.js';
import { DeleteFeed } from './delete-feed.js';
import { NoteFetch } from './note-fetch.js';
import { ReadFeed } from './read-feed.js';
import { ReadNews } from './read-news.js';
import { RotateFeed } from './rotate-feed.js';

const USE_CASES = [CreateFeed, RotateFeed, DeleteFeed, ReadFeed, ReadNews, NoteFetch];

@Module({})
export class CalendarModule {
  static forRoot(settings: { baseUrl: string }): DynamicModule {
    return {
      module: CalendarModule,
      global: true,
      imports: [AccountsModule],
      providers: [...USE_CASES, { provide: CalendarSettings, useValue: new CalendarSettings(settings.baseUrl) }],
      exports: USE_CASES,
    };
  }
}
