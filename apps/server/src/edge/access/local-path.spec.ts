import { localPath } from './local-path.js';

describe('where to go on after signing in', () => {
  it.each(['/', '/calls', '/calls?status=open&query=caf%C3%A9', '/calls/1#deadlines', '/feedback//x'])('may be %s', (path) => {
    expect(localPath(path, '/otherwise')).toBe(path);
  });

  it.each([
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/calls\\..\\..',
    '/./\\evil.example',
    '/.//evil.example',
    '/x/..//evil.example',
    'javascript:alert(1)',
    '/\t/evil.example',
    '/\r\nSet-Cookie: a=b',
    'calls',
    '',
    '/sign-in?next=/sign-in',
    '/sign-out',
    '/api/v1/calls',
    `/${'x'.repeat(3000)}`,
    undefined,
    ['/calls'],
  ])('is never %j', (wanted) => {
    expect(localPath(wanted, '/otherwise')).toBe('/otherwise');
  });
});
