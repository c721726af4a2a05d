import type { IncomingMessage } from 'node:http';

/** Whether the hop at this address may say for whom it asks: Express's compiled "trust proxy". */
export type Trust = (address: string, hop: number) => boolean;

/** As Express's `request.ip`, for requests that do not go through Express: the first address, from us outwards, that is not a trusted proxy's. */
export function clientAddress(request: IncomingMessage, trust: Trust): string {
  const forwarded = String(request.headers['x-forwarded-for'] ?? '').split(',');
  const hops = [request.socket.remoteAddress ?? '', ...forwarded.map((hop) => hop.trim()).reverse()].filter((hop) => hop !== '');
  const last = hops.findIndex((hop, index) => !trust(hop, index));
  return hops[last < 0 ? hops.length - 1 : last] ?? '';
}
