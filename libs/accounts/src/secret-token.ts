import { createHash, randomBytes } from 'node:crypto';

/** 32 random bytes as base64url: 43 characters that nobody guesses. Handed out once, never stored. */
export function newSecretToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is stored of a token. A plain hash suffices, since the token itself is random and long. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
