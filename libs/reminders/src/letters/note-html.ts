import { listOf } from '@app/kernel/words.js';
import { escapeHtml } from './escape-html.js';
import { letterSheet } from './letter-sheet.js';
import { BUTTON, CELL, FONT, LINK, ROW_LABEL } from './letter-styles.js';
import type { NoteItem, NoteLetter, NoteList, NoteRow } from './note-model.js';

/** The HTML of a letter that is no reminder, by hand like that of reminders. */
export function noteHtml(letter: NoteLetter): string {
  const { locale, subject, items, list } = letter;
  const [first] = items;
  const preview = [first?.title, first?.lead].filter(Boolean).join(': ') || letter.opening;
  const rows = [head(letter), ...items.map(itemRows), ...(list ? [listRows(list)] : []), footer(letter)];
  return letterSheet({ locale, title: subject, preview, rows: rows.join('\n') });
}

function head({ from, heading, greeting, opening }: NoteLetter): string {
  return `<tr><td class="m-muted" style="padding:20px 24px 0;font:14px/20px ${FONT};color:#51577a;">${escapeHtml(from)}</td></tr>
<tr><td style="padding:8px 24px 0;">
<h1 class="m-text" style="margin:0;font:600 24px/30px ${FONT};color:#131525;">${escapeHtml(heading)}</h1>
<p class="m-text" style="margin:8px 0 0;font:16px/24px ${FONT};color:#131525;">${escapeHtml(greeting)} ${escapeHtml(opening)}</p>
</td></tr>`;
}

function itemRows({ title, lead, url, rows, action }: NoteItem): string {
  const heading = url ? anchor(url, title, 'text-decoration:underline;') : escapeHtml(title);
  const told = lead ? `\n<p class="m-text" style="margin:4px 0 0;font:600 16px/24px ${FONT};color:#131525;">${escapeHtml(lead)}</p>` : '';
  const table =
    rows.length === 0
      ? ''
      : `\n<table role="presentation" class="m-line" width="100%" cellpadding="0" cellspacing="0" border="0" style="margin-top:12px;border-bottom:1px solid #c9ccda;">
${rows.map(cell).join('\n')}
</table>`;
  return `<tr><td style="padding:20px 24px 0;">
<h2 class="m-text" style="margin:0;font:600 18px/26px ${FONT};color:#131525;">${heading}</h2>${told}${table}
</td></tr>${url && action ? button(url, action) : ''}`;
}

function cell({ label, strong, text, good }: NoteRow): string {
  const mark = strong
    ? `<strong${good ? ' class="m-good" style="color:#00684e;"' : ''}>${good ? '&#10003;&nbsp;' : ''}${escapeHtml(strong)}</strong>`
    : '';
  return `<tr><td class="m-text m-line" style="${CELL}"><span ${ROW_LABEL}>${escapeHtml(label)}</span><br>
${[mark, text ? escapeHtml(text) : ''].filter(Boolean).join(' ')}</td></tr>`;
}

function button(url: string, label: string): string {
  return `
<tr><td style="padding:20px 24px 0;">
<table role="presentation" cellpadding="0" cellspacing="0" border="0"><tr><td class="m-button" style="border:1px solid #2044aa;border-radius:4px;background:#2044aa;"><a href="${escapeHtml(url)}" style="${BUTTON}">${escapeHtml(label)}</a></td></tr></table>
</td></tr>`;
}

function listRows({ heading, entries }: NoteList): string {
  const lines = entries.map(
    ({ title, url, remark }) => `<li style="margin:0 0 8px;">${anchor(url, title)}<br>\n${escapeHtml(remark)}</li>`,
  );
  return `<tr><td style="padding:24px 24px 0;">
<h2 class="m-text" style="margin:0;font:600 18px/26px ${FONT};color:#131525;">${escapeHtml(heading)}</h2>
<ul class="m-text" style="margin:12px 0 0;padding:0 0 0 20px;font:16px/24px ${FONT};color:#131525;">
${lines.join('\n')}
</ul>
</td></tr>`;
}

function footer({ locale, why, links }: NoteLetter): string {
  const linked = listOf(
    links.map(({ label, url }) => anchor(url, label)),
    locale,
    'or',
  );
  return `<tr><td style="padding:24px 24px 20px;">
<p class="m-muted m-line" style="margin:0;padding-top:12px;border-top:1px solid #c9ccda;font:14px/20px ${FONT};color:#51577a;">${why.map(escapeHtml).join(' ')}${linked === '' ? '' : ` ${linked}.`}</p>
</td></tr>`;
}

function anchor(url: string, label: string, more = ''): string {
  return `<a class="m-link" href="${escapeHtml(url)}" style="${LINK}${more}">${escapeHtml(label)}</a>`;
}
