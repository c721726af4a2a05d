import { DomainError } from '@app/kernel/domain-error.js';
import type { Outbound } from '@app/outbound/outbound.js';
import { OutboundRefused } from '@app/outbound/outbound-refused.js';

/** Throws 'invalid' with a pointer to the address, whose code says why one may not or cannot connect there. */
export async function checkAddress(outbound: Outbound, url: string): Promise<void> {
  try {
    await outbound.check(url);
  } catch (error) {
    if (!(error instanceof OutboundRefused)) throw error;
    throw new DomainError('invalid', {}, [{ pointer: '/url', code: error.reason }]);
  }
}
