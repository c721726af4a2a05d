import type { LetterItem, LetterModel } from './letter-model.js';
import { LETTER_TEXTS } from './letter-texts.js';
import { plainSpaces } from './plain-spaces.js';

/** As many characters as most programs show (RFC 5322 2.1.1 recommends the same for a line). */
const SUBJECT_LIMIT = 78;

/** "Noch 28 Tage: Modellkommune E-Government, 2. Runde (bis 25. Juli 2014)"; only names are cut where it would be too long. */
export function letterSubject({ locale, items, authorityNames }: LetterModel): string {
  const texts = LETTER_TEXTS[locale];
  const [first] = items as readonly [LetterItem];
  if (items.length === 1) return fitted(first.title, (title) => texts.subjectOfOne(first.daysLeft, title, first.closesOn));
  const subject = plainSpaces(texts.subjectOfSeveral(items.length, authorityNames, first.closesOn));
  if (length(subject) <= SUBJECT_LIMIT) return subject;
  return fitted(authorityNames[0]!, (name) => texts.subjectOfSeveral(items.length, [`${name} …`], first.closesOn));
}

/** The subject with a name in it, which is cut where the whole would be too long. */
export function fitted(name: string, subjectWith: (name: string) => string): string {
  const whole = plainSpaces(subjectWith(name));
  const excess = length(whole) - SUBJECT_LIMIT;
  if (excess <= 0) return whole;
  const kept = [...name].slice(0, Math.max(0, length(name) - excess - 1)).join('');
  return plainSpaces(subjectWith(`${kept.trimEnd()}…`));
}

function length(text: string): number {
  return [...text].length;
}
