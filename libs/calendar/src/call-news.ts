import { deadlineSentence } from '@app/deadlines/words/deadline-sentence.js';
import { stageName } from '@app/deadlines/words/names.js';
import { ruleInOneLine } from '@app/eligibility/rule-in-one-line.js';
import { awardInWords } from '@app/funding/award-words.js';
import { type CallRecord, partnersOf, summaryOf, titleOf } from '@app/funding/call-record.js';
import { reckonDeadlines } from '@app/funding/call-status.js';
import type { Partner } from '@app/funding/partner.js';
import type { Locale } from '@app/kernel/locale.js';

const TEXTS = {
  de: { withdrawn: 'Zurückgezogen', deadline: 'Frist', who: 'Wer', amount: 'Wie viel', partners: 'Wer fördert' },
  en: { withdrawn: 'Withdrawn', deadline: 'Deadline', who: 'Who', amount: 'How much', partners: 'Funded by' },
} as const;

/** A call that is new or has changed, as a news reader shows it. */
export interface CallNews {
  /** Of the call: stays for ever. */
  readonly id: string;
  readonly url: string;
  readonly title: string;
  /** Plain text in lines. */
  readonly summary: string;
  readonly publishedAt: Temporal.Instant;
  readonly changedAt: Temporal.Instant;
  readonly authors: readonly Partner[];
  readonly categories: readonly string[];
}

/** When readers could last see something change: publication, a change of content, withdrawal. What editors did to the draft does not count. */
export function changedAt(call: CallRecord): Temporal.Instant {
  const changes = [call.publishedAt, call.contentChangedAt, call.withdrawnAt].filter((change) => change !== null);
  return changes.reduce((latest, change) => (Temporal.Instant.compare(change, latest) > 0 ? change : latest));
}

/** Newest change first; of two at the same instant the younger call. */
export function byNewestChange(one: CallRecord, other: CallRecord): number {
  return Temporal.Instant.compare(changedAt(other), changedAt(one)) || (one.id < other.id ? 1 : -1);
}

export function newsOf(call: CallRecord, reader: { readonly locale: Locale; readonly baseUrl: string }): CallNews {
  const { locale } = reader;
  const title = titleOf(call, locale);
  const partners = partnersOf(call);
  const funders = partners.filter(({ role }) => role === 'funder');
  return {
    id: call.id,
    url: `${reader.baseUrl}/calls/${call.id}`,
    title: call.state === 'withdrawn' ? `${TEXTS[locale].withdrawn}: ${title}` : title,
    summary: summaryText(call, locale),
    publishedAt: call.publishedAt ?? call.createdAt,
    changedAt: changedAt(call),
    authors: funders.length > 0 ? funders : partners.slice(0, 1),
    categories: call.program.topics,
  };
}

/** Deadlines are told as of the change, so that the bytes stay as they are until the next one. */
function summaryText(call: CallRecord, locale: Locale): string {
  const texts = TEXTS[locale];
  const award = awardInWords(call.award, locale);
  const deadlines = reckonDeadlines(call, changedAt(call)).map(({ deadline, state }) => {
    const stage = deadline.stage === 'application' ? texts.deadline : stageName(deadline.stage, locale);
    return `${stage}: ${deadlineSentence(deadline, state, locale)}`;
  });
  const names = partnersOf(call).map(({ name }) => name);
  const lines = [
    call.withdrawalReason ?? '',
    summaryOf(call, locale),
    ...deadlines,
    `${texts.who}: ${ruleInOneLine(call.rule, locale)}`,
    award ? `${texts.amount}: ${award}` : '',
    names.length > 0 ? `${texts.partners}: ${names.join(', ')}` : '',
  ];
  return lines.filter((line) => line !== '').join('\n');
}
