import { createHmac } from 'node:crypto';
import { keyOf } from './webhook-secret.js';

export interface SignedHeaders {
  readonly 'webhook-id': string;
  readonly 'webhook-timestamp': string;
  readonly 'webhook-signature': string;
}

/**
 * The three headers of Standard Webhooks 1.0: `v1,` and base64 of HMAC-SHA256 over "id.timestamp.body", once for each secret.
 * `at` is the machine's real time, never the set clock: receivers refuse what is more than five minutes from theirs.
 */
export function sign(id: string, body: string, { at, secrets }: { at: Temporal.Instant; secrets: readonly string[] }): SignedHeaders {
  const timestamp = `${Math.floor(at.epochMilliseconds / 1000)}`;
  const signed = `${id}.${timestamp}.${body}`;
  const signatures = secrets.map((secret) => `v1,${createHmac('sha256', keyOf(secret)).update(signed).digest('base64')}`);
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures.join(' ') };
}
