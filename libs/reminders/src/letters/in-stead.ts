import { areAllEligible, type LetterModel, type StandsInFor } from './letter-model.js';
import { LETTER_TEXTS } from './letter-texts.js';
import type { NoteLetter } from './note-model.js';
import { oneLine } from './one-line.js';

/** What goes on after the greeting. */
export function openingOf({ locale, items, authorityNames, standsInFor }: LetterModel): string {
  const texts = LETTER_TEXTS[locale];
  const opening = texts.opening(items.length, authorityNames);
  return standsInFor ? texts.inSteadOf(oneLine(standsInFor.name), opening) : opening;
}

/** Why the reader gets it. */
export function whyOf(model: LetterModel): string {
  const { locale, items, authorityNames, standsInFor } = model;
  const texts = LETTER_TEXTS[locale];
  if (standsInFor) return texts.whyInStead(oneLine(standsInFor.name), standsInFor.until);
  return (areAllEligible(model) ? texts.why : texts.whyFollowed)(items.length, authorityNames);
}

/** The same letter for whoever stands in. */
export function inStead(note: NoteLetter, { name, until }: StandsInFor): NoteLetter {
  const texts = LETTER_TEXTS[note.locale];
  return { ...note, opening: texts.inSteadOf(oneLine(name), note.opening), why: [texts.whyInStead(oneLine(name), until)] };
}
