import type { Outcome } from '@app/eligibility/outcome.js';
import { listOf } from '@app/kernel/words.js';
import { escapeHtml } from './escape-html.js';
import { openingOf, whyOf } from './in-stead.js';
import { areAllEligible, type LetterItem, type LetterModel } from './letter-model.js';
import { letterSheet } from './letter-sheet.js';
import { BUTTON, CELL, FONT, LINK, ROW_LABEL } from './letter-styles.js';
import { letterSubject } from './letter-subject.js';
import { LETTER_TEXTS, type LetterTexts } from './letter-texts.js';

/** The HTML, written by hand for mail programs: tables, inline styles, nothing from elsewhere; it reads without its styles too. */
export function letterHtml(model: LetterModel): string {
  const { locale, items } = model;
  const texts = LETTER_TEXTS[locale];
  return letterSheet({
    locale,
    title: letterSubject(model),
    preview: preview(model, texts),
    rows: [head(model, texts), ...items.map((item) => itemRows(item, texts)), footer(model, texts)].join('\n'),
  });
}

function preview(model: LetterModel, texts: LetterTexts): string {
  const { items, authorityNames } = model;
  const first = items[0]!;
  if (!areAllEligible(model)) return `${first.title}: ${first.closing}.`;
  return texts.preview(authorityNames, items.length === 1 ? first.amountInBrief : first.title, first.closing);
}

function head(model: LetterModel, texts: LetterTexts): string {
  const { recipientName, authorityNames, items } = model;
  const daysLeft = texts.daysLeft(items[0]!.daysLeft);
  const heading = items.length === 1 ? daysLeft.charAt(0).toUpperCase() + daysLeft.slice(1) : texts.headingOfSeveral(items.length);
  return `<tr><td class="m-muted" style="padding:20px 24px 0;font:14px/20px ${FONT};color:#51577a;">${escapeHtml(texts.from(authorityNames))}</td></tr>
<tr><td style="padding:8px 24px 0;">
<h1 class="m-text" style="margin:0;font:600 24px/30px ${FONT};color:#131525;">${escapeHtml(heading)}</h1>
<p class="m-text" style="margin:8px 0 0;font:16px/24px ${FONT};color:#131525;">${escapeHtml(texts.greeting(recipientName))} ${escapeHtml(openingOf(model))}</p>
</td></tr>`;
}

function itemRows(item: LetterItem, texts: LetterTexts): string {
  const url = escapeHtml(item.url);
  const late = item.lateSince
    ? `\n<p class="m-text" style="margin:4px 0 0;font:16px/24px ${FONT};color:#131525;">${escapeHtml(texts.late(item.lateSince))}</p>`
    : '';
  const rows = [
    fact(
      texts.untilWhen,
      `<strong>${escapeHtml(item.closing)}</strong>, ${escapeHtml(texts.daysLeft(item.daysLeft))}. ${escapeHtml(item.terms.join(' '))}`,
    ),
    ...item.applicants.map(({ name, outcome, reason, source }) =>
      fact(
        texts.forWhom(name),
        `${verdict(outcome, texts)}: ${escapeHtml(reason)}${source ? `<br>\n<span ${ROW_LABEL}>${escapeHtml(source)}</span>` : ''}`,
      ),
    ),
    fact(texts.howMuch, escapeHtml(item.amounts)),
    fact(texts.whoFunds, escapeHtml(item.partners)),
  ];
  return `<tr><td style="padding:20px 24px 0;">
<h2 style="margin:0;font:600 18px/26px ${FONT};"><a class="m-link" href="${url}" style="${LINK}text-decoration:underline;">${escapeHtml(item.title)}</a></h2>${late}
<table role="presentation" class="m-line" width="100%" cellpadding="0" cellspacing="0" border="0" style="margin-top:12px;border-bottom:1px solid #c9ccda;">
${rows.join('\n')}
</table>
</td></tr>
<tr><td style="padding:20px 24px 0;">
<table role="presentation" cellpadding="0" cellspacing="0" border="0"><tr><td class="m-button" style="border:1px solid #2044aa;border-radius:4px;background:#2044aa;"><a href="${url}" style="${BUTTON}">${escapeHtml(texts.seeCall)}</a></td></tr></table>
</td></tr>`;
}

function fact(label: string, html: string): string {
  return `<tr><td class="m-text m-line" style="${CELL}"><span ${ROW_LABEL}>${escapeHtml(label)}</span><br>
${html}</td></tr>`;
}

function verdict(outcome: Outcome, texts: LetterTexts): string {
  if (outcome !== 'eligible') return `<strong>${escapeHtml(texts.outcomes[outcome])}</strong>`;
  return `<strong class="m-good" style="color:#00684e;">&#10003;&nbsp;${escapeHtml(texts.outcomes.eligible)}</strong>`;
}

function footer(model: LetterModel, texts: LetterTexts): string {
  const { locale, nextReminder, settingsUrl, stopUrl } = model;
  const link = (url: string, label: string) => `<a class="m-link" href="${escapeHtml(url)}" style="${LINK}">${escapeHtml(label)}</a>`;
  const links = listOf([link(settingsUrl, texts.changeTimes), link(stopUrl, texts.stop)], locale, 'or');
  const sentences = [...(nextReminder ? [texts.next(nextReminder)] : []), whyOf(model)].map(escapeHtml);
  return `<tr><td style="padding:24px 24px 20px;">
<p class="m-muted m-line" style="margin:0;padding-top:12px;border-top:1px solid #c9ccda;font:14px/20px ${FONT};color:#51577a;">${sentences.join(' ')} ${links}. ${escapeHtml(texts.callTextCounts)}</p>
</td></tr>`;
}
