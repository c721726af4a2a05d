import type { LookupAddress } from 'node:dns';
import { lookup } from 'node:dns/promises';
import { type BlockList, isIP } from 'node:net';
import { OutboundRefused } from './outbound-refused.js';
import { mayConnectTo } from './public-address.js';

export type Resolve = (host: string) => Promise<readonly LookupAddress[]>;

/** As the machine resolves names: /etc/hosts, then DNS. */
export const systemResolve: Resolve = (host) => lookup(host, { all: true, order: 'verbatim' });

/**
 * The addresses of a host, each of which one may connect to. They are asked for once, and the connection goes to one of these, so a name
 * that answers differently a moment later (DNS rebinding) gains nothing. One private address among public ones refuses all: nobody honest has that.
 */
export async function resolveChecked(host: string, resolve: Resolve, allowed: BlockList): Promise<readonly LookupAddress[]> {
  const version = isIP(host);
  const found = version === 0 ? await namesOf(host, resolve) : [{ address: host, family: version }];
  if (found.length === 0) throw new OutboundRefused('name-not-found');
  if (!found.every(({ address }) => mayConnectTo(address, allowed))) throw new OutboundRefused('address-not-public');
  return found;
}

async function namesOf(host: string, resolve: Resolve): Promise<readonly LookupAddress[]> {
  try {
    return await resolve(host);
  } catch (error) {
    throw new OutboundRefused('name-not-found', (error as NodeJS.ErrnoException).code);
  }
}
