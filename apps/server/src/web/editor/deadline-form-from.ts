import type { Moment, Schedule } from '@app/deadlines/deadline.js';
import type { Criterion } from '@app/eligibility/criterion.js';
import type { Locale } from '@app/kernel/locale.js';
import { type DeadlineForm, type DeadlineJson, EMPTY_DEADLINE } from './deadline-form.js';
import { EMPTY_WAY, wayOf } from './way-form.js';
import { dayEntry, monthDayEntry, monthEntry } from './write-entries.js';

const opening = (moment?: Moment) => ({ opens: dayEntry(moment?.date), opensTime: moment?.time ?? '' });
const line = (day: string, time?: string) => (time ? `${day} ${time}` : day);

function durationFields(duration: string): Pick<DeadlineForm, 'duration' | 'durationUnit'> {
  const match = /^P(\d+)([DWM])$/.exec(duration);
  if (!match) return { duration, durationUnit: 'iso' };
  return match[1] === '0' ? { duration: '', durationUnit: 'W' } : { duration: match[1]!, durationUnit: match[2]! };
}

function scheduleFields(schedule: Schedule): Partial<DeadlineForm> {
  switch (schedule.kind) {
    case 'fixed':
      return { ...opening(schedule.opens), closes: dayEntry(schedule.closes.date), time: schedule.closes.time ?? '' };
    case 'cut_offs':
      return { ...opening(schedule.opens), closings: schedule.closes.map(({ date, time }) => line(dayEntry(date), time)).join('\n') };
    case 'yearly': {
      const monthDays = schedule.closes.map(({ monthDay, time }) => line(monthDayEntry(monthDay), time)).join('\n');
      return { monthDays, opensMonthDay: monthDayEntry(schedule.opens?.monthDay) };
    }
    case 'rolling': {
      const { until, untilExhausted = false, exhausted = false } = schedule;
      return { ...opening(schedule.opens), closes: dayEntry(until?.date), time: until?.time ?? '', untilExhausted, exhausted };
    }
    case 'relative':
      return { before: schedule.before, ...durationFields(schedule.duration) };
    case 'month':
      return { month: monthEntry(schedule.closes) };
    case 'opening':
      return opening(schedule.opens);
    case 'unannounced':
      return {};
  }
}

/** As one way where that shows all of it, else as JSON. */
function appliesFields(rule: unknown, locale: Locale): Pick<DeadlineForm, 'applies' | 'appliesTo'> {
  if (rule === undefined || rule === null) return { applies: EMPTY_WAY, appliesTo: '' };
  const applies = wayOf(rule as Criterion, locale);
  return applies ? { applies, appliesTo: '' } : { applies: EMPTY_WAY, appliesTo: JSON.stringify(rule, null, 2) };
}

export function deadlineFromJson(deadline: DeadlineJson, locale: Locale): DeadlineForm {
  const { id, stage, zone, effect, act, channel, weekendRule, holidays, appliesTo, schedule } = deadline;
  return {
    ...EMPTY_DEADLINE,
    id: id ?? '',
    stage,
    kind: schedule.kind,
    ...scheduleFields(schedule),
    zone,
    effect,
    act: act ?? '',
    channel: channel ?? '',
    weekendRule: weekendRule ?? 'none',
    holidays: holidays ?? '',
    ...appliesFields(appliesTo, locale),
  };
}
