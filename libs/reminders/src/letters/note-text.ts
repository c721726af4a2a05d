import type { NoteItem, NoteLetter, NoteRow } from './note-model.js';
import { plainSpaces } from './plain-spaces.js';
import { type TextRow, textTable, wrapped } from './text-lines.js';

/** The plain text of a letter that is no reminder, readable without any markup. */
export function noteText({ greeting, opening, items, list, from, why, links }: NoteLetter): string {
  const paragraphs = [
    greeting,
    wrapped(opening),
    ...items.flatMap(itemParagraphs),
    ...(list ? [list.heading, ...list.entries.map(({ title, url, remark }) => `${wrapped(`- ${title}, ${remark}`)}\n  ${url}`)] : []),
    ['-- ', from, ...why.map(wrapped), ...links.map(({ label, url }) => `${label}: ${url}`)].join('\n'),
  ];
  return `${plainSpaces(paragraphs.join('\n\n'))}\n`;
}

function itemParagraphs({ title, lead, url, rows, action }: NoteItem): string[] {
  const head = [title, ...(lead ? [lead] : [])].map(wrapped).join('\n');
  return [head, ...(rows.length > 0 ? [textTable(rows.map(textRow))] : []), ...(url && action ? [`${action}:\n${url}`] : [])];
}

function textRow({ label, strong, text }: NoteRow): TextRow {
  return [label, [[strong, text].filter(Boolean).join(' ')]];
}
