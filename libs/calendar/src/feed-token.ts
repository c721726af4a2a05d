import { hash, randomBytes } from 'node:crypto';

/** The secret in a feed's address: 32 random bytes. */
export function newFeedToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is stored of it. A random secret of 256 bits needs no slow hash. */
export function hashFeedToken(token: string): string {
  return hash('sha256', token, 'base64url');
}
