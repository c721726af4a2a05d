import type { LetterItem, LetterModel } from './letter-model.js';
import { LETTER_TEXTS, type LetterTexts } from './letter-texts.js';
import { plainSpaces } from './plain-spaces.js';

const WIDTH = 74;
const INDENT = '  ';

/** The plain text: the same four answers in the same order as everywhere, readable without any markup. */
export function letterText(model: LetterModel): string {
  const texts = LETTER_TEXTS[model.locale];
  const { items, authorityNames } = model;
  const paragraphs = [
    texts.greeting(model.recipientName),
    wrapped(texts.opening(items.length, authorityNames)),
    ...items.flatMap((item) => itemParagraphs(item, texts)),
    ...(model.nextReminder ? [texts.next(model.nextReminder)] : []),
    footer(model, texts),
  ];
  return `${plainSpaces(paragraphs.join('\n\n'))}\n`;
}

function itemParagraphs(item: LetterItem, texts: LetterTexts): string[] {
  const rows: [label: string, lines: string[]][] = [
    [texts.untilWhen, [`${item.closing}, ${texts.daysLeft(item.daysLeft)}`, item.terms.join(' ')]],
    ...item.applicants.map(({ name, reason, source }): [string, string[]] => [
      texts.forWhom(name),
      [`${texts.fits}: ${reason}`, ...(source ? [source] : [])],
    ]),
    [texts.howMuch, [item.amounts]],
    [texts.whoFunds, [item.partners]],
  ];
  const width = Math.min(24, Math.max(...rows.map(([label]) => label.length)) + 2);
  const facts = rows.flatMap(([label, lines]) => row(`${label}:`, lines, width)).join('\n');
  const title = [wrapped(item.title), ...(item.lateSince ? [wrapped(texts.late(item.lateSince))] : [])].join('\n');
  return [title, facts, `${texts.seeCall}:\n${item.url}`];
}

/** "  Bis wann:    Freitag, 25. Juli 2014, …", what is longer below it. A long label has a line of its own. */
function row(label: string, lines: readonly string[], width: number): string[] {
  const indent = INDENT + ' '.repeat(width);
  const body = lines.flatMap((line) => wrap(line, WIDTH - indent.length)).map((line) => indent + line);
  if (label.length >= width) return [INDENT + label, ...body];
  return [INDENT + label.padEnd(width) + body[0]!.trimStart(), ...body.slice(1)];
}

function footer({ items, authorityNames, settingsUrl, stopUrl }: LetterModel, texts: LetterTexts): string {
  return [
    '-- ',
    texts.from(authorityNames),
    wrapped(texts.why(items.length, authorityNames)),
    `${texts.changeTimes}: ${settingsUrl}`,
    `${texts.stop}: ${stopUrl}`,
    texts.callTextCounts,
  ].join('\n');
}

function wrapped(text: string): string {
  return wrap(text, WIDTH).join('\n');
}

/** Breaks between words, never at a no-break space; a word longer than the line stays whole. */
function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + 1 + word.length <= width) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}
