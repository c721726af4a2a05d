const FORMULA = /(^|[;|] ?)(?=[=+\-@\uFF0B\uFF0D\uFF1D\uFF20])/gu;

/**
 * Text of a cell in one line. What a spreadsheet would take for a formula gets an apostrophe before it (CWE-1236), behind a semicolon too:
 * German programs part cells there. Numbers, days and instants are no text: "-50000.00" has to stay a number.
 */
export function guardText(text: string): string {
  return text
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .replace(FORMULA, "$1'");
}
