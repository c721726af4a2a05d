import type { Moment, YearlyClosing } from '../deadline.js';
import { faultAt } from './fault-texts.js';
import { Fields, type Read } from './fields.js';
import { readClock, readDayText, readMonthDay } from './read-values.js';

const MOST_CLOSINGS = 366;

export const readMoment: Read<Moment> = (value, pointer, faults) => {
  const fields = Fields.of(value, pointer, faults);
  const date = fields?.required('date', readDayText);
  const time = fields?.optional('time', readClock);
  fields?.end();
  return date === undefined ? undefined : { date, ...time };
};

export const readYearlyClosing: Read<YearlyClosing> = (value, pointer, faults) => {
  const fields = Fields.of(value, pointer, faults);
  const monthDay = fields?.required('monthDay', readMonthDay);
  const time = fields?.optional('time', readClock);
  fields?.end();
  return monthDay === undefined ? undefined : { monthDay, ...time };
};

export const readYearlyOpening: Read<{ monthDay: string }> = (value, pointer, faults) => {
  const fields = Fields.of(value, pointer, faults);
  const monthDay = fields?.required('monthDay', readMonthDay);
  fields?.end();
  return monthDay === undefined ? undefined : { monthDay };
};

/** A list of at least one, none twice, in the order given (each keeps its number, from which calendar entries have their ids). */
export function readDistinct<T extends object>(read: Read<T>): Read<T[]> {
  return (value, pointer, faults) => {
    if (!Array.isArray(value) || value.length === 0 || value.length > MOST_CLOSINGS) {
      const code = !Array.isArray(value) ? 'not-a-list' : value.length === 0 ? 'empty-list' : 'list-too-long';
      faults.push(faultAt(pointer, code, code === 'list-too-long' ? { max: MOST_CLOSINGS } : {}));
      return undefined;
    }
    const seen = new Set<string>();
    return value.flatMap((item, index) => {
      const result = read(item, `${pointer}/${index}`, faults);
      if (result === undefined) return [];
      const key = Object.values(result).join(' ');
      if (seen.has(key)) faults.push(faultAt(`${pointer}/${index}`, 'duplicate'));
      seen.add(key);
      return [result];
    });
  };
}
