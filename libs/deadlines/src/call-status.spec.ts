import { callState, type StagedState } from './call-status.js';
import type { Schedule } from './deadline.js';
import { evaluateDeadline } from './evaluate-deadline.js';

const at = Temporal.Instant.from('2026-11-22T12:00:00Z');
const on = (schedule: Schedule, stage = 'application'): StagedState => ({
  stage,
  state: evaluateDeadline({ stage, zone: 'Europe/Berlin', effect: 'excludes', schedule }, at),
});
const closing = (date: string, stage?: string) => on({ kind: 'fixed', closes: { date } }, stage);
const window = (opens: string, closes: string, stage?: string) =>
  on({ kind: 'fixed', opens: { date: opens }, closes: { date: closes } }, stage);
const rolling = on({ kind: 'rolling' });
const unannounced = on({ kind: 'unannounced' });
const summary = (states: StagedState[]) => {
  const { status, opensAt, closesAt, daysLeft, next } = callState(states);
  return [status, opensAt ?? '-', closesAt ?? '-', daysLeft ?? '-', next?.date ?? '-'].join(' ');
};

describe('a call is', () => {
  it.each([
    ['undated without a deadline', [], 'undated - - - -'],
    ['undated when only the questions end', [closing('2026-12-01', 'questions')], 'undated - - - -'],
    ['undated when only a proof of use is due', [closing('2026-12-01', 'proof_of_use')], 'undated - - - -'],
    ['open while one is', [closing('2026-11-01', 'outline'), closing('2026-12-11')], 'open - 2026-12-11T23:00:00Z 19 2026-12-11'],
    [
      'open until the earliest of those open',
      [closing('2026-12-24'), closing('2026-11-30', 'registration'), rolling],
      'open - 2026-11-30T23:00:00Z 8 2026-11-30',
    ],
    ['open, whatever is announced beside it', [window('2027-01-01', '2027-03-15'), rolling], 'open - - - -'],
    [
      'upcoming before undated',
      [unannounced, window('2027-02-01', '2027-05-15'), window('2027-01-01', '2027-06-15', 'outline')],
      'upcoming 2026-12-31T23:00:00Z 2027-05-15T22:00:00Z 174 2027-05-15',
    ],
    ['undated before closed', [closing('2026-11-01'), unannounced], 'undated - - - -'],
    [
      'closed since the latest, when all are',
      [closing('2026-11-01'), closing('2026-10-01', 'outline')],
      'closed - 2026-11-01T23:00:00Z - -',
    ],
    ['not kept open by its questions', [closing('2026-11-01'), closing('2026-12-01', 'questions')], 'closed - 2026-11-01T23:00:00Z - -'],
  ] as const)('%s', (_name, states, want) => {
    expect(summary([...states])).toBe(want);
  });
});
