import { DomainError } from '@app/kernel/domain-error.js';
import { versionFrom } from './if-match.js';

describe('If-Match', () => {
  it.each([
    ['"3"', 3],
    [' "12" ', 12],
  ])('%s is a version', (header, version) => {
    expect(versionFrom(header)).toBe(version);
  });

  it.each([
    [undefined, 'if-match-required'],
    ['', 'if-match-required'],
    ['*', 'if-match-required'],
    ['W/"3"', 'stale'],
    ['"abc"', 'stale'],
    ['"-1"', 'stale'],
    ['"99999999999"', 'stale'],
    ['3', 'bad-request'],
    ['"3', 'bad-request'],
    ['"3", "4"', 'bad-request'],
  ])('%s is refused as %s', (header, code) => {
    expect(() => versionFrom(header)).toThrow(new DomainError(code as 'stale'));
  });
});
