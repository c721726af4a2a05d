import type { Moment, Schedule, YearlyClosing } from '@app/deadlines/deadline.js';
import type { DeadlineForm } from './deadline-form.js';
import type { FaultBook } from './form-reading.js';
import { readDayEntry, readJson, readMonth, readMonthDay, readTimeEntry } from './read-entries.js';
import { isEmptyWay, wayToCriterion } from './way-form.js';

type Entry = { book: FaultBook; form: DeadlineForm; name: string };

function moment({ book, name }: Entry, field: string, day: string, timeField: string, time: string): Moment | undefined {
  const date = readDayEntry(book, `${name}.${field}`, day);
  const clock = readTimeEntry(book, `${name}.${timeField}`, time);
  if (day === '' && time !== '') return book.add(`${name}.${field}`, 'time-without-day');
  return date === undefined ? undefined : { date, ...(clock !== undefined && { time: clock }) };
}

const opens = (entry: Entry) => moment(entry, 'opens', entry.form.opens, 'opensTime', entry.form.opensTime);
const closes = (entry: Entry) => moment(entry, 'closes', entry.form.closes, 'time', entry.form.time);

/** Fills in for what is missing, so that reading goes on and finds every fault; a form with faults is never sent. */
function needed<Value>({ book, name }: Entry, field: string, value: Value | undefined, instead: Value): Value {
  if (value === undefined) book.add(`${name}.${field}`, 'required');
  return value ?? instead;
}

const lines = (text: string) =>
  text
    .split(/[\n;]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** "31.01.2024 12:00" → day and time; the time is what stands behind the last blank and has a colon, or "Uhr". */
function dayAndTime(line: string): [day: string, time: string] {
  const match = /^(.+?)[\s,]+(\d{1,2}(?:[:.]\d{2})?\s?(?:Uhr|h)|\d{1,2}:\d{2})$/i.exec(line);
  return match ? [match[1]!.trim(), match[2]!] : [line, ''];
}

function cutOffs(entry: Entry): Moment[] {
  const { book, form, name } = entry;
  const read = lines(form.closings).flatMap((line) => {
    const [day, time] = dayAndTime(line);
    return moment({ book, form, name }, 'closings', day, 'closings', time) ?? [];
  });
  return needed(entry, 'closings', read.length > 0 ? read : undefined, []);
}

function yearlyClosings(entry: Entry): YearlyClosing[] {
  const { book, form, name } = entry;
  const read = lines(form.monthDays).flatMap((line): YearlyClosing[] => {
    const [day, time] = dayAndTime(line);
    const monthDay = readMonthDay(day) ?? book.add(`${name}.monthDays`, 'not-a-month-day', day);
    const clock = readTimeEntry(book, `${name}.monthDays`, time);
    return monthDay === undefined ? [] : [{ monthDay, ...(clock !== undefined && { time: clock }) }];
  });
  return needed(entry, 'monthDays', read.length > 0 ? read : undefined, []);
}

function yearlyOpening({ book, form, name }: Entry): { monthDay: string } | undefined {
  if (form.opensMonthDay === '') return undefined;
  const monthDay = readMonthDay(form.opensMonthDay);
  return monthDay === undefined ? book.add(`${name}.opensMonthDay`, 'not-a-month-day', form.opensMonthDay) : { monthDay };
}

/** "8" weeks → P8W; nothing entered is the day itself: P0D, until the day before. */
function duration({ book, form, name }: Entry): string {
  if (form.durationUnit === 'iso') return form.duration || 'P0D';
  const count = form.duration === '' ? '0' : form.duration;
  if (!/^\d{1,4}$/.test(count)) book.add(`${name}.duration`, 'not-a-duration', form.duration);
  return Number(count) === 0 ? 'P0D' : `P${Number(count)}${form.durationUnit}`;
}

function schedule(entry: Entry): Schedule {
  const { book, form, name } = entry;
  const opening = ['fixed', 'cut_offs', 'rolling'].includes(form.kind) ? opens(entry) : undefined;
  switch (form.kind) {
    case 'fixed':
      return { kind: 'fixed', ...(opening && { opens: opening }), closes: needed(entry, 'closes', closes(entry), { date: '' }) };
    case 'cut_offs':
      return { kind: 'cut_offs', ...(opening && { opens: opening }), closes: cutOffs(entry) };
    case 'yearly': {
      const from = yearlyOpening(entry);
      return { kind: 'yearly', closes: yearlyClosings(entry), ...(from && { opens: from }) };
    }
    case 'rolling': {
      const until = closes(entry);
      const { untilExhausted, exhausted } = form;
      return {
        kind: 'rolling',
        ...(opening && { opens: opening }),
        ...(until && { until }),
        ...(untilExhausted && { untilExhausted }),
        ...(exhausted && { exhausted }),
      };
    }
    case 'relative':
      return { kind: 'relative', before: form.before === 'application' ? 'application' : 'project_start', duration: duration(entry) };
    case 'month': {
      const month = form.month === '' ? undefined : (readMonth(form.month) ?? book.add(`${name}.month`, 'not-a-month', form.month));
      return { kind: 'month', closes: needed(entry, 'month', month, '') };
    }
    case 'opening':
      return { kind: 'opening', opens: needed(entry, 'opens', opens(entry), { date: '' }) };
    case 'unannounced':
      return { kind: 'unannounced' };
    default:
      book.add(`${name}.kind`, 'unknown-choice', String(form.kind));
      return { kind: 'unannounced' };
  }
}

/** For whom it holds: one way, or a rule as JSON; nothing for everybody. */
function appliesTo(book: FaultBook, form: DeadlineForm, name: string): unknown {
  if (form.appliesTo === '') return isEmptyWay(form.applies) ? undefined : wayToCriterion(book, form.applies, `${name}.applies`);
  if (!isEmptyWay(form.applies)) book.add(`${name}.appliesTo`, 'applies-either');
  return readJson(book, `${name}.appliesTo`, form.appliesTo);
}

/** The deadline as POST /calls takes it; a field left empty is left out. */
export function deadlineToJson(book: FaultBook, form: DeadlineForm, name: string): Record<string, unknown> {
  const { id, act, channel, holidays, weekendRule } = form;
  const applies = appliesTo(book, form, name);
  return {
    ...(id !== '' && { id }),
    stage: form.stage,
    zone: form.zone,
    schedule: schedule({ book, form, name }),
    effect: form.effect,
    ...(act !== '' && { act }),
    ...(channel !== '' && { channel }),
    ...(weekendRule !== '' && weekendRule !== 'none' && { weekendRule }),
    ...(holidays !== '' && { holidays }),
    ...(applies !== undefined && { appliesTo: applies }),
  };
}
