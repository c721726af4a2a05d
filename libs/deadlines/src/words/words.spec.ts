import type { Deadline, Schedule } from '../deadline.js';
import { evaluateDeadline } from '../evaluate-deadline.js';
import { daysLeftWords, opensWords, tooLateWords } from './day-words.js';
import { deadlineSentence } from './deadline-sentence.js';
import { deadlineShort } from './deadline-short.js';
import { actWords, effectName, effectWords, scheduleKindName, stageName, statusWord, weekendRuleName } from './names.js';
import { zoneCity } from './zone-city.js';

const NOW = '2020-10-01T10:00:00Z';
const spoken = (text: string) => text.replaceAll('\u00a0', ' ');

function told(schedule: Schedule, at = NOW, more: Partial<Deadline> = {}) {
  const deadline: Deadline = { stage: 'application', zone: 'Europe/Berlin', effect: 'excludes', schedule, ...more };
  const state = evaluateDeadline(deadline, Temporal.Instant.from(at), { projectStart: Temporal.PlainDate.from('2027-03-01') });
  const [de, en] = [deadlineSentence(deadline, state, 'de'), deadlineSentence(deadline, state, 'en')].map(spoken);
  return { de, en, short: spoken(deadlineShort(deadline, state, 'de')), shortEn: spoken(deadlineShort(deadline, state, 'en')) };
}

describe('a deadline in words', () => {
  const phrases: [Schedule, ReturnType<typeof told>, string?, Partial<Deadline>?][] = [
    [
      { kind: 'fixed', closes: { date: '2014-07-25' } },
      {
        de: 'bis Freitag, 25. Juli 2014, der ganze Tag zählt (Berlin)',
        en: 'until Friday 25 July 2014, the whole day counts (Berlin)',
        short: 'Fr., 25. Juli 2014',
        shortEn: 'Fri 25 Jul 2014',
      },
    ],
    [
      { kind: 'fixed', closes: { date: '2021-01-29', time: '12:00' } },
      {
        de: 'bis Freitag, 29. Januar 2021, 12:00 Uhr (Wien)',
        en: 'until Friday 29 January 2021, 12:00 (Vienna)',
        short: 'Fr., 29. Jan. 2021, 12:00 Uhr',
        shortEn: 'Fri 29 Jan 2021, 12:00',
      },
      NOW,
      { zone: 'Europe/Vienna' },
    ],
    [
      { kind: 'fixed', opens: { date: '2027-01-01' }, closes: { date: '2027-03-15' } },
      {
        de: 'öffnet am 1. Jan. 2027, bis Montag, 15. März 2027, der ganze Tag zählt (Berlin)',
        en: 'opens 1 Jan 2027, until Monday 15 March 2027, the whole day counts (Berlin)',
        short: 'Mo., 15. März 2027',
        shortEn: 'Mon 15 Mar 2027',
      },
    ],
    [
      { kind: 'fixed', closes: { date: '2026-03-15' } },
      {
        de: 'bis Sonntag, 15. März 2026, der ganze Tag zählt (Berlin), verschoben auf Montag, 16. März 2026',
        en: 'until Sunday 15 March 2026, the whole day counts (Berlin), moved to Monday 16 March 2026',
        short: 'Mo., 16. März 2026',
        shortEn: 'Mon 16 Mar 2026',
      },
      NOW,
      { weekendRule: 'next_working_day' },
    ],
    [
      { kind: 'cut_offs', closes: [{ date: '2024-09-30' }, { date: '2024-03-29' }, { date: '2024-01-31' }] },
      {
        de: 'bis Freitag, 29. März 2024, der ganze Tag zählt (Berlin); danach zum 30. Sept. 2024',
        en: 'until Friday 29 March 2024, the whole day counts (Berlin); after that 30 Sep 2024',
        short: 'Fr., 29. März 2024',
        shortEn: 'Fri 29 Mar 2024',
      },
      '2024-02-01T00:00:00Z',
    ],
    [
      { kind: 'yearly', closes: [{ monthDay: '09-30' }, { monthDay: '03-31' }] },
      {
        de: 'jeweils zum 31. März und 30. September, das nächste Mal bis Mittwoch, 31. März 2021, der ganze Tag zählt (Berlin)',
        en: 'every year by 31 March and 30 September, the next time until Wednesday 31 March 2021, the whole day counts (Berlin)',
        short: 'Mi., 31. März 2021',
        shortEn: 'Wed 31 Mar 2021',
      },
    ],
    [{ kind: 'rolling' }, { de: 'laufend', en: 'rolling', short: 'laufend', shortEn: 'rolling' }],
    [
      { kind: 'rolling', untilExhausted: true },
      { de: 'laufend, bis die Mittel erschöpft sind', en: 'rolling, until the funds are exhausted', short: 'laufend', shortEn: 'rolling' },
    ],
    [
      { kind: 'rolling', untilExhausted: true, until: { date: '2026-11-30' } },
      {
        de: 'spätestens Montag, 30. November 2026, der ganze Tag zählt (Berlin), solange Mittel da sind',
        en: 'Monday 30 November 2026, the whole day counts (Berlin) at the latest, while funds last',
        short: 'Mo., 30. Nov. 2026',
        shortEn: 'Mon 30 Nov 2026',
      },
    ],
    [
      { kind: 'rolling', exhausted: true },
      { de: 'die Mittel sind erschöpft', en: 'the funds are exhausted', short: 'Mittel erschöpft', shortEn: 'funds exhausted' },
    ],
    [
      { kind: 'relative', before: 'application', duration: 'P4W' },
      {
        de: 'vier Wochen vor dem Antragsstichtag',
        en: 'four weeks before the application deadline',
        short: 'vier Wochen vor dem Antragsstichtag',
        shortEn: 'four weeks before the application deadline',
      },
    ],
    [
      { kind: 'relative', before: 'project_start', duration: 'P0D' },
      {
        de: 'vor Projektbeginn: bis Sonntag, 28. Februar 2027, der ganze Tag zählt (Berlin)',
        en: 'before the project starts: until Sunday 28 February 2027, the whole day counts (Berlin)',
        short: 'So., 28. Feb. 2027',
        shortEn: 'Sun 28 Feb 2027',
      },
    ],
    [
      { kind: 'relative', before: 'application', duration: 'P1M14D' },
      {
        de: 'einen Monat und 14 Tage vor dem Antragsstichtag',
        en: 'one month and 14 days before the application deadline',
        short: 'einen Monat und 14 Tage vor dem Antragsstichtag',
        shortEn: 'one month and 14 days before the application deadline',
      },
    ],
    [
      { kind: 'month', closes: '2020-10' },
      {
        de: 'im Oktober 2020, Tag noch nicht bekannt',
        en: 'in October 2020, day not yet known',
        short: 'Oktober 2020',
        shortEn: 'October 2020',
      },
    ],
    [
      { kind: 'opening', opens: { date: '2022-07-14', time: '10:00' } },
      {
        de: 'öffnet am 14. Juli 2022, 10:00 Uhr, Ende noch nicht bekannt',
        en: 'opens 14 Jul 2022, 10:00, end not yet known',
        short: 'öffnet am 14. Juli 2022, 10:00 Uhr',
        shortEn: 'opens 14 Jul 2022, 10:00',
      },
    ],
    [
      { kind: 'opening', opens: { date: '2020-07-14' } },
      {
        de: 'offen seit 14. Juli 2020, Ende noch nicht bekannt',
        en: 'open since 14 Jul 2020, end not yet known',
        short: 'Ende noch nicht bekannt',
        shortEn: 'end not yet known',
      },
    ],
    [{ kind: 'unannounced' }, { de: 'Frist noch offen', en: 'not announced', short: 'Frist noch offen', shortEn: 'not announced' }],
  ];

  it.each(phrases.map(([schedule, want, at = NOW, more = {}]) => [schedule, want, at, more] as const))('%j', (schedule, want, at, more) => {
    expect(told(schedule, at, more)).toEqual(want);
  });

  it('keeps numbers and their words together', () => {
    const berlin: Deadline = {
      stage: 'application',
      zone: 'Europe/Berlin',
      effect: 'excludes',
      schedule: { kind: 'fixed', closes: { date: '2014-07-25' } },
    };
    expect(deadlineSentence(berlin, evaluateDeadline(berlin, Temporal.Instant.from(NOW)), 'de')).toContain('25.\u00a0Juli');
    expect(daysLeftWords(7, 'de')).toBe('noch\u00a07\u00a0Tage');
  });

  it.each([
    [7, 'noch 7 Tage', '7 days left'],
    [1, 'noch 1 Tag', '1 day left'],
    [0, 'heute', 'today'],
  ])('%i days left', (days, de, en) => {
    expect([daysLeftWords(days, 'de'), daysLeftWords(days, 'en')].map(spoken)).toEqual([de, en]);
  });

  it('says when it opens and from when it is too late', () => {
    expect(spoken(opensWords(Temporal.Instant.from('2018-11-04T03:00:00Z'), 'America/Sao_Paulo', 'de'))).toBe('öffnet am 4. Nov. 2018');
    expect(spoken(tooLateWords(Temporal.Instant.from('2014-07-25T22:00:00Z'), 'Europe/Berlin', 'de'))).toBe(
      'Zu spät ab Samstag, 26. Juli 2014, 00:00 Uhr (Berlin)',
    );
  });
});

