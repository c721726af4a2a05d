import { type LeadStep, SUGGESTED_STEPS } from './lead-step.js';
import type { PlanQuestion } from './plan.js';
import { planBackwards } from './plan-backwards.js';
import type { Sitting, SittingKind } from './sitting.js';

const day = (text: string) => Temporal.PlainDate.from(text);
const sits = (kind: SittingKind, text: string, name = kind === 'council' ? 'Rat' : 'Hauptausschuss'): Sitting => ({
  kind,
  name,
  day: day(text),
});
const step = (id: string, from: LeadStep['from'], amount: number, unit: LeadStep['unit'] = 'days', afterSittings?: boolean): LeadStep => ({
  id,
  name: { de: id },
  amount,
  unit,
  from,
  ...(afterSittings && { afterSittings }),
});
const PAPERS = step('papers', { of: 'sitting', kind: 'council' }, 21);
const COUNCIL_OF_2014 = [sits('council', '2014-06-03'), sits('council', '2014-07-15')];

/** Düren plans for 25 July 2014. */
const plan = (question: Partial<PlanQuestion> = {}) =>
  planBackwards({
    closing: day('2014-07-25'),
    sittings: COUNCIL_OF_2014,
    steps: [PAPERS],
    today: day('2014-06-02'),
    region: 'DE-NW',
    ...question,
  });
/** Days as texts: two Temporal days that differ are equal to jest. */
const plain = (value: unknown): unknown => (value === undefined ? undefined : JSON.parse(JSON.stringify(value)));
const dayOf = (planned: ReturnType<typeof plan>, id: string) => planned.steps.find((each) => each.step.id === id)?.day?.toString();

