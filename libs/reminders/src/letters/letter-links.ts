import { stopToken } from '../stop-token.js';

/** The addresses in a letter. */
export interface LetterLinks {
  call(callId: string): string;
  readonly settings: string;
  /** A page that works without signing in; one POST to it stops the letters. */
  readonly stop: string;
}

/** `baseUrl` without a slash at its end; `secret` of the installation. */
export function letterLinks(baseUrl: string, secret: string, personId: string): LetterLinks {
  return {
    call: (callId) => `${baseUrl}/calls/${callId}`,
    settings: `${baseUrl}/reminders`,
    stop: `${baseUrl}/reminders/stop/${stopToken(secret, personId)}`,
  };
}
