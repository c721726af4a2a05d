import { openingOf, whyOf } from './in-stead.js';
import type { LetterItem, LetterModel } from './letter-model.js';
import { LETTER_TEXTS, type LetterTexts } from './letter-texts.js';
import { plainSpaces } from './plain-spaces.js';
import { type TextRow, textTable, wrapped } from './text-lines.js';

/** The plain text: the same four answers in the same order as everywhere, readable without any markup. */
export function letterText(model: LetterModel): string {
  const texts = LETTER_TEXTS[model.locale];
  const { items } = model;
  const paragraphs = [
    texts.greeting(model.recipientName),
    wrapped(openingOf(model)),
    ...items.flatMap((item) => itemParagraphs(item, texts)),
    ...(model.nextReminder ? [texts.next(model.nextReminder)] : []),
    footer(model, texts),
  ];
  return `${plainSpaces(paragraphs.join('\n\n'))}\n`;
}

function itemParagraphs(item: LetterItem, texts: LetterTexts): string[] {
  const rows: TextRow[] = [
    [texts.untilWhen, [`${item.closing}, ${texts.daysLeft(item.daysLeft)}`, item.terms.join(' ')]],
    ...item.applicants.map(({ name, outcome, reason, source }): [string, string[]] => [
      texts.forWhom(name),
      [`${texts.outcomes[outcome]}: ${reason}`, ...(source ? [source] : [])],
    ]),
    [texts.howMuch, [item.amounts]],
    [texts.whoFunds, [item.partners]],
  ];
  const facts = textTable(rows);
  const title = [wrapped(item.title), ...(item.lateSince ? [wrapped(texts.late(item.lateSince))] : [])].join('\n');
  return [title, facts, `${texts.seeCall}:\n${item.url}`];
}

function footer(model: LetterModel, texts: LetterTexts): string {
  const { authorityNames, settingsUrl, stopUrl } = model;
  return [
    '-- ',
    texts.from(authorityNames),
    wrapped(whyOf(model)),
    `${texts.changeTimes}: ${settingsUrl}`,
    `${texts.stop}: ${stopUrl}`,
    texts.callTextCounts,
  ].join('\n');
}
