import { Instance } from '@app/accounts/instance.js';
import { applicantOf } from '@app/authorities/authority-view.js';
import { entitled } from '@app/eligibility/entitled.js';
import type { CallRecord } from '@app/funding/call-record.js';
import { DomainError } from '@app/kernel/domain-error.js';
import type { Locale } from '@app/kernel/locale.js';
import { MatchingIndex } from '@app/matching/matching-index.js';
import type { MatchingState } from '@app/matching/matching-state.js';
import { authoritiesWithin } from '@app/matching/within.js';
import { Injectable } from '@nestjs/common';
import { CalendarSettings } from './calendar-settings.js';
import { byNewestChange, changedAt, newsOf } from './call-news.js';
import type { NewsChannel } from './news-channel.js';

const MAX_NEWS = 100;
const NEVER = Temporal.Instant.fromEpochMilliseconds(0);
/** Of the tag URIs (RFC 4151): a year in which the domain was ours. It never changes. */
const TAG_YEAR = '2026';
const TITLES: Record<Locale, string> = {
  de: 'Fördertakt: neue und geänderte Aufrufe',
  en: 'Fördertakt: new and changed calls',
};

export interface NewsFilter {
  /** A territory: somebody in there could be eligible. */
  readonly state?: string;
  readonly topic?: string;
  /** Key of an authority: outcome `eligible`. */
  readonly authority?: string;
}

/** What has been published, changed or withdrawn, for news readers: at most 100 calls, the newest change first. */
@Injectable()
export class ReadNews {
  constructor(
    private readonly index: MatchingIndex,
    private readonly instance: Instance,
    private readonly settings: CalendarSettings,
  ) {}

  /** `file` is the name under /feeds. Throws unknown-authority (at `/authority`). */
  async run(file: string, filter: NewsFilter, language: Locale): Promise<NewsChannel> {
    const state = await this.index.current();
    const calls = select(state, filter).toSorted(byNewestChange).slice(0, MAX_NEWS);
    const query = new URLSearchParams({ ...filter, lang: language }).toString();
    const { domain } = (await this.instance.read())!;
    const { baseUrl } = this.settings;
    return {
      id: `tag:${domain},${TAG_YEAR}:open-calls?${query}`,
      title: [TITLES[language], ...namesOf(state, filter)].join(' – '),
      language,
      self: `${baseUrl}/feeds/${file}?${query}`,
      page: `${baseUrl}/calls`,
      updatedAt: calls[0] ? changedAt(calls[0]) : NEVER,
      news: calls.map((call) => newsOf({ ...call, rule: entitled(call.rule, state.named, language) }, { locale: language, baseUrl })),
    };
  }
}

function select(state: MatchingState, { state: territory, topic, authority: key }: NewsFilter): CallRecord[] {
  const authority = key === undefined ? undefined : state.authority(key);
  if (key !== undefined && !authority) {
    throw new DomainError('unknown-authority', {}, [{ pointer: '/authority', code: 'unknown-authority' }]);
  }
  const inside = territory === undefined ? undefined : authoritiesWithin(state, territory);
  const outcomeFor = authority && state.outcomesFor(applicantOf(authority));
  const fitting = [...state.calls.values()].filter(
    (indexed) =>
      (topic === undefined || indexed.call.program.topics.includes(topic)) &&
      (inside === undefined || !inside.minus(indexed.outcomes.ineligible).isEmpty) &&
      (!outcomeFor || outcomeFor(indexed.call) === 'eligible'),
  );
  return fitting.map(({ call }) => call);
}

function namesOf(state: MatchingState, filter: NewsFilter): string[] {
  const authority = filter.authority && state.authority(filter.authority)?.name;
  return [filter.state, filter.topic, authority].filter((name) => name !== undefined);
}
