import fc from 'fast-check';
import { evaluateDeadline } from './evaluate-deadline.js';
import { parseDeadline } from './parse-deadline.js';
import { parseMoment, parseSchedule } from './parse-schedule.js';
import { deadlineFaultText } from './parsing/fault-texts.js';

const whole = {
  id: 'antrag-1',
  stage: 'application',
  zone: 'Europe/Berlin',
  schedule: { kind: 'fixed', opens: { date: '2014-06-12' }, closes: { date: '2014-07-25', time: '12:00' } },
  effect: 'excludes',
  act: 'receipt',
  channel: 'E-Mail',
  weekendRule: 'next_working_day',
  holidays: 'DE-BY',
};
const withSchedule = (schedule: unknown) => ({ ...whole, schedule });
const found = (value: unknown) => parseDeadline(value).faults.map(({ pointer, code }) => `${pointer} ${code}`);

describe('a deadline out of JSON', () => {
  it('comes out as it was sent', () => {
    expect(parseDeadline(whole)).toEqual({ deadline: whole, faults: [] });
  });

  it.each([
    ['fixed', { kind: 'fixed', closes: { date: '2014-07-25' } }],
    ['cut-offs, in any order', { kind: 'cut_offs', closes: [{ date: '2024-03-29', time: '12:00' }, { date: '2024-01-31' }] }],
    ['two cut-offs on one day', { kind: 'cut_offs', closes: [{ date: '2024-03-29', time: '12:00' }, { date: '2024-03-29' }] }],
    ['yearly', { kind: 'yearly', closes: [{ monthDay: '03-31' }, { monthDay: '09-30', time: '12:00' }], opens: { monthDay: '04-01' } }],
    ['rolling', { kind: 'rolling' }],
    [
      'rolling, with everything',
      { kind: 'rolling', opens: { date: '2020-05-15' }, until: { date: '2020-11-15' }, untilExhausted: true, exhausted: false },
    ],
    ['relative', { kind: 'relative', before: 'application', duration: 'P1M2W' }],
    ['relative, the day before', { kind: 'relative', before: 'project_start', duration: 'P0D' }],
    ['month', { kind: 'month', closes: '2020-10' }],
    ['opening', { kind: 'opening', opens: { date: '2022-07-14', time: '10:00' } }],
    ['unannounced', { kind: 'unannounced' }],
    ['a leap day', { kind: 'fixed', closes: { date: '2024-02-29' } }],
    ['open for one day', { kind: 'fixed', opens: { date: '2024-01-31' }, closes: { date: '2024-01-31' } }],
    ['the last minute of a day', { kind: 'fixed', closes: { date: '2024-01-31', time: '23:59' } }],
  ])('takes a schedule: %s', (_name, schedule) => {
    expect(parseDeadline(withSchedule(schedule))).toEqual({ deadline: withSchedule(schedule), faults: [] });
  });

  it.each([
    ['null', null, ' not-an-object'],
    ['a list', [], ' not-an-object'],
    ['a text', 'bis 25. Juli', ' not-an-object'],
    ['no stage', { ...whole, stage: undefined }, '/stage missing'],
    ['a stage in capitals', { ...whole, stage: 'Antrag' }, '/stage not-a-stage'],
    ['a stage of 101 letters', { ...whole, stage: 'a'.repeat(101) }, '/stage not-a-stage'],
    ['a zone on Mars', { ...whole, zone: 'Mars/Phobos' }, '/zone unknown-zone'],
    ['an offset as zone', { ...whole, zone: '+01:00' }, '/zone unknown-zone'],
    ['a zone in small letters', { ...whole, zone: 'europe/berlin' }, '/zone unknown-zone'],
    ['a zone inside a date', { ...whole, zone: '2020-01-01T00:00[Europe/Berlin]' }, '/zone unknown-zone'],
    ['an unknown effect', { ...whole, effect: 'hard' }, '/effect not-one-of'],
    ['an unknown act', { ...whole, act: 'fax' }, '/act not-one-of'],
    ['an unknown weekend rule', { ...whole, weekendRule: 'previous' }, '/weekendRule not-one-of'],
    ['a Land that does not exist', { ...whole, holidays: 'DE-XX' }, '/holidays unknown-region'],
    ['a country that does not exist', { ...whole, holidays: 'XX' }, '/holidays unknown-region'],
    ['a channel that is no text', { ...whole, channel: 7 }, '/channel not-a-text'],
    ['an id with a line break', { ...whole, id: 'a\r\nb' }, '/id not-a-text'],
    ['null where nothing was meant', { ...whole, act: null }, '/act not-one-of'],
    ['an unknown property', { ...whole, 'a/b~c': 1 }, '/a~1b~0c unknown-property'],
    ['a prototype', JSON.parse(JSON.stringify(whole).replace('"id"', '"__proto__"')), '/__proto__ unknown-property'],
    ['no schedule', { ...whole, schedule: undefined }, '/schedule missing'],
    ['an unknown kind', withSchedule({ kind: 'weekly' }), '/schedule/kind not-one-of'],
    ['an inherited kind', withSchedule({ kind: 'toString' }), '/schedule/kind not-one-of'],
    ['30 February', withSchedule({ kind: 'fixed', closes: { date: '2014-02-30' } }), '/schedule/closes/date not-a-day'],
    ['29 February of a common year', withSchedule({ kind: 'fixed', closes: { date: '2023-02-29' } }), '/schedule/closes/date not-a-day'],
    ['a day with a time in it', withSchedule({ kind: 'fixed', closes: { date: '2014-07-25T00:00' } }), '/schedule/closes/date not-a-day'],
    ['the year 0', withSchedule({ kind: 'fixed', closes: { date: '0000-01-01' } }), '/schedule/closes/date not-a-day'],
    ['24:00', withSchedule({ kind: 'fixed', closes: { date: '2014-07-25', time: '24:00' } }), '/schedule/closes/time not-a-time'],
    ['9:00', withSchedule({ kind: 'fixed', closes: { date: '2014-07-25', time: '9:00' } }), '/schedule/closes/time not-a-time'],
    ['seconds', withSchedule({ kind: 'fixed', closes: { date: '2014-07-25', time: '12:00:00' } }), '/schedule/closes/time not-a-time'],
    ['a day instead of a moment', withSchedule({ kind: 'fixed', closes: '2014-07-25' }), '/schedule/closes not-an-object'],
    [
      'a property of another kind',
      withSchedule({ kind: 'unannounced', opens: { date: '2014-07-25' } }),
      '/schedule/opens unknown-property',
    ],
    ['no cut-offs', withSchedule({ kind: 'cut_offs', closes: [] }), '/schedule/closes empty-list'],
    ['one cut-off, no list', withSchedule({ kind: 'cut_offs', closes: { date: '2014-07-25' } }), '/schedule/closes not-a-list'],
    [
      'a cut-off twice',
      withSchedule({ kind: 'cut_offs', closes: [{ date: '2024-01-31' }, { date: '2024-01-31' }] }),
      '/schedule/closes/1 duplicate',
    ],
    [
      '29 February every year',
      withSchedule({ kind: 'yearly', closes: [{ monthDay: '02-29' }] }),
      '/schedule/closes/0/monthDay not-a-month-day',
    ],
    [
      '30 February every year',
      withSchedule({ kind: 'yearly', closes: [{ monthDay: '02-30' }] }),
      '/schedule/closes/0/monthDay not-a-month-day',
    ],
    [
      'opening on 29 February',
      withSchedule({ kind: 'yearly', closes: [{ monthDay: '04-01' }], opens: { monthDay: '02-29' } }),
      '/schedule/opens/monthDay not-a-month-day',
    ],
    [
      'a month-day with dashes in front',
      withSchedule({ kind: 'yearly', closes: [{ monthDay: '--09-30' }] }),
      '/schedule/closes/0/monthDay not-a-month-day',
    ],
    ['month 13', withSchedule({ kind: 'month', closes: '2020-13' }), '/schedule/closes not-a-month'],
    ['a day as month', withSchedule({ kind: 'month', closes: '2020-10-01' }), '/schedule/closes not-a-month'],
    [
      'a negative duration',
      withSchedule({ kind: 'relative', before: 'application', duration: '-P8W' }),
      '/schedule/duration not-a-duration',
    ],
    [
      'a duration with hours',
      withSchedule({ kind: 'relative', before: 'application', duration: 'P1DT1H' }),
      '/schedule/duration not-a-duration',
    ],
    ['an empty duration', withSchedule({ kind: 'relative', before: 'application', duration: 'P' }), '/schedule/duration not-a-duration'],
    [
      'a thousand years',
      withSchedule({ kind: 'relative', before: 'application', duration: 'P1000Y' }),
      '/schedule/duration duration-too-long',
    ],
    ['a flag as text', withSchedule({ kind: 'rolling', exhausted: 'yes' }), '/schedule/exhausted not-true-or-false'],
  ])('refuses %s', (_name, value, fault) => {
    expect(found(value)).toEqual([fault]);
    expect(parseDeadline(value).deadline).toBeUndefined();
  });

  it.each([
    ['fixed', { kind: 'fixed', opens: { date: '2014-07-26' }, closes: { date: '2014-07-25' } }, '/schedule/closes'],
    [
      'at the same minute',
      { kind: 'fixed', opens: { date: '2014-07-25', time: '12:00' }, closes: { date: '2014-07-25', time: '12:00' } },
      '/schedule/closes',
    ],
    [
      'second cut-off',
      { kind: 'cut_offs', opens: { date: '2014-07-01' }, closes: [{ date: '2014-08-01' }, { date: '2014-06-30' }] },
      '/schedule/closes/1',
    ],
    ['rolling', { kind: 'rolling', opens: { date: '2014-07-26' }, until: { date: '2014-07-25' } }, '/schedule/until'],
  ])('refuses an end before its beginning: %s', (_name, schedule, pointer) => {
    expect(found(withSchedule(schedule))).toEqual([`${pointer} closes-before-opening`]);
  });

  it('names all faults at once, below the pointer given', () => {
    const value = { stage: 'X', zone: 'Nowhere', schedule: { kind: 'fixed', closes: { date: 'x', time: 'y', z: 1 } }, effect: 1 };
    expect(parseDeadline(value, '/deadlines/3').faults.map(({ pointer }) => pointer)).toEqual([
      '/deadlines/3/stage',
      '/deadlines/3/zone',
      '/deadlines/3/schedule/closes/date',
      '/deadlines/3/schedule/closes/time',
      '/deadlines/3/schedule/closes/z',
      '/deadlines/3/effect',
    ]);
  });

  it('leaves alone what the caller reads itself', () => {
    const rest = { ...whole, appliesTo: { allOf: [] } };
    expect(found(rest)).toEqual(['/appliesTo unknown-property']);
    expect(parseDeadline(rest, '', ['appliesTo'])).toEqual({ deadline: whole, faults: [] });
  });

  it('has a text in both languages for each fault', () => {
    const [fault] = parseDeadline({ ...whole, effect: 'hard' }).faults;
    expect(fault!.detail).toBe('Allowed: excludes or soft.');
    expect(deadlineFaultText(fault!, 'de')).toBe('Erlaubt ist: excludes oder soft.');
    expect(deadlineFaultText({ pointer: '', code: 'of-another-lib' }, 'de')).toBeUndefined();
  });

  it('never throws, and what it takes can be evaluated', () => {
    const at = Temporal.Instant.from('2026-11-22T12:00:00Z');
    const odd = fc.oneof(
      fc.jsonValue({ maxDepth: 2 }),
      fc.constantFrom('fixed', 'yearly', '2020-02-29', '02-29', 'P8W', 'DE-BY', 'Europe/Berlin'),
    );
    const mutated = fc.record({ path: fc.constantFrom('stage', 'zone', 'schedule', 'effect', 'holidays', 'extra'), value: odd });
    const schedules = fc.record(
      {
        kind: fc.constantFrom('fixed', 'cut_offs', 'yearly', 'rolling', 'relative', 'month', 'opening'),
        closes: odd,
        opens: odd,
        duration: odd,
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(
        fc.oneof(
          odd,
          mutated.map(({ path, value }) => ({ ...whole, [path]: value })),
          schedules.map(withSchedule),
        ),
        (value) => {
          const { deadline, faults } = parseDeadline(value);
          expect(deadline === undefined).toBe(faults.length > 0);
          if (deadline) expect(evaluateDeadline(deadline, at).status).toMatch(/upcoming|open|closed|undated/);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('parts of a deadline', () => {
  it('are read on their own', () => {
    expect(parseSchedule({ kind: 'month', closes: '2020-10' }, '/schedule', 'Europe/Berlin')).toEqual({
      schedule: { kind: 'month', closes: '2020-10' },
      faults: [],
    });
    expect(parseSchedule({ kind: 'month' }, '/schedule', 'Europe/Berlin').faults[0]?.pointer).toBe('/schedule/closes');
    expect(parseMoment({ date: '2014-07-25' })).toEqual({ moment: { date: '2014-07-25' }, faults: [] });
    expect(parseMoment({ date: '2014-07-25', time: '25:00' }, '/closes').moment).toBeUndefined();
  });
});
