import { changedAt } from '@app/calendar/call-news.js';
import { summaryOf, titleOf } from '@app/funding/call-record.js';
import { inLocale, type Locale } from '@app/kernel/locale.js';
import { applicantTypesOf } from './applicant-types.js';
import { fieldsOfCompetition, fieldsOfOpportunity } from './custom-fields.js';
import { fundingOf } from './funding.js';
import { closeDate, openDate, otherDates, postDate } from './key-dates.js';
import type { ProgramRounds, Round } from './known-program.js';
import type { Competition, Opportunity } from './opportunity.js';
import { stated } from './stated.js';
import { competitionStatus, opportunityStatus } from './status.js';

export interface Reading {
  readonly locale: Locale;
  readonly now: Temporal.Instant;
  readonly baseUrl: string;
}

/** Status, dates and money come from the current round. */
export function toOpportunity({ program, current, lastModifiedAt }: ProgramRounds, { locale, now, baseUrl }: Reading): Opportunity {
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
    lastModifiedAt: lastModifiedAt.toString(),
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
