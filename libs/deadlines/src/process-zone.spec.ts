import { execFileSync } from 'node:child_process';

const PROGRAM = `
  const { evaluateDeadline } = await import('@app/deadlines/evaluate-deadline.js');
  const { closingsBetween } = await import('@app/deadlines/closings.js');
  const { deadlineSentence } = await import('@app/deadlines/words/deadline-sentence.js');
  const zones = ['Europe/Berlin', 'Europe/Vienna', 'Pacific/Apia', 'Pacific/Kiritimati', 'America/Los_Angeles'];
  const schedules = [
    { kind: 'fixed', opens: { date: '2026-03-01' }, closes: { date: '2026-03-29' } },
    { kind: 'fixed', closes: { date: '2026-10-25', time: '02:30' } },
    { kind: 'cut_offs', closes: [{ date: '2026-12-26' }, { date: '2026-04-03', time: '12:00' }] },
    { kind: 'yearly', closes: [{ monthDay: '12-31' }, { monthDay: '04-05' }], opens: { monthDay: '03-29' } },
    { kind: 'rolling', until: { date: '2026-10-03' }, untilExhausted: true },
    { kind: 'relative', before: 'project_start', duration: 'P8W' },
    { kind: 'month', closes: '2026-10' },
    { kind: 'opening', opens: { date: '2026-03-29', time: '02:30' } },
  ];
  const instants = ['2025-12-31T23:30:00Z', '2026-03-29T00:59:59.999Z', '2026-03-29T22:00:00Z', '2026-10-25T00:30:00Z', '2026-12-31T10:00:00Z'];
  const anchors = { projectStart: Temporal.PlainDate.from('2026-11-01') };
  const lines = [];
  for (const zone of zones) for (const schedule of schedules) for (const weekendRule of ['none', 'next_working_day']) {
    const deadline = { stage: 'application', zone, effect: 'excludes', schedule, weekendRule, holidays: 'DE-BY' };
    for (const at of instants) {
      const state = evaluateDeadline(deadline, Temporal.Instant.from(at), anchors);
      lines.push(JSON.stringify(state), deadlineSentence(deadline, state, 'de'), deadlineSentence(deadline, state, 'en'));
    }
    lines.push(JSON.stringify(closingsBetween(deadline, Temporal.PlainDate.from('2026-01-01'), Temporal.PlainDate.from('2027-12-31'), anchors)));
  }
  process.stdout.write(lines.join('\\n'));
`;

function answersUnder(zone: string): string {
  const args = ['--import', './config/register.mjs', '--input-type=module', '-e', PROGRAM];
  return execFileSync(process.execPath, args, { env: { ...process.env, TZ: zone, NODE_OPTIONS: '' }, encoding: 'utf8' });
}

describe('the zone of the process', () => {
  it('changes no byte of any answer', () => {
    const inUtc = answersUnder('UTC');
    expect(inUtc.split('\n')).toHaveLength(5 * 8 * 2 * (5 * 3 + 1));
    for (const zone of ['Europe/Berlin', 'America/Los_Angeles', 'Pacific/Auckland']) expect(answersUnder(zone)).toBe(inUtc);
  });
});
