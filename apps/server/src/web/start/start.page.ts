import { type AuthorityView, applicantOf } from '@app/authorities/authority-view.js';
import { feedsOfAuthority } from '@app/calendar/feeds-of-authority.query.js';
import { entitledEntry } from '@app/eligibility/entitled.js';
import { evaluate } from '@app/eligibility/evaluate.js';
import { missingName } from '@app/eligibility/missing-names.js';
import type { NamedTerritories } from '@app/eligibility/named-territories.js';
import { type CallRecord, titleOf } from '@app/funding/call-record.js';
import type { Actor } from '@app/kernel/actor.js';
import { Clock, dayAt } from '@app/kernel/clock.js';
import { HOME_ZONE } from '@app/kernel/home-zone.js';
import type { Locale } from '@app/kernel/locale.js';
import { sortCalls } from '@app/matching/call-order.js';
import { MatchingIndex } from '@app/matching/matching-index.js';
import { type FoundCall, SearchCalls } from '@app/matching/search-calls.js';
import { scopeOf } from '@app/persistence/scope.js';
import { Transactions } from '@app/persistence/transactions.js';
import { Injectable } from '@nestjs/common';
import { resultRow } from '../calls/call-lists.js';
import { countOutcomes } from '../calls/calls.page.js';
import { paths } from '../frame/paths.js';
import { texts } from '../texts/texts.js';
import type { Question, StartModel } from './start.model.js';

const MOST_ROWS = 6;
const MOST_QUESTIONS = 3;
const MOST_NEWS = 5;
const NEWS_DAYS = 14;

/** What a clerk sees first: what closes next, what is new, and which fact would clear up what is unclear. */
@Injectable()
export class StartPage {
  constructor(
    private readonly search: SearchCalls,
    private readonly index: MatchingIndex,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  async model(actor: Actor, authority: AuthorityView, locale: Locale): Promise<StartModel> {
    const now = this.clock.now();
    const today = dayAt(now, authority.zone);
    const { named } = await this.index.current();
    const newsSince = today.subtract({ days: NEWS_DAYS });
    const found = await this.search.all({
      state: 'published',
      status: ['open', 'upcoming', 'undated'],
      outcomeFor: { key: authority.key },
    });
    const possible = found.filter(({ outcome }) => outcome !== 'ineligible');
    const dated = possible.filter(({ state }) => state.closingDay !== undefined);
    const closing = sortCalls(dated, 'closing');
    const feeds = await this.transactions.run(scopeOf(actor), (em) => feedsOfAuthority(em, authority.id));
    return {
      authorityName: authority.name,
      today: today.toString(),
      counts: countOutcomes(found),
      closing: closing.slice(0, MOST_ROWS).map((call) => resultRow(call, { locale, now, authority, named })),
      questions: questionsOf(possible, { authority, named, locale }),
      news: newsOf(found, newsSince, locale),
      newsSince: newsSince.toString(),
      hasFeed: feeds.length > 0,
    };
  }
}

interface Asked {
  readonly authority: AuthorityView;
  readonly named: NamedTerritories;
  readonly locale: Locale;
}

/** The missing facts of unclear calls, the one that most calls wait for first, with what yes and no would lead to. */
function questionsOf(found: readonly FoundCall[], asked: Asked): Question[] {
  const { authority, named } = asked;
  const applicant = applicantOf(authority);
  const waiting = new Map<string, CallRecord[]>();
  for (const { call } of found.filter(({ outcome }) => outcome === 'undetermined')) {
    for (const item of evaluate(call.rule, applicant, named).missing) waiting.set(item, [...(waiting.get(item) ?? []), call]);
  }
  const ranked = [...waiting].sort(([a, one], [b, other]) => other.length - one.length || (a < b ? -1 : 1));
  return ranked.slice(0, MOST_QUESTIONS).map(([item, calls]) => toQuestion(item, calls, asked));
}

function toQuestion(item: string, calls: readonly CallRecord[], asked: Asked): Question {
  const { authority, locale } = asked;
  const about = missingName(entitledEntry(item, asked.named, locale), locale);
  const fact = item.startsWith('fact:') ? item.slice('fact:'.length) : undefined;
  const [first] = calls;
  return {
    text: locale === 'de' ? `Was gilt für ${authority.name}: ${about}?` : `What holds for ${authority.name}: ${about}?`,
    about,
    ...(fact !== undefined && { fact }),
    calls: calls.map((call) => ({ title: titleOf(call, locale), href: paths.call(call.id) })),
    answers: fact !== undefined && first && asksYesOrNo(first, fact) ? answersFor(first, fact, asked) : [],
  };
}

function asksYesOrNo(call: CallRecord, fact: string): boolean {
  return (
    JSON.stringify(call.rule).includes(`"name":${JSON.stringify(fact)},"is":`) ||
    new RegExp(`"is":(true|false),"name":${JSON.stringify(fact)}`).test(JSON.stringify(call.rule))
  );
}

function answersFor(call: CallRecord, fact: string, { authority, named, locale }: Asked): Question['answers'] {
  const applicant = applicantOf(authority);
  const { yes, no } = { yes: { de: 'Ja', en: 'Yes' }, no: { de: 'Nein', en: 'No' } };
  return [true, false].map((value) => ({
    label: (value ? yes : no)[locale],
    outcome: evaluate(call.rule, { ...applicant, facts: new Map([...applicant.facts, [fact, value]]) }, named).outcome,
  }));
}

function newsOf(found: readonly FoundCall[], since: Temporal.PlainDate, locale: Locale): StartModel['news'] {
  const words = texts(locale);
  return found
    .filter(({ call }) => call.publishedAt && Temporal.PlainDate.compare(dayAt(call.publishedAt, HOME_ZONE), since) >= 0)
    .slice(0, MOST_NEWS)
    .map(({ call, outcome }) => ({ title: titleOf(call, locale), href: paths.call(call.id), what: words.start.published, outcome }));
}
