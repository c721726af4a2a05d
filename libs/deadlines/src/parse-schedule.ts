import type { Fault } from '@app/kernel/domain-error.js';
import { type Moment, SCHEDULE_KINDS, type Schedule, type ScheduleKind } from './deadline.js';
import { closesAt, opensAt } from './moment.js';
import { faultAt } from './parsing/fault-texts.js';
import { Fields, type Read } from './parsing/fields.js';
import { readDistinct, readMoment, readYearlyClosing, readYearlyOpening } from './parsing/read-moments.js';
import { readDuration, readFlag, readMonth, readOneOf } from './parsing/read-values.js';

/** A schedule on its own, as an amendment sends it. `zone` is the deadline's; it decides whether the opening lies before the closing. */
export function parseSchedule(value: unknown, pointer: string, zone: string): { schedule?: Schedule; faults: Fault[] } {
  const faults: Fault[] = [];
  const schedule = readSchedule(zone)(value, pointer, faults);
  return schedule && faults.length === 0 ? { schedule, faults } : { faults };
}

export function parseMoment(value: unknown, pointer = ''): { moment?: Moment; faults: Fault[] } {
  const faults: Fault[] = [];
  const moment = readMoment(value, pointer, faults);
  return moment && faults.length === 0 ? { moment, faults } : { faults };
}

/** The result may be incomplete where faults were added: callers drop it then. */
export function readSchedule(zone: string | undefined): Read<Schedule> {
  return (value, pointer, faults) => {
    const fields = Fields.of(value, pointer, faults);
    const kind = fields?.required('kind', readOneOf(SCHEDULE_KINDS));
    if (fields === undefined || kind === undefined) return undefined;
    const before = faults.length;
    const schedule = PARSERS[kind](fields);
    fields.end();
    if (zone !== undefined && schedule !== undefined && faults.length === before) checkOrder(schedule, zone, pointer, faults);
    return schedule;
  };
}

const PARSERS: Readonly<Record<ScheduleKind, (fields: Fields) => Schedule | undefined>> = {
  fixed: (fields) => {
    const closes = fields.required('closes', readMoment);
    const opens = fields.optional('opens', readMoment);
    return closes && { kind: 'fixed', ...opens, closes };
  },
  cut_offs: (fields) => {
    const closes = fields.required('closes', readDistinct(readMoment));
    const opens = fields.optional('opens', readMoment);
    return closes && { kind: 'cut_offs', ...opens, closes };
  },
  yearly: (fields) => {
    const closes = fields.required('closes', readDistinct(readYearlyClosing));
    const opens = fields.optional('opens', readYearlyOpening);
    return closes && { kind: 'yearly', closes, ...opens };
  },
  rolling: (fields) => ({
    kind: 'rolling',
    ...fields.optional('opens', readMoment),
    ...fields.optional('until', readMoment),
    ...fields.optional('untilExhausted', readFlag),
    ...fields.optional('exhausted', readFlag),
  }),
  relative: (fields) => {
    const before = fields.required('before', readOneOf(['project_start', 'application']));
    const duration = fields.required('duration', readDuration);
    return before && duration !== undefined ? { kind: 'relative', before, duration } : undefined;
  },
  month: (fields) => {
    const closes = fields.required('closes', readMonth);
    return closes === undefined ? undefined : { kind: 'month', closes };
  },
  opening: (fields) => {
    const opens = fields.required('opens', readMoment);
    return opens && { kind: 'opening', opens };
  },
  unannounced: () => ({ kind: 'unannounced' }),
};

function checkOrder(schedule: Schedule, zone: string, pointer: string, faults: Fault[]): void {
  if (schedule.kind !== 'fixed' && schedule.kind !== 'cut_offs' && schedule.kind !== 'rolling') return;
  const { opens } = schedule;
  if (opens === undefined) return;
  for (const [place, closes] of endsOf(schedule)) {
    if (Temporal.Instant.compare(opensAt(opens, zone), closesAt(closes, zone)) >= 0)
      faults.push(faultAt(`${pointer}${place}`, 'closes-before-opening'));
  }
}

function endsOf(schedule: Extract<Schedule, { kind: 'fixed' | 'cut_offs' | 'rolling' }>): [string, Moment][] {
  if (schedule.kind === 'fixed') return [['/closes', schedule.closes]];
  if (schedule.kind === 'cut_offs') return schedule.closes.map((moment, index) => [`/closes/${index}`, moment]);
  return schedule.until ? [['/until', schedule.until]] : [];
}
