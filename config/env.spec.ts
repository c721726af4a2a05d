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
