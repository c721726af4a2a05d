import { parseDeadline } from '@app/deadlines/parse-deadline.js';
import { renderToString } from 'preact-render-to-string';
import { texts } from '../texts/texts.js';
import { deadlineView } from './deadline-view.js';
import { Until } from './until.js';

const NOW = Temporal.Instant.from('2026-11-23T08:00:00Z');

function shown(schedule: object, more: object = {}, locale: 'de' | 'en' = 'de'): string {
  const deadline = parseDeadline({ stage: 'application', zone: 'Europe/Berlin', effect: 'excludes', schedule, ...more }, '').deadline!;
  const html = renderToString(Until({ t: texts(locale), deadline: deadlineView(deadline, NOW, locale) }));
  return html
    .replace(/<[^>]+>/g, ' ')
    .replace(/\u00a0/g, ' ')
    .replace(/ +/g, ' ')
    .trim();
}

describe('a closing date in a list', () => {
  it.each([
    [
      'seven days ahead',
      { kind: 'fixed', closes: { date: '2026-11-30' } },
      'Mo., 30. Nov. 2026 noch 7 Tage',
      'Mon 30 Nov 2026 7 days left',
    ],
    ['the day before', { kind: 'fixed', closes: { date: '2026-11-24' } }, 'Di., 24. Nov. 2026 noch 1 Tag', 'Tue 24 Nov 2026 1 day left'],
    ['the last day', { kind: 'fixed', closes: { date: '2026-11-23' } }, 'Mo., 23. Nov. 2026 heute', 'Mon 23 Nov 2026 today'],
    ['over', { kind: 'fixed', closes: { date: '2026-11-22' } }, 'So., 22. Nov. 2026 geschlossen', 'Sun 22 Nov 2026 closed'],
    [
      'not open yet',
      { kind: 'fixed', opens: { date: '2027-01-01' }, closes: { date: '2027-03-15' } },
      'Mo., 15. März 2027 öffnet am 1. Jan. 2027',
      'Mon 15 Mar 2027 opens 1 Jan 2027',
    ],
    ['rolling', { kind: 'rolling' }, 'laufend keine Frist bekannt', 'rolling no deadline known'],
    ['used up', { kind: 'rolling', exhausted: true }, 'Mittel erschöpft', 'funds exhausted'],
    ['not announced', { kind: 'unannounced' }, 'Frist noch offen', 'not announced'],
    [
      'until exhausted',
      { kind: 'rolling', until: { date: '2026-11-30' }, untilExhausted: true },
      'Mo., 30. Nov. 2026 noch 7 Tage solange Mittel da sind',
      'Mon 30 Nov 2026 7 days left while funds last',
    ],
    [
      'every year',
      { kind: 'yearly', closes: [{ monthDay: '09-30' }] },
      'Do., 30. Sept. 2027 noch 311 Tage jedes Jahr',
      'Thu 30 Sep 2027 311 days left every year',
    ],
  ])('%s', (_name, schedule, german, english) => {
    expect(shown(schedule)).toBe(german);
    expect(shown(schedule, {}, 'en')).toBe(english);
  });

  it('names the stage where it is not the application', () => {
    expect(shown({ kind: 'fixed', closes: { date: '2026-12-11', time: '12:00' } }, { stage: 'outline' })).toBe(
      'Fr., 11. Dez. 2026, 12:00 Uhr noch 18 Tage Skizze',
    );
  });
});
