import { rangesOf, readRange } from './address-ranges.js';
import { hostOf, readOutboundUrl } from './outbound-url.js';
import { mayConnectTo } from './public-address.js';

describe('addresses that one may connect to', () => {
  it.each([
    '1.1.1.1',
    '9.255.255.255',
    '11.0.0.0',
    '100.63.255.255',
    '100.128.0.0',
    '126.255.255.255',
    '128.0.0.0',
    '169.253.255.255',
    '169.255.0.0',
    '172.15.255.255',
    '172.32.0.0',
    '192.167.255.255',
    '192.169.0.0',
    '198.17.255.255',
    '198.20.0.0',
    '223.255.255.255',
    '2001:200::1',
    '2a01:4f8::1',
    '2003::1',
    '::ffff:1.1.1.1',
  ])('%s is public', (address) => expect(mayConnectTo(address)).toBe(true));

  it.each([
    '0.0.0.0',
    '0.1.2.3',
    '10.0.0.0',
    '10.255.255.255',
    '100.64.0.0',
    '100.127.255.255',
    '127.0.0.1',
    '127.255.255.255',
    '169.254.169.254',
    '172.16.0.0',
    '172.31.255.255',
    '192.0.0.8',
    '192.0.2.1',
    '192.88.99.1',
    '192.168.0.1',
    '198.18.0.1',
    '198.51.100.1',
    '203.0.113.9',
    '224.0.0.1',
    '239.255.255.255',
    '240.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::127.0.0.1',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '0:0:0:0:0:ffff:a00:1',
    '::ffff:0:10.0.0.1',
    '64:ff9b::10.0.0.1',
    '64:ff9b::8.8.8.8',
    '64:ff9b:1::1',
    '100::1',
    '2001::1',
    '2001:db8::1',
    '2002:7f00:1::',
    '3fff::1',
    'fc00::1',
    'fd12:3456::1',
    'fe80::1',
    'fe80::1%eth0',
    'fec0::1',
    'ff02::1',
    'localhost',
    '',
    '1.1.1',
  ])('%s is not', (address) => expect(mayConnectTo(address)).toBe(false));

  it.each([
    ['10.1.2.3', true],
    ['10.2.0.0', false],
    ['::ffff:10.1.2.3', true],
    ['fd00::1', true],
    ['fd01::1', false],
    ['127.0.0.1', false],
  ])('%s with 10.1.0.0/16 and fd00::/16 allowed: %s', (address, expected) => {
    expect(mayConnectTo(address, rangesOf(['10.1.0.0/16', 'fd00::/16']))).toBe(expected);
  });
});

describe('ranges of a setting', () => {
  it.each(['10.0.0.0/8', ' 192.168.7.9 ', 'fd00::/8', '::1'])('%s is one', (text) => expect(readRange(text).bits).toBeGreaterThan(0));
  it.each(['10.0.0.0/33', 'fd00::/129', '10.0.0/8', 'localhost', '', '10.0.0.0/8/8', '10.0.0.0/', '10.0.0.0/-1', '*'])(
    '%s is none',
    (text) => expect(() => readRange(text)).toThrow(RangeError),
  );
});

describe('addresses as text', () => {
  it.each([
    ['http://2130706433/', '127.0.0.1'],
    ['http://0x7f000001/', '127.0.0.1'],
    ['http://0177.0.0.1/', '127.0.0.1'],
    ['http://127.1/', '127.0.0.1'],
    ['http://0/', '0.0.0.0'],
    ['http://１２７.0.0.1/', '127.0.0.1'],
    ['http://[::ffff:127.0.0.1]:8080/', '::ffff:7f00:1'],
    ['http://[0:0:0:0:0:0:0:1]/', '::1'],
  ])('%s is read as %s, and refused', (text, host) => {
    expect(hostOf(readOutboundUrl(text))).toBe(host);
    expect(mayConnectTo(host)).toBe(false);
  });

  it.each([
    ['ftp://example.org/', 'wrong-scheme'],
    ['file:///etc/passwd', 'wrong-scheme'],
    ['gopher://example.org/', 'wrong-scheme'],
    ['https://user@example.org/', 'credentials-in-url'],
    ['https://:secret@example.org/', 'credentials-in-url'],
    ['https://example.org:22/', 'wrong-port'],
    ['https://example.org:25/', 'wrong-port'],
    ['https://example.org:81/', 'wrong-port'],
    ['https://example.org:444/', 'wrong-port'],
    ['https://example.org:1023/', 'wrong-port'],
    ['https://example.org:0/', 'wrong-port'],
    ['example.org', 'not-a-url'],
    ['https://', 'not-a-url'],
    ['', 'not-a-url'],
  ])('%s is refused as %s', (text, reason) => expect(() => readOutboundUrl(text)).toThrow(expect.objectContaining({ reason })));

  it.each([
    'http://example.org',
    'https://example.org:443/x?y',
    'http://example.org:443',
    'https://example.org:1024',
    'https://example.org:65535',
  ])('%s may be asked', (text) => expect(readOutboundUrl(text).hostname).toBe('example.org'));
});
