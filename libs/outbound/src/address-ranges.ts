import { BlockList, isIP } from 'node:net';

const MOST_BITS = { 4: 32, 6: 128 } as const;
const familyOf = (version: 4 | 6) => (version === 4 ? 'ipv4' : 'ipv6');

/** "10.0.0.0/8", "fd00::/8", or one address. Throws RangeError on anything else. */
export function readRange(text: string): { readonly address: string; readonly version: 4 | 6; readonly bits: number } {
  const [address = '', bits, ...rest] = text.trim().split('/');
  const version = isIP(address) as 0 | 4 | 6;
  const isWhole = bits === undefined || /^\d{1,3}$/.test(bits);
  if (version === 0 || !isWhole || rest.length > 0 || Number(bits ?? 0) > MOST_BITS[version]) {
    throw new RangeError(`"${text}" is not a range of addresses such as 10.0.0.0/8`);
  }
  return { address, version, bits: bits === undefined ? MOST_BITS[version] : Number(bits) };
}

/** Throws RangeError when one of them is not a range. */
export function rangesOf(texts: readonly string[]): BlockList {
  const list = new BlockList();
  for (const text of texts) {
    const { address, bits, version } = readRange(text);
    list.addSubnet(address, bits, familyOf(version));
  }
  return list;
}

export function isIn(ranges: BlockList, address: string, version: 4 | 6): boolean {
  return ranges.check(address, familyOf(version));
}
