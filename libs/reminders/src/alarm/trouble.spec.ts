import type { OperationFacts, TaskTick } from './operation-facts.js';
import { TROUBLE_KINDS, TROUBLE_TEXTS, troublesOf } from './trouble.js';

const AT = Temporal.Instant.from('2026-11-29T12:00:00Z');
const START = AT.subtract({ hours: 1 });
const tick = (minutesAgo: number, more: Partial<TaskTick> = {}): TaskTick => ({
  task: 'release-due-letters',
  tickedAt: AT.subtract({ minutes: minutesAgo }),
  failedAt: null,
  reason: null,
  ...more,
});
const facts = (change: Partial<OperationFacts> = {}): OperationFacts => ({
  at: AT,
  databaseAheadMs: 0,
  ticks: [tick(0)],
  mail: { lastSentAt: null, refused: 0, stubborn: 0, response: null },
  queue: { waiting: 0, oldestSeconds: 0 },
  ...change,
});
const kinds = (change: Partial<OperationFacts>, since = START) => troublesOf(facts(change), since).map(({ kind }) => kind);
const mail = (refused: number, stubborn: number) => ({ mail: { lastSentAt: null, refused, stubborn, response: '451 later' } });

describe('what is wrong with the operation', () => {
  it.each([
    ['all is well', {}, []],
    ['a tick of nine minutes ago', { ticks: [tick(9)] }, []],
    ['a tick of ten minutes ago', { ticks: [tick(10)] }, ['no-tick']],
    ['one of two tasks stands still', { ticks: [tick(0), tick(11, { task: 'release-due-notices' })] }, ['no-tick']],
    ['a task that is rare', { ticks: [tick(0), tick(300, { task: 'extend-plan' })] }, []],
    ['a task that never ran through', { ticks: [tick(0), tick(0, { task: 'release-due-notices', tickedAt: null })] }, ['no-tick']],
    ['a letter that waits for six minutes', mail(1, 1), ['mail-fails']],
    ['letters that were refused once', mail(9, 0), []],
    ['ten of them', mail(10, 0), ['mail-fails']],
    ['clocks that are half a minute apart', { databaseAheadMs: -30_000 }, []],
    ['clocks that are more apart', { databaseAheadMs: -30_001 }, ['clock-apart']],
    ['a job that waits for nearly ten minutes', { queue: { waiting: 5_000, oldestSeconds: 599 } }, []],
    ['a job that waits for ten minutes', { queue: { waiting: 1, oldestSeconds: 600 } }, ['queue-grows']],
  ])('%s', (_what, change, expected) => expect(kinds(change)).toEqual(expected));

  it('waits for a first tick as long as for any other', () => {
    expect(kinds({ ticks: [] }, AT.subtract({ minutes: 9 }))).toEqual([]);
    expect(kinds({ ticks: [] }, AT.subtract({ minutes: 10 }))).toEqual(['no-tick']);
  });

  it('says why a task fails, but not why it failed before it ran through again', () => {
    const failing = { reason: 'relation does not exist' };
    const paramsOf = (failedAt: Temporal.Instant) => troublesOf(facts({ ticks: [tick(15, { ...failing, failedAt })] }), START)[0]!.params;
    expect(paramsOf(AT)).toEqual({ minutes: 15, reason: failing.reason });
    expect(paramsOf(AT.subtract({ minutes: 20 }))).toEqual({ minutes: 15, reason: '' });
  });

  it.each(['de', 'en'] as const)('has a sentence for each kind in %s', (locale) => {
    expect(Object.keys(TROUBLE_TEXTS[locale]).sort()).toEqual([...TROUBLE_KINDS].sort());
  });
});
