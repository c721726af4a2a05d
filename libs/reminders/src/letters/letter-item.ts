import { warningsAbout } from '@app/deadlines/closing-warnings.js';
import { timeWords } from '@app/deadlines/words/day-words.js';
import { actWords, effectWords, stageName } from '@app/deadlines/words/names.js';
import { beyondClosing } from '@app/deadlines/words/schedule-words.js';
import { zoneCity } from '@app/deadlines/words/zone-city.js';
import { entitled } from '@app/eligibility/entitled.js';
import { ruleInOneLine } from '@app/eligibility/rule-in-one-line.js';
import { partnersOf } from '@app/funding/call-record.js';
import { PARTNER_ROLES, type Partner } from '@app/funding/partner.js';
import { dayAt } from '@app/kernel/clock.js';
import { formatNumber, type Locale } from '@app/kernel/locale.js';
import { fullDay, listOf } from '@app/kernel/words.js';
import { outcomeFor } from '@app/matching/outcome-of.js';
import { outcomeReason } from '@app/matching/outcome-reason.js';
import type { DatedClosing } from '../closing-on.js';
import { awardInBrief, awardSentences } from './award-words.js';
import { titleIn } from './call-rows.js';
import type { Reminded } from './compose-letter.js';
import type { LetterLinks } from './letter-links.js';
import type { LetterApplicant, LetterItem } from './letter-model.js';
import { LETTER_TEXTS } from './letter-texts.js';
import { oneLine } from './one-line.js';

/** One closing in words, for all of the reader's authorities that share it. */
export function letterItem(sharing: readonly Reminded[], links: LetterLinks, locale: Locale, now: Temporal.Instant): LetterItem {
  const first = sharing[0]!;
  const { call, deadline, closing } = first;
  const today = dayAt(now, deadline.zone);
  // under a weekend rule the day as named may be over while the deadline is not
  const counted = Temporal.PlainDate.compare(closing.day, today) < 0 ? closing.effectiveDay : closing.day;
  const dueOn = dayAt(first.dueAt, first.authority.zone);
  const isLate = Temporal.PlainDate.compare(dueOn, dayAt(now, first.authority.zone)) < 0;
  return {
    title: titleIn(first, locale),
    url: links.call(call.id),
    closesOn: closing.day,
    daysLeft: today.until(counted, { largestUnit: 'days' }).days,
    closing: closingWords(first, locale),
    terms: terms(first, locale),
    applicants: sharing.map((each) => applicant(each, locale)).toSorted((a, b) => a.name.localeCompare(b.name, 'de')),
    amounts: awardSentences(call.award, locale),
    amountInBrief: awardInBrief(call.award, locale),
    partners: partnerWords(partnersOf(call), locale),
    ...(isLate && { lateSince: dueOn }),
  };
}

function closingWords({ deadline, closing }: DatedClosing, locale: Locale): string {
  const day = fullDay(closing.day, locale);
  return closing.moment.time === undefined ? day : `${day}, ${timeWords(closing.moment.time, deadline.zone, locale)}`;
}

function terms({ deadline, closing, named }: Reminded, locale: Locale): string[] {
  const texts = LETTER_TEXTS[locale];
  const { schedule, appliesTo } = deadline;
  const beyond = beyondClosing(deadline, closing, locale);
  const sentences: string[] = [];
  if (deadline.stage !== 'application') sentences.push(texts.stage(stageName(deadline.stage, locale)));
  if (closing.moment.time === undefined) sentences.push(texts.wholeDay(zoneCity(deadline.zone, locale)));
  sentences.push(`${effectWords(deadline.effect, locale)}.`);
  if (deadline.act) sentences.push(sentence(`${actWords(deadline.act, locale)}.`));
  if (beyond) sentences.push(sentence(`${beyond}.`));
  if (appliesTo) sentences.push(texts.onlyFor(ruleInOneLine(entitled(appliesTo, named, locale), locale)));
  if (schedule.kind === 'rolling' && schedule.untilExhausted) sentences.push(texts.whileFundsLast);
  return [...sentences, ...warningsAbout(closing, deadline).map(({ text }) => text[locale])];
}

/** Why it may apply, and where the figure in that reason comes from. */
function applicant({ call, authority, named, dueAt }: Reminded, locale: Locale): LetterApplicant {
  const name = oneLine(authority.name);
  const said = outcomeReason(call.rule, authority, { day: dayAt(dueAt, authority.zone), locale, named });
  const reason = oneLine(said).replace(/\.?$/, '.');
  const outcome = outcomeFor(call.rule, authority, named);
  const figure = authority.population.find(({ value }) => reason.includes(formatNumber(value, locale)));
  if (!figure) return { name, outcome, reason };
  const source = LETTER_TEXTS[locale].source(Temporal.PlainDate.from(figure.asOf), oneLine(figure.source));
  return { name, outcome, reason, source };
}

/** The funders first, then the others with their roles. */
function partnerWords(partners: readonly Partner[], locale: Locale): string {
  const texts = LETTER_TEXTS[locale];
  const groups = PARTNER_ROLES.flatMap((role) => {
    const names = partners.filter((partner) => partner.role === role).map(({ name }) => oneLine(name));
    return names.length === 0 ? [] : [`${texts.partners[role]}${listOf(names, locale)}`];
  });
  return groups.length > 0 ? sentence(groups.join('; ')) : texts.funderNotStated;
}

function sentence(text: string): string {
  return text.charAt(0).toLocaleUpperCase('de') + text.slice(1);
}
