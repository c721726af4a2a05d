import { createHmac, timingSafeEqual } from 'node:crypto';
import { isId } from '@app/kernel/ids.js';

/**
 * What stands at the end of the address that stops somebody's letters: `<person>.<HMAC>`. It can do nothing else, works as long as the
 * installation's secret is the same, and nothing of it is stored.
 */
export function stopToken(secret: string, personId: string): string {
  return `${personId}.${seal(secret, `stop-letters ${personId}`)}`;
}

/** As `stopToken`, for the new matches of one search: `<person>.<search>.<HMAC>`. */
export function stopDigestToken(secret: string, personId: string, searchId: string): string {
  return `${personId}.${searchId}.${seal(secret, `stop-digest ${personId} ${searchId}`)}`;
}

/** Whose letters the token stops; undefined for anything that this installation has not made. */
export function personOfStopToken(secret: string, token: string): string | undefined {
  const [personId = '', sealed = '', ...more] = token.split('.');
  if (more.length > 0 || !isId(personId)) return undefined;
  return isSealed(sealed, seal(secret, `stop-letters ${personId.toLowerCase()}`)) ? personId.toLowerCase() : undefined;
}

/** Whose new matches of which search the token stops; undefined for anything that this installation has not made. */
export function digestOfStopToken(secret: string, token: string): { readonly personId: string; readonly searchId: string } | undefined {
  const [personId = '', searchId = '', sealed = '', ...more] = token.split('.');
  if (more.length > 0 || !isId(personId) || !isId(searchId)) return undefined;
  const digest = { personId: personId.toLowerCase(), searchId: searchId.toLowerCase() };
  return isSealed(sealed, seal(secret, `stop-digest ${digest.personId} ${digest.searchId}`)) ? digest : undefined;
}

function isSealed(given: string, expected: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(expected)];
  return one.length === other.length && timingSafeEqual(one, other);
}

function seal(secret: string, text: string): string {
  return createHmac('sha256', secret).update(text).digest('base64url');
}
