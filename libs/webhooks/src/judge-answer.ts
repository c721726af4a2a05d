import type { OutboundRefused } from '@app/outbound/outbound-refused.js';

export interface Verdict {
  readonly isDelivered: boolean;
  /** Trying again cannot help. */
  readonly isFinal: boolean;
  readonly status: number | null;
  /** A code, never words of the receiver. */
  readonly reason: string | null;
}

/** 2xx is delivered. 410 says "never again" (Standard Webhooks). A redirect is not followed, and nothing but a new address helps. */
export function judgeAnswer(status: number): Verdict {
  if (status >= 200 && status < 300) return { isDelivered: true, isFinal: true, status, reason: null };
  if (status === 410) return { isDelivered: false, isFinal: true, status, reason: 'gone' };
  if (status >= 300 && status < 400) return { isDelivered: false, isFinal: true, status, reason: 'redirect' };
  return { isDelivered: false, isFinal: false, status, reason: 'refused' };
}

export function judgeRefusal({ reason, isForGood }: OutboundRefused): Verdict {
  return { isDelivered: false, isFinal: isForGood, status: null, reason };
}
