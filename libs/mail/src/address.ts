/** Whom a mail comes from or goes to. */
export interface MailAddress {
  /** As shown to people; may hold anything, it is cleaned and encoded. */
  readonly name: string;
  readonly address: string;
}

const LOCAL_PART = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const LABEL = /^[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?$/;

/**
 * One address and nothing else: no list, no name, no quotes, no line break, one @, at most 254 characters (RFC 5321 4.5.3.1).
 * The domain is in ASCII (xn-- for umlauts) with a dot, or localhost. Stricter than RFC 5322, for what passes goes to an SMTP server.
 */
export function isEmailAddress(text: unknown): text is string {
  if (typeof text !== 'string' || text.length > 254) return false;
  const [local, domain, ...more] = text.split('@');
  if (local === undefined || domain === undefined || more.length > 0) return false;
  return local.length <= 64 && LOCAL_PART.test(local) && isDomain(domain);
}

function isDomain(text: string): boolean {
  if (text === 'localhost') return true;
  const labels = text.split('.');
  return labels.length > 1 && labels.every((label) => LABEL.test(label)) && !/^\d+$/.test(labels.at(-1)!);
}

/**
 * A text as it may stand in a header: one line of at most `limit` code points without control characters, lone surrogates and signs
 * that turn the reading order. The libraries encode what is not ASCII.
 */
export function cleanHeader(text: string, limit = 200): string {
  const line = text
    .replace(/[\t-\r\u0085\u2028\u2029]/g, ' ')
    .replace(/[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\ufeff\u202a-\u202e\u2066-\u2069]/gu, '')
    .normalize('NFC')
    .replace(/ {2,}/g, ' ')
    .trim();
  const points = [...line];
  if (points.length <= limit) return line;
  return `${points
    .slice(0, limit - 1)
    .join('')
    .trimEnd()}…`;
}