describe('names', () => {
  it.each([
    ['Europe/Berlin', 'Berlin', 'Berlin'],
    ['Europe/Vienna', 'Wien', 'Vienna'],
    ['Europe/Brussels', 'Brüssel', 'Brussels'],
    ['America/Argentina/Buenos_Aires', 'Buenos Aires', 'Buenos Aires'],
    ['UTC', 'UTC', 'UTC'],
    ['Etc/GMT-1', 'Etc/GMT-1', 'Etc/GMT-1'],
  ])('the city of %s', (zone, de, en) => {
    expect([zoneCity(zone, 'de'), zoneCity(zone, 'en')]).toEqual([de, en]);
  });

  it('of what is enumerated, unknown stages as they are', () => {
    expect(stageName('outline', 'de')).toBe('Skizze');
    expect(stageName('jury_day', 'de')).toBe('jury_day');
    expect(stageName('constructor', 'en')).toBe('constructor');
    expect(statusWord('upcoming', 'de')).toBe('angekündigt');
    expect(effectName('excludes', 'de')).toBe('Ausschlussfrist');
    expect(effectWords('excludes', 'de')).toBe('Ausschlussfrist: wer später kommt, ist nicht dabei');
    expect(actWords('postmark', 'en')).toBe('the postmark counts');
    expect(weekendRuleName('next_working_day', 'de')).toBe('nächster Werktag');
    expect(scheduleKindName('cut_offs', 'de')).toBe('mehrere Stichtage');
  });
});
