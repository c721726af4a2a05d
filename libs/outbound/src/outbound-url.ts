import { OutboundRefused } from './outbound-refused.js';

/** Ports of the web, and what ordinary users may listen on: no mail, no shell, no file server. */
const WEB_PORTS: readonly number[] = [80, 443];
const FIRST_USER_PORT = 1024;

/** Reads an address that we are to connect to. `URL` writes "0x7f.1", "017700000001" and "2130706433" as 127.0.0.1. Throws OutboundRefused. */
export function readOutboundUrl(text: string): URL {
  if (!URL.canParse(text)) throw new OutboundRefused('not-a-url');
  const url = new URL(text);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw new OutboundRefused('wrong-scheme');
  if (url.username !== '' || url.password !== '') throw new OutboundRefused('credentials-in-url');
  if (!mayUse(portOf(url))) throw new OutboundRefused('wrong-port');
  return url;
}

/** Without the brackets of an IPv6 address. */
export function hostOf(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, '');
}

function portOf(url: URL): number {
  return url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port);
}

function mayUse(port: number): boolean {
  return WEB_PORTS.includes(port) || port >= FIRST_USER_PORT;
}
