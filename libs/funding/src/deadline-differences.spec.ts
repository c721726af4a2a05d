import type { Schedule } from '@app/deadlines/deadline.js';
import type { StatedDeadline } from './call-deadline.js';
import { deadlineDifferences } from './deadline-differences.js';

const NOW = Temporal.Instant.from('2014-07-01T08:00:00Z');
const on = (date: string, time?: string): Schedule => ({ kind: 'fixed', closes: { date, ...(time && { time }) } });
const until = (date: string, more: object = {}): Schedule => ({ kind: 'rolling', until: { date }, untilExhausted: true, ...more });
const deadline = (schedule: Schedule, more: Partial<StatedDeadline> = {}): StatedDeadline => ({
  id: 'd1',
  stage: 'application',
  zone: 'Europe/Berlin',
  effect: 'excludes',
  schedule,
  ...more,
});
const steps = (before: StatedDeadline[], after: StatedDeadline[], at = NOW) =>
  deadlineDifferences(before, after, at).map(({ stage, step }) => `${stage} ${step}`);

describe('what became of a deadline', () => {
  it.each<[string, Schedule, Schedule, string[]]>([
    ['a day later', on('2014-07-25'), on('2014-07-26'), ['extended']],
    ['the same day', on('2014-07-25'), on('2014-07-25'), []],
    ['a day earlier', on('2014-07-25'), on('2014-07-24'), ['shortened']],
    ['an hour on the same day', on('2014-07-25'), on('2014-07-25', '12:00'), ['shortened']],
    ['a passed day, and one ahead', on('2014-06-30'), on('2014-07-25'), ['reopened']],
    ['a passed day, and today', on('2014-06-30'), on('2014-07-01'), ['reopened']],
    ['a passed day, and a later passed one', on('2014-06-10'), on('2014-06-30'), ['extended']],
    ['the money is used up', until('2014-12-31'), until('2014-12-31', { exhausted: true }), ['exhausted']],
    ['a fixed day, and the money is used up', on('2014-07-25'), until('2014-07-25', { exhausted: true }), ['exhausted']],
    ['there is money again', until('2014-12-31', { exhausted: true }), until('2014-12-31'), ['reopened']],
    ['no day any more', on('2014-07-25'), { kind: 'unannounced' }, ['taken_back']],
    ['a first day', { kind: 'unannounced' }, on('2014-07-25'), ['announced']],
    ['only a month any more', on('2014-07-25'), { kind: 'month', closes: '2014-09' }, ['changed']],
    ['the month becomes a day', { kind: 'month', closes: '2014-09' }, on('2014-09-12'), ['announced']],
    ['another opening', { ...on('2014-07-25'), opens: { date: '2014-07-02' } } as Schedule, on('2014-07-25'), ['changed']],
  ])('%s', (_, before, after, expected) => {
    expect(steps([deadline(before)], [deadline(after)])).toEqual(expected.map((step) => `application ${step}`));
  });

  it('is the same whatever the order of its keys', () => {
    const { id, stage, ...rest } = deadline(on('2014-07-25'));
    expect(steps([deadline(on('2014-07-25'))], [{ ...rest, stage, id }])).toEqual([]);
  });

  it('is told for one that comes, one that goes, and one that counts for others now', () => {
    const outline = deadline(on('2014-07-10'), { id: 'd2', stage: 'outline' });
    const forCounties = { ...outline, appliesTo: { applicantType: { in: ['county'] } } };
    expect(steps([deadline(on('2014-07-25'))], [deadline(on('2014-07-25')), outline])).toEqual(['outline added']);
    expect(steps([deadline(on('2014-07-25')), outline], [deadline(on('2014-07-25'))])).toEqual(['outline removed']);
    expect(steps([outline], [forCounties])).toEqual(['outline changed']);
  });

  it('is told for those that follow the application deadline', () => {
    const questions = deadline({ kind: 'relative', before: 'application', duration: 'P2W' }, { id: 'd2', stage: 'questions' });
    const differences = deadlineDifferences([deadline(on('2014-07-25')), questions], [deadline(on('2014-08-25')), questions], NOW);
    expect(differences.map(({ stage, step }) => [stage, step])).toEqual([
      ['application', 'extended'],
      ['questions', 'follows'],
    ]);
    const [, { before, after }] = differences as [unknown, (typeof differences)[number]];
    const day = (state: typeof before) => state?.state.closing?.effectiveDay.toString();
    expect([day(before), day(after)]).toEqual(['2014-07-11', '2014-08-11']);
  });
});
