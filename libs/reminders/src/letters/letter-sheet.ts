import type { Locale } from '@app/kernel/locale.js';
import { escapeHtml } from './escape-html.js';
import { DARK_STYLE } from './letter-styles.js';

export interface LetterSheet {
  readonly locale: Locale;
  readonly title: string;
  /** What mailboxes show beside the subject. */
  readonly preview: string;
  /** Rows of the table that the letter is, as HTML. */
  readonly rows: string;
}

/** The frame of every letter: one column of at most 600 pixels, light or dark, nothing from elsewhere. */
export function letterSheet({ locale, title, preview, rows }: LetterSheet): string {
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escapeHtml(title)}</title>
<style>
${DARK_STYLE}
</style>
</head>
<body class="m-ground" style="margin:0;padding:0;background:#f3f4f7;">
<div style="display:none;max-height:0;overflow:hidden;">${escapeHtml(preview)}</div>
<div role="main" lang="${locale}">
<table role="presentation" class="m-ground" width="100%" cellpadding="0" cellspacing="0" border="0" style="background:#f3f4f7;">
<tr><td align="center" style="padding:24px 12px;">
<table role="presentation" class="m-sheet" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:600px;overflow-wrap:break-word;background:#ffffff;border:1px solid #c9ccda;border-radius:4px;">
${rows}
</table>
</td></tr>
</table>
</div>
</body>
</html>
`;
}
