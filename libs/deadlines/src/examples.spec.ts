import { existsSync, readFileSync } from 'node:fs';
import type { Moment } from './deadline.js';
import { evaluateDeadline } from './evaluate-deadline.js';
import { parseDeadline } from './parse-deadline.js';

interface Want {
  status: string;
  closesAt?: string;
  noClosesAt?: boolean;
  daysLeft?: number;
  next?: string | Moment;
  warning?: boolean;
}
interface Example {
  id: string;
  deadline: unknown;
  at: string;
  want: Want;
}

const FILE = '../shared/data/examples/deadlines.json';
const available = existsSync(FILE);
const cases = available ? (JSON.parse(readFileSync(FILE, 'utf8')) as { cases: Example[] }).cases : [];

describe('the real deadline phrases of shared/data/examples', () => {
  if (!available) it.skip(`need ${FILE}, which is not there`, () => undefined);

  it.each(cases.map((example) => [example.id, example] as const))('%s', (_id, { deadline: json, at, want }) => {
    const { deadline, faults } = parseDeadline(json);
    expect(faults).toEqual([]);
    const state = evaluateDeadline(deadline!, Temporal.Instant.from(at));
    expect(state.status).toBe(want.status);
    if (want.closesAt !== undefined) expect(state.closesAt?.toString()).toBe(want.closesAt);
    if (want.noClosesAt) expect(state.closesAt).toBeUndefined();
    if (want.daysLeft !== undefined) expect(state.daysLeft).toBe(want.daysLeft);
    if (want.next !== undefined) expect(state.next).toEqual(typeof want.next === 'string' ? { date: want.next } : want.next);
    if (want.warning) expect(state.warnings).not.toEqual([]);
  });
});
