import { changedAt } from '@app/calendar/call-news.js';
import type { CallState } from '@app/deadlines/call-status.js';
import { type CallRecord, summaryOf, titleOf } from '@app/funding/call-record.js';
import type { ProgramRecord } from '@app/funding/read-programs.query.js';
import { inLocale, type Locale } from '@app/kernel/locale.js';
import { applicantTypesOf } from './applicant-types.js';
import { fieldsOfCompetition, fieldsOfOpportunity } from './custom-fields.js';
import { fundingOf } from './funding.js';
import { closeDate, openDate, otherDates, postDate } from './key-dates.js';
import type { Competition, Opportunity } from './opportunity.js';
import { stated } from './stated.js';
import { competitionStatus, opportunityStatus } from './status.js';

/** A round that everybody may see, with where it stands. */
export interface Round {
  readonly call: CallRecord;
  readonly state: CallState;
}

/** A programme with its rounds; `current` is one of them. */
export interface ProgramRounds {
  readonly program: ProgramRecord;
  readonly rounds: readonly Round[];
  readonly current: Round;
}

export interface Reading {
  readonly locale: Locale;
  readonly now: Temporal.Instant;
  readonly baseUrl: string;
}

const latest = (instants: readonly Temporal.Instant[]): Temporal.Instant => instants.toSorted(Temporal.Instant.compare).at(-1)!;

/** When readers could last see something of it change; that a day has passed is no change. */
function lastModifiedAt({ program, rounds }: ProgramRounds): Temporal.Instant {
  return latest([program.updatedAt, ...rounds.map(({ call }) => changedAt(call))]);
}

/** The last change first; of two at the same instant the younger programme, so that pages never overlap. */
export function byLastChange(one: ProgramRounds, other: ProgramRounds): number {
  return Temporal.Instant.compare(lastModifiedAt(other), lastModifiedAt(one)) || (one.program.id < other.program.id ? 1 : -1);
}

/** Status, dates and money come from the current round. */
export function toOpportunity(found: ProgramRounds, { locale, now, baseUrl }: Reading): Opportunity {
  const { program, current } = found;
  const { call, state } = current;
  const dates = { call, state, locale, now };
  const title = inLocale(program.title, locale);
  return stated<Opportunity>({
    id: program.id,
    title,
    status: opportunityStatus(call, state, locale),
    description: inLocale(program.summary, locale) || summaryOf(call, locale) || title,
    funding: fundingOf(call.award, locale),
    keyDates: stated({ postDate: postDate(dates), closeDate: closeDate(dates), otherDates: otherDates(dates) }),
    acceptedApplicantTypes: applicantTypesOf(call.rule, locale),
    source: program.guidelineUrl ?? call.source?.url,
    customFields: fieldsOfOpportunity(program, call, now, baseUrl),
    createdAt: program.createdAt.toString(),
    lastModifiedAt: lastModifiedAt(found).toString(),
  })!;
}

export function toCompetition({ call, state }: Round, { locale, now, baseUrl }: Reading): Competition {
  const dates = { call, state, locale, now };
  return stated<Competition>({
    id: call.id,
    opportunityId: call.program.id,
    title: titleOf(call, locale),
    description: summaryOf(call, locale) || undefined,
    status: competitionStatus(call, state, locale),
    keyDates: stated({ openDate: openDate(dates), closeDate: closeDate(dates), otherDates: otherDates(dates) }),
    forms: { forms: {} },
    acceptedApplicantTypes: applicantTypesOf(call.rule, locale),
    customFields: fieldsOfCompetition(call, now, baseUrl),
    createdAt: (call.publishedAt ?? call.createdAt).toString(),
    lastModifiedAt: changedAt(call).toString(),
  })!;
}
