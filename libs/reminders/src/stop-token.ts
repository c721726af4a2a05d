import { createHmac, timingSafeEqual } from 'node:crypto';
import { isId } from '@app/kernel/ids.js';

/**
 * What stands at the end of the address that stops somebody's letters: `<person>.<HMAC>`. It can do nothing else, works as long as the
 * installation's secret is the same, and nothing of it is stored.
 */
export function stopToken(secret: string, personId: string): string {
  return `${personId}.${seal(secret, personId)}`;
}

/** Whose letters the token stops; undefined for anything that this installation has not made. */
export function personOfStopToken(secret: string, token: string): string | undefined {
  const [personId = '', sealed = '', ...more] = token.split('.');
  if (more.length > 0 || !isId(personId)) return undefined;
  const expected = Buffer.from(seal(secret, personId.toLowerCase()));
  const given = Buffer.from(sealed);
  return given.length === expected.length && timingSafeEqual(given, expected) ? personId.toLowerCase() : undefined;
}

function seal(secret: string, personId: string): string {
  return createHmac('sha256', secret).update(`stop-letters ${personId}`).digest('base64url');
}
