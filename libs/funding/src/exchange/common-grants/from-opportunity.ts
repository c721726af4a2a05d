import { isId } from '@app/kernel/ids.js';
import type { Locale, PartlyLocalized } from '@app/kernel/locale.js';
import type { CallCommand } from '../../call-command.js';
import { titleOf } from '../../call-record.js';
import type { ProgramContent } from '../../program.js';
import type { ForeignCall, ForeignProgram, LeftOut } from '../foreign-catalogue.js';
import { awardOf, deadlineOf } from './dates-and-money.js';
import { ruleOfTypes } from './eligible-types.js';
import { dayOf, type Json, lineOf, listOf, objectOf, urlOf } from './foreign-json.js';
import { awardIn, deadlinesIn, fundingLevelIn, partnersIn, roundIn, ruleIn, topicsIn } from './own-fields.js';

/** How the answers of a server are to be read. */
export interface ForeignReading {
  /** What its texts are written in. */
  readonly locale: Locale;
  /** Of its days and clock times. */
  readonly zone: string;
  /** Where its opportunities are. */
  readonly baseUrl: string;
}

/** A programme with its rounds out of an opportunity with its competitions; without any the opportunity itself is the one round. Or why not. */
export function readOpportunity(value: unknown, reading: ForeignReading): ForeignProgram | LeftOut {
  const opportunity = objectOf(value);
  const { id } = opportunity;
  const content = programContent(opportunity, reading);
  if (typeof id !== 'string' || !isId(id)) return 'no-id';
  if (!content) return 'no-title';
  const competitions = listOf(opportunity.competitions).map(objectOf).filter(hasId).toSorted(oldestFirst);
  const rounds = competitions.length > 0 ? competitions : [{ ...opportunity, id, title: undefined, description: undefined }];
  const calls = rounds.map((round, index) => callOf(round, { opportunity, content, reading, number: index + 1 }));
  return { externalId: id.toLowerCase(), content, calls };
}

const hasId = (competition: Json): competition is Json & { id: string } => typeof competition.id === 'string' && isId(competition.id);
const oldestFirst = (one: Json, other: Json): number =>
  String(one.createdAt ?? '').localeCompare(String(other.createdAt ?? '')) || String(one.id).localeCompare(String(other.id));

/** Texts are always there in German: what the source says in English stands under both, for editors to translate. */
function localized(text: string | undefined, locale: Locale): PartlyLocalized {
  if (text === undefined) return {};
  return locale === 'de' ? { de: text } : { de: text, en: text };
}

function programContent({ title, description, source, ...opportunity }: Json, { locale }: ForeignReading): ProgramContent | undefined {
  const name = lineOf(title, 300);
  const customFields = objectOf(opportunity.customFields);
  if (name === undefined) return undefined;
  return {
    title: localized(name, locale),
    summary: localized(lineOf(description, 5_000), locale),
    partners: partnersIn(customFields),
    topics: topicsIn(customFields),
    fundingLevel: fundingLevelIn(customFields),
    guidelineUrl: urlOf(source) ?? null,
  };
}

interface Surroundings {
  readonly opportunity: Json;
  readonly content: ProgramContent;
  readonly reading: ForeignReading;
  /** Which of its rounds it is, the oldest the first. */
  readonly number: number;
}

function callOf(competition: Json & { id: string }, around: Surroundings): ForeignCall {
  const { opportunity, reading } = around;
  const own = objectOf(competition.customFields);
  const isCurrent = competition.id === opportunity.id || listOf(opportunity.competitions).length === 1;
  const keyDates = { ...(isCurrent && objectOf(opportunity.keyDates)), ...objectOf(competition.keyDates) };
  const content: CallCommand = {
    ...textsOf(competition, around),
    rule: ruleIn(own) ?? ruleOfTypes(competition.acceptedApplicantTypes ?? opportunity.acceptedApplicantTypes),
    deadlines: deadlinesIn(own) ?? [deadlineOf(keyDates, reading.zone)],
    award: awardIn(own) ?? (isCurrent ? awardOf(opportunity.funding) : {}),
    source: sourceOf(opportunity, reading),
    partners: [],
    previousCallId: null,
    winners: [],
  };
  return { externalId: competition.id.toLowerCase(), content };
}

/** A title that says no more than programme and round, and a summary that is the programme's, are left out. */
function textsOf(competition: Json, { content: program, reading, number }: Surroundings): Pick<CallCommand, 'round' | 'title' | 'summary'> {
  const round = roundIn(objectOf(competition.customFields)) ?? String(number);
  const title = lineOf(competition.title, 300);
  const summary = lineOf(competition.description, 5_000);
  const reckoned = titleOf({ ownTitle: null, round, program: program as never }, reading.locale);
  return {
    round,
    title: title === undefined || title === lineOf(reckoned, 300) ? null : localized(title, reading.locale),
    summary: summary === undefined || summary === program.summary[reading.locale] ? null : localized(summary, reading.locale),
  };
}

function sourceOf({ id, keyDates, source }: Json, { baseUrl }: ForeignReading): CallCommand['source'] {
  const publishedOn = dayOf(objectOf(objectOf(keyDates).postDate).date);
  return { url: urlOf(source) ?? `${baseUrl}/opportunities/${String(id)}`, ...(publishedOn !== undefined && { publishedOn }) };
}
