import type { Deadline, Moment, Schedule } from '@app/deadlines/deadline.js';
import { isMoney, type Money } from '@app/kernel/money.js';
import type { Award } from '../../award.js';
import { dayOf, type Json, objectOf } from './foreign-json.js';

const CLOCK = /^([01]\d|2[0-3]):[0-5]\d/;

/** The one deadline that key dates tell of. Times there have no zone: they are read in the zone that whoever imports has named. */
export function deadlineOf(keyDates: unknown, zone: string): Deadline {
  return { stage: 'application', zone, effect: 'excludes', schedule: scheduleOf(objectOf(keyDates)) };
}

function scheduleOf({ openDate, closeDate }: Json): Schedule {
  const opens = momentOf(openDate, 'start') ?? (objectOf(closeDate).eventType === 'dateRange' ? momentOf(closeDate, 'start') : undefined);
  const closes = momentOf(closeDate, 'end');
  if (closes) return { kind: 'fixed', ...(opens && opens.date <= closes.date && { opens }), closes };
  return opens ? { kind: 'opening', opens } : { kind: 'unannounced' };
}

function momentOf(event: unknown, end: 'start' | 'end'): Moment | undefined {
  const { eventType, ...fields } = objectOf(event);
  const [day, clock] = eventType === 'dateRange' ? [fields[`${end}Date`], fields[`${end}Time`]] : [fields.date, fields.time];
  const date = dayOf(day);
  const time = typeof clock === 'string' ? CLOCK.exec(clock)?.[0] : undefined;
  return date === undefined ? undefined : { date, ...(time !== undefined && { time }) };
}

/** Amounts and numbers of awards; whatever is in no form that we know is left out. */
export function awardOf(funding: unknown): Award {
  const { totalAmountAvailable, minAwardAmount, maxAwardAmount, maxAwardCount, estimatedAwardCount } = objectOf(funding);
  const [totalBudget, minAmount, maxAmount] = [totalAmountAvailable, minAwardAmount, maxAwardAmount].map(moneyOf);
  const count = [estimatedAwardCount, maxAwardCount].find(isCount);
  const amounts =
    minAmount && minAmount.amount === maxAmount?.amount && minAmount.currency === maxAmount.currency
      ? { amountEach: minAmount }
      : { ...(minAmount && { minAmount }), ...(maxAmount && { maxAmount }) };
  return { ...(count !== undefined && { count }), ...amounts, ...(totalBudget && { totalBudget }) };
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 1 && Number(value) <= 1_000_000;

/** "5000" and "5000.5" are amounts there too. */
function moneyOf(value: unknown): Money | undefined {
  const { amount, currency } = objectOf(value);
  const [, whole, cents = ''] = /^0*(\d{1,15})(?:\.(\d{1,2})0*)?$/.exec(typeof amount === 'string' ? amount : '') ?? [];
  const money = { amount: `${whole}.${cents.padEnd(2, '0')}`, currency };
  return isMoney(money) ? money : undefined;
}
