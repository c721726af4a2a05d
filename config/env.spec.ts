import { InvalidEnvironment, readEnv } from './env.js';

describe('the ranges of OUTBOUND_ALLOW', () => {
  it.each([
    [undefined, []],
    ['', []],
    ['10.0.0.0/8', ['10.0.0.0/8']],
    ['10.20.30.40, fd00::/8', ['10.20.30.40', 'fd00::/8']],
  ])('%p is read as %j', (OUTBOUND_ALLOW, expected) => expect(readEnv({ OUTBOUND_ALLOW }).OUTBOUND_ALLOW).toEqual(expected));

  it.each(['10.0.0.0/40', 'intranet', '10.0.0.0/8,', '*'])('%s is a mistake', (OUTBOUND_ALLOW) => {
    expect(() => readEnv({ OUTBOUND_ALLOW })).toThrow(InvalidEnvironment);
  });
});

describe('what the operator says of the open data', () => {
  it.each([
    ['OPEN_DATA_LICENSE', 'http://dcat-ap.de/def/licenses/dl-zero-de/2.0'],
    ['OPEN_DATA_CONTRIBUTOR', 'http://dcat-ap.de/def/contributors/openNRW'],
    ['OPEN_DATA_CONTACT', 'daten@land.example'],
    ['OPEN_DATA_CONTACT', 'https://land.example/kontakt'],
    ['OPEN_DATA_PUBLISHER', 'Land Beispiel'],
  ] as const)('%s may be %s', (name, value) => expect(readEnv({ [name]: value })[name]).toBe(value));

  it.each([
    ['OPEN_DATA_LICENSE', 'CC-BY'],
    ['OPEN_DATA_LICENSE', 'http://dcat-ap.de/def/licenses/"><script>'],
    ['OPEN_DATA_CONTRIBUTOR', 'openNRW'],
    ['OPEN_DATA_CONTACT', 'javascript:alert(1)'],
  ])('%s may not be %s', (name, value) => expect(() => readEnv({ [name]: value })).toThrow(InvalidEnvironment));
});
