import { existsSync, readFileSync } from 'node:fs';
import { parseDeadline } from '@app/deadlines/parse-deadline.js';
import { contradictions } from '@app/eligibility/contradiction.js';
import { parseCriterion } from '@app/eligibility/parse-criterion.js';
import { EXAMPLE_ROUND, type RoundFacts } from './program-facts.js';
import { PROGRAMS } from './programs.js';

const FILE = '../shared/data/examples/calls.json';
const TODAY = Temporal.PlainDate.from('2026-11-23');

interface RealCall {
  program: string;
  round: string;
  announcedOn?: string;
  rule: unknown;
  deadlines: unknown;
  award: unknown;
  partners: { name: string; role: string }[];
  winners?: string[];
}

const rounds = PROGRAMS.flatMap((program) =>
  program.rounds(TODAY).map((round) => ({ program, round, name: `${program.title.de} ${round.round}` })),
);
const real = rounds.filter(({ round }) => round.round !== EXAMPLE_ROUND);
const invented = rounds.filter(({ round }) => round.round === EXAMPLE_ROUND);
const lastClosing = ({ deadlines }: RoundFacts) =>
  deadlines
    .map(({ schedule }) => (schedule.kind === 'fixed' ? schedule.closes.date : ''))
    .sort()
    .at(-1)!;

describe('the programmes of the demonstration', () => {
  it.each(rounds)('$name can be published', ({ round }) => {
    expect(parseCriterion(round.rule, '').faults).toEqual([]);
    expect(contradictions(round.rule)).toEqual([]);
    expect(round.deadlines.flatMap((deadline) => parseDeadline(deadline, '').faults)).toEqual([]);
    expect(round.deadlines).not.toHaveLength(0);
  });

  it.each(PROGRAMS)('$title.de is described in both languages, in two sentences at most', ({ summary, topics }) => {
    for (const text of [summary.de!, summary.en!]) expect(text.match(/\.(?= |$)/g)!.length).toBeLessThanOrEqual(2);
    expect(topics).not.toHaveLength(0);
  });

  it('has rounds ahead whenever it is loaded, each named as an example', () => {
    expect(invented).toHaveLength(4);
    for (const { round } of invented) {
      expect(round.summary!.de).toMatch(/^Beispielrunde/);
      expect(lastClosing(round) > TODAY.add({ days: 14 }).toString()).toBe(true);
    }
  });

  it('closes no invented round on Christmas Day or a weekend', () => {
    const vorOrt = PROGRAMS.find(({ title }) => title.de === 'Vor Ort für Alle')!;
    const closingOn = (day: string) => lastClosing(vorOrt.rounds(Temporal.PlainDate.from(day))[1]!);
    expect(closingOn('2026-11-25')).toBe('2026-12-28');
    expect(closingOn('2026-11-02')).toBe('2026-12-02');
  });
});

(existsSync(FILE) ? describe : describe.skip)('the facts of the fourteen calls', () => {
  const { calls } = JSON.parse(existsSync(FILE) ? readFileSync(FILE, 'utf8') : '{"calls":[]}') as { calls: RealCall[] };

  it('are all there and nothing else', () => {
    expect(real.map(({ name }) => name).sort()).toEqual(calls.map(({ program, round }) => `${program} ${round}`).sort());
  });

  it.each(calls)('$program $round is as the source says', (call) => {
    const { program, round } = real.find(({ name }) => name === `${call.program} ${call.round}`)!;
    expect(round.rule).toEqual(call.rule);
    expect(round.deadlines).toEqual(call.deadlines);
    expect(round.award).toEqual(call.award);
    expect(round.winners).toEqual(call.winners);
    expect(program.partners.map(({ name, role }) => ({ name, role }))).toEqual(call.partners);
    if (call.announcedOn) expect(round.announcedOn).toBe(call.announcedOn);
  });
});