describe('planning backwards from a deadline', () => {
  it('gives the papers by 24 June for the sitting of 15 July, for a deadline on 25 July 2014', () => {
    const planned = plan();
    expect(planned.state).toBe('in_time');
    expect(planned.sittings[0]?.sitting?.day.toString()).toBe('2014-07-15');
    expect(dayOf(planned, 'papers')).toBe('2014-06-24');
  });

  it.each([
    ['2014-07-14', '2014-06-03', 'a day before the sitting: only the one before'],
    ['2014-07-15', '2014-07-15', 'on the day of the sitting'],
    ['2014-07-16', '2014-07-15', 'a day after it'],
  ])('closing on %s, the last usable sitting is that of %s (%s)', (closing, sitting) => {
    expect(plan({ closing: day(closing), today: day('2014-05-12') }).sittings[0]?.sitting?.day.toString()).toBe(sitting);
  });

  it('has no use for a sitting on a day that ends at a clock time', () => {
    const planned = plan({ closing: day('2014-07-15'), endsWithinDay: true });
    expect(plain(planned.sittings[0])).toMatchObject({ limit: '2014-07-14', problem: { code: 'too-late', day: '2014-06-03' } });
  });

  it.each([
    ['2014-06-23', 'in_time', false],
    ['2014-06-24', 'in_time', false],
    ['2014-06-25', 'no_sitting', true],
  ])('on %s it is %s', (today, state, passed) => {
    const planned = plan({ today: day(today) });
    expect([planned.state, planned.steps[0]?.passed]).toEqual([state, passed]);
  });

  it('names the reason when no sitting is left', () => {
    const problemOf = (question: Partial<PlanQuestion>) => plain(plan(question).sittings[0]?.problem);
    expect(problemOf({ sittings: [sits('committee', '2014-06-03')] })).toEqual({ code: 'none-entered' });
    expect(problemOf({ sittings: [sits('council', '2014-08-26'), sits('council', '2014-09-30')] })).toEqual({
      code: 'none-before',
      next: '2014-08-26',
    });
    expect(problemOf({ today: day('2014-07-16') })).toEqual({ code: 'over', day: '2014-07-15' });
    expect(problemOf({ today: day('2014-07-01') })).toEqual({
      code: 'too-late',
      day: '2014-07-15',
      step: 'papers',
      due: '2014-06-24',
    });
  });

  it('goes on when what was due is done', () => {
    expect(plan({ today: day('2014-07-01'), done: new Set(['papers']) }).state).toBe('in_time');
  });

  it('counts working days by the holidays of the Land, step by step', () => {
    // Corpus Christi, 19 June 2014, is a holiday in Nordrhein-Westfalen and none in Berlin.
    const treasury = step('treasury', { of: 'step', step: 'papers' }, 5, 'working_days');
    expect(dayOf(plan({ steps: [PAPERS, treasury] }), 'treasury')).toBe('2014-06-16');
    expect(dayOf(plan({ steps: [PAPERS, treasury], region: 'DE-BE' }), 'treasury')).toBe('2014-06-17');
  });

  it.each([
    [9, '2014-07-16', '2014-07-15'],
    [10, '2014-07-15', '2014-07-15'],
    [11, '2014-07-14', '2014-06-03'],
  ])('lets nobody decide after what follows the decision (%i days before)', (amount, signature, sitting) => {
    const planned = plan({ steps: [PAPERS, step('signature', { of: 'deadline' }, amount, 'days', true)] });
    expect(dayOf(planned, 'signature')).toBe(signature);
    expect(plain(planned.sittings[0]?.problem) ?? planned.sittings[0]?.sitting?.day.toString()).toEqual(
      sitting === '2014-07-15' ? sitting : { code: 'too-late', day: sitting, step: 'papers', due: '2014-05-13' },
    );
  });

  it.each([
    ['2014-07-14', '2014-07-14'],
    ['2014-07-15', '2014-07-15'],
    ['2014-07-16', undefined],
  ])('has a committee of %s sit before the council decides', (committee, usable) => {
    const steps = [PAPERS, step('advice', { of: 'sitting', kind: 'committee' }, 0)];
    const planned = plan({ steps, sittings: [...COUNCIL_OF_2014, sits('committee', committee)] });
    expect(planned.sittings.map(({ body }) => body.kind)).toEqual(['council', 'committee']);
    expect(planned.sittings[1]?.sitting?.day.toString()).toBe(usable);
  });

  it('looks at one committee only where a step names it', () => {
    const sittings = [sits('committee', '2014-07-01', 'Finanzausschuss'), sits('committee', '2014-07-10', 'Sportausschuss')];
    const steps = [step('advice', { of: 'sitting', kind: 'committee', name: ' finanzausschuss' }, 7)];
    expect(dayOf(plan({ steps, sittings }), 'advice')).toBe('2014-06-24');
  });

  it('says by which working day, where the latest day is none', () => {
    // 15 July minus 23 days is Sunday, 22 June; the Thursday before was Corpus Christi, the Friday a working day.
    const [planned] = plan({ steps: [{ ...PAPERS, amount: 23 }] }).steps;
    expect([planned?.day?.toString(), planned?.workingDay?.toString()]).toEqual(['2014-06-22', '2014-06-20']);
  });

  it('says when the day of a step has passed that no sitting could save', () => {
    const steps = [step('partners', { of: 'deadline' }, 60)];
    expect(plan({ steps, today: day('2014-05-26') }).state).toBe('in_time');
    expect(plan({ steps, today: day('2014-05-27') }).state).toBe('missed');
  });

  it('puts steps in the order of their days, those without one last', () => {
    const steps = [PAPERS, step('advice', { of: 'sitting', kind: 'committee' }, 1), step('signature', { of: 'deadline' }, 60)];
    expect(plan({ steps }).steps.map((each) => each.step.id)).toEqual(['signature', 'papers', 'advice']);
  });

  it('has a suggestion that works as it is', () => {
    const planned = plan({ steps: SUGGESTED_STEPS });
    expect(planned.steps.map(({ step: { id }, day: on }) => `${id} ${on}`)).toEqual([
      'treasury 2014-06-16',
      'papers 2014-06-24',
      'signature 2014-07-22',
    ]);
    expect(planned.state).toBe('in_time');
  });
});
