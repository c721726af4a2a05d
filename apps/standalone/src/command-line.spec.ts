import { parseArguments, startInstant } from './command-line.js';

describe('the command line of npm start', () => {
  it.each([
    [[], {}],
    [['--now', '2014-06-27T06:30:00+02:00'], { now: '2014-06-27T06:30:00+02:00' }],
    [['--register=a=b.txt', '--now', 'x'], { register: 'a=b.txt', now: 'x' }],
  ])('reads %j', (words, expected) => {
    expect(parseArguments(words)).toEqual({ now: undefined, register: undefined, ...expected });
  });

  it.each([[['--today']], [['--now']], [['--now=']], [['register.txt']], [['--now', 'a', '--now', 'b']]])(
    'refuses %j with the usage',
    (words) => {
      expect(() => parseArguments(words)).toThrow(/Aufruf: npm start/);
    },
  );
});

describe('--now', () => {
  it('needs an offset', () => {
    expect(startInstant('2014-06-27T06:30:00+02:00', false).instant?.toString()).toBe('2014-06-27T04:30:00Z');
    expect(startInstant('2014-06-27T06:30:00', false).mistake).toContain('offset');
  });

  it.each(['1969-12-31T23:59:59Z', '2201-01-01T00:00:00Z'])('does not go to %s', (now) => {
    expect(startInstant(now, false).mistake).toContain('1970');
  });

  it('is never for production', () => {
    expect(startInstant('2014-06-27T06:30:00+02:00', true)).toEqual({ mistake: expect.stringContaining('production') });
    expect(startInstant(undefined, true)).toEqual({});
  });
});
