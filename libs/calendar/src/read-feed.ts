import { Instance } from '@app/accounts/instance.js';
import { type AuthorityView, applicantOf } from '@app/authorities/authority-view.js';
import type { CalendarEntry, CalendarFeed } from '@app/ical/calendar.js';
import { writeCalendar } from '@app/ical/write-calendar.js';
import { Clock } from '@app/kernel/clock.js';
import { DomainError } from '@app/kernel/domain-error.js';
import type { Locale } from '@app/kernel/locale.js';
import { MatchingIndex } from '@app/matching/matching-index.js';
import type { MatchingState } from '@app/matching/matching-state.js';
import { appliesTo } from '@app/matching/outcome-of.js';
import { toInstant } from '@app/persistence/instant.type.js';
import { systemScope } from '@app/persistence/scope.js';
import { row } from '@app/persistence/sql.js';
import { Transactions } from '@app/persistence/transactions.js';
import { Injectable } from '@nestjs/common';
import { entriesOfCall } from './calendar-entries.js';
import { CalendarSettings } from './calendar-settings.js';
import type { FeedScope } from './feed.js';
import { hashFeedToken, isFeedToken } from './feed-token.js';

const MAX_ENTRIES = 2_000;
/** How long an old address says that it was renewed. */
const RENEWAL_NOTICE_DAYS = 14;
const REFRESH = Temporal.Duration.from({ hours: 6 });

const TEXTS = {
  de: {
    eligible: (name: string) => `Fördertakt ${name}: Fristen`,
    open: 'Fördertakt: alle offenen Fristen',
    renewed: 'Dieses Abo wurde erneuert',
    renewedWhat:
      'Diese Adresse gilt nicht mehr. Bitte abonnieren Sie den Kalender mit der neuen Adresse, die Ihre Kollegin oder Ihr Kollege in Fördertakt erzeugt hat.',
  },
  en: {
    eligible: (name: string) => `Fördertakt ${name}: deadlines`,
    open: 'Fördertakt: all open deadlines',
    renewed: 'This subscription was renewed',
    renewedWhat: 'This address is no longer valid. Please subscribe with the new address that your colleague has made in Fördertakt.',
  },
} as const;

interface FoundFeed {
  id: string;
  authorityKey: string;
  scope: FeedScope;
  language: Locale;
  deleted: boolean;
  renewedAt: string | null;
}

/** What a calendar program gets: the bytes of a feed. */
@Injectable()
export class ReadFeed {
  constructor(
    private readonly index: MatchingIndex,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly instance: Instance,
    private readonly settings: CalendarSettings,
  ) {}

  /** Throws not-found for an unknown token, gone for a deleted feed or a token renewed more than 14 days ago. */
  async byToken(token: string): Promise<{ feedId: string; ics: string }> {
    const feed = isFeedToken(token) ? await this.find(hashFeedToken(token)) : undefined;
    if (!feed) throw new DomainError('not-found');
    if (feed.deleted) throw new DomainError('gone');
    if (feed.renewedAt !== null) return { feedId: feed.id, ics: await this.renewalNotice(toInstant(feed.renewedAt), feed) };
    const state = await this.index.current();
    const authority = state.authority(feed.authorityKey);
    if (!authority) throw new DomainError('gone');
    const entries = await this.entries(state, feed.language, authority);
    return { feedId: feed.id, ics: this.write(TEXTS[feed.language].eligible(authority.name), feed.language, entries) };
  }

  /** Every published call, for everybody. */
  async openCalls(language: Locale): Promise<string> {
    const state = await this.index.current();
    return this.write(TEXTS[language].open, language, await this.entries(state, language));
  }

  private find(hash: string): Promise<FoundFeed | undefined> {
    return this.transactions.run(systemScope('feed-token'), (em) =>
      row<FoundFeed>(
        em,
        `select f.id, a.key as "authorityKey", f.scope, f.language, f.deleted_at is not null as deleted, r.renewed_at::text as "renewedAt"
         from feed f join authority a on a.id = f.authority_id left join renewed_feed_token r on r.feed_id = f.id and r.token_hash = $1
         where f.token_hash = $1 or r.token_hash = $1`,
        [hash],
      ),
    );
  }

  private async entries(state: MatchingState, locale: Locale, authority?: AuthorityView): Promise<CalendarEntry[]> {
    const { domain } = (await this.instance.read())!;
    const reader = {
      locale,
      authority,
      domain,
      zone: authority?.zone ?? 'Europe/Berlin',
      baseUrl: this.settings.baseUrl,
      named: state.named,
      applies: authority ? appliesTo(authority, state.named) : () => true,
    };
    const outcomeFor = authority ? state.outcomesFor(applicantOf(authority)) : () => 'eligible';
    const calls = [...state.calls.values()].filter(({ call }) => outcomeFor(call) === 'eligible');
    const entries = calls.flatMap(({ call }) => entriesOfCall(call, reader, this.clock.now()));
    return entries.sort((a, b) => (a.start.toString() < b.start.toString() ? -1 : 1)).slice(-MAX_ENTRIES);
  }

  private async renewalNotice(renewedAt: Temporal.Instant, feed: FoundFeed): Promise<string> {
    const texts = TEXTS[feed.language];
    const days = renewedAt.until(this.clock.now()).total('days');
    if (days > RENEWAL_NOTICE_DAYS) throw new DomainError('gone');
    const entry: CalendarEntry = {
      uid: `renewed-${feed.id}@${(await this.instance.read())!.domain}`,
      start: renewedAt.toZonedDateTimeISO('Europe/Berlin').toPlainDate(),
      summary: texts.renewed,
      description: texts.renewedWhat,
      status: 'CONFIRMED',
      sequence: 0,
      changedAt: renewedAt,
    };
    return this.write(texts.renewed, feed.language, [entry]);
  }

  private write(name: string, language: Locale, entries: readonly CalendarEntry[]): string {
    const feed: CalendarFeed = {
      name,
      language,
      productId: 'Foerdertakt//Deadlines',
      url: `${this.settings.baseUrl}/calls`,
      refresh: REFRESH,
      entries,
    };
    return writeCalendar(feed);
  }
}
