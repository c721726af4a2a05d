import { BlockList, isIP, isIPv4 } from 'node:net';
import { isIn, rangesOf } from './address-ranges.js';

/**
 * What is nobody's on the internet, or stands for somebody else: IANA's special-purpose registries of IPv4 and IPv6 (RFC 6890 and its
 * successors, read November 2026), with multicast, and with everything that carries an IPv4 address inside (6to4, Teredo, NAT64).
 */
const NOT_PUBLIC_IPV4 = rangesOf([
  '0.0.0.0/8', // "this network"; 0.0.0.0 reaches this machine
  '10.0.0.0/8', // private
  '100.64.0.0/10', // carrier-grade NAT
  '127.0.0.0/8', // loopback
  '169.254.0.0/16', // link-local, with the clouds' metadata services
  '172.16.0.0/12', // private
  '192.0.0.0/24', // protocol assignments
  '192.0.2.0/24', // documentation
  '192.31.196.0/24', // AS112
  '192.52.193.0/24', // AMT
  '192.88.99.0/24', // 6to4 relays
  '192.168.0.0/16', // private
  '192.175.48.0/24', // AS112
  '198.18.0.0/15', // benchmarks
  '198.51.100.0/24', // documentation
  '203.0.113.0/24', // documentation
  '224.0.0.0/4', // multicast
  '240.0.0.0/4', // reserved, and broadcast
]);
/** Global unicast; all else is loopback, mapped, NAT64, unique-local, link-local, multicast or not given to anybody. */
const PUBLIC_IPV6 = rangesOf(['2000::/3']);
const NOT_PUBLIC_IPV6 = rangesOf([
  '2001::/23', // protocol assignments: Teredo, ORCHID, benchmarks
  '2001:db8::/32', // documentation
  '2002::/16', // 6to4
  '2620:4f:8000::/48', // AS112
  '3fff::/20', // documentation
]);
const MAPPED = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/;

/** Whether a connection may go there: a public address, or one that the operator has allowed. Text that is no address may not. */
export function mayConnectTo(address: string, allowed: BlockList = new BlockList()): boolean {
  const plain = unmapped(address);
  const version = isIP(plain) as 0 | 4 | 6;
  if (version === 0) return false;
  if (isIn(allowed, plain, version)) return true;
  if (version === 4) return !isIn(NOT_PUBLIC_IPV4, plain, 4);
  return isIn(PUBLIC_IPV6, plain, 6) && !isIn(NOT_PUBLIC_IPV6, plain, 6);
}

/** "::ffff:10.0.0.1" in any spelling is 10.0.0.1; a zone ("fe80::1%eth0") makes an address that is refused anyway. */
function unmapped(address: string): string {
  if (isIP(address) !== 6 || address.includes('%')) return address.replace(/%.*$/, '');
  const groups = MAPPED.exec(new URL(`http://[${address}]`).hostname.slice(1, -1));
  if (!groups) return address;
  const [high, low] = [Number.parseInt(groups[1]!, 16), Number.parseInt(groups[2]!, 16)];
  const ipv4 = [high >> 8, high & 255, low >> 8, low & 255].join('.');
  return isIPv4(ipv4) ? ipv4 : address;
}
