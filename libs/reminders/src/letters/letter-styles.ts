/** Styles of the letter; mail programs drop style sheets, so nearly all of it stands in the elements (design: pages/mail.html). */
export const FONT = `'Fira Sans',Arial,sans-serif`;
export const LINK = 'color:#2044aa;';
export const BUTTON = `display:inline-block;padding:11px 20px;font:600 16px/22px ${FONT};color:#ffffff;text-decoration:none;`;
export const CELL = `padding:8px 0;border-top:1px solid #c9ccda;font:16px/24px ${FONT};color:#131525;`;
/** Attributes of what is secondary in a row. */
export const ROW_LABEL = 'class="m-muted" style="font-size:14px;line-height:20px;color:#51577a;"';

/** Only what inline styles cannot say. Programs that drop this block still show the light letter. */
export const DARK_STYLE = `@media (prefers-color-scheme: dark) {
  .m-ground { background: #16171f !important; }
  .m-sheet { background: #20222d !important; border-color: #454b6b !important; }
  .m-text { color: #f3f4f7 !important; }
  .m-muted { color: #b9bdd0 !important; }
  .m-link { color: #a9b9ee !important; }
  .m-button { background: #a9b9ee !important; border-color: #a9b9ee !important; }
  .m-button a { color: #101118 !important; }
  .m-line { border-color: #454b6b !important; }
  .m-good { color: #35b892 !important; }
}`;
