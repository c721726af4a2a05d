import { stopDigestToken, stopToken } from '../stop-token.js';

/** The addresses in a letter. */
export interface LetterLinks {
  call(callId: string): string;
  search(searchId: string): string;
  readonly settings: string;
  /** A page that works without signing in; one POST to it stops the letters. */
  readonly stop: string;
  /** Stops the new matches of one search only. */
  stopDigest(searchId: string): string;
}

/** `baseUrl` without a slash at its end; `secret` of the installation. */
export function letterLinks(baseUrl: string, secret: string, personId: string): LetterLinks {
  return {
    call: (callId) => `${baseUrl}/calls/${callId}`,
    search: (searchId) => `${baseUrl}/searches/${searchId}`,
    settings: `${baseUrl}/reminders`,
    stop: `${baseUrl}/reminders/stop/${stopToken(secret, personId)}`,
    stopDigest: (searchId) => `${baseUrl}/reminders/stop-digest/${stopDigestToken(secret, personId, searchId)}`,
  };
}
