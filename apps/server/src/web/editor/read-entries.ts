import { readDay, readTime } from '@app/deadlines/parse-day.js';
import type { Money } from '@app/kernel/money.js';
import type { FaultBook } from './form-reading.js';

/**
 * "300.000", "300,000", "300 000", "60.000,50", "60000.50", "62,5" → "300000", …, "60000.50", "62.5".
 * A point or comma before exactly three digits groups thousands (nobody enters thousandths); before one or two it is the decimal sign.
 */
export function plainNumber(text: string): string | undefined {
  const bare = text.replace(/(?:€|EUR|Euro|%)/gi, '').replace(/[\s\u00a0\u202f']/g, '');
  const match = /^(\d{1,3}(?:([.,])\d{3})(?:\2\d{3})*|\d+)(?:[.,](\d{1,2}))?$/.exec(bare);
  if (!match) return undefined;
  const whole = match[1]!.replace(/[.,]/g, '').replace(/^0+(?=\d)/, '');
  return match[3] === undefined ? whole : `${whole}.${match[3]}`;
}

/** Each reader: "" is undefined (not stated); what cannot be read is undefined with a fault. */
export function readWhole(book: FaultBook, name: string, text: string): number | undefined {
  if (text === '') return undefined;
  const plain = plainNumber(text);
  const value = Number(plain);
  return plain === undefined || !Number.isSafeInteger(value) ? book.add(name, 'not-a-whole-number', text) : value;
}

/**
 * As `readWhole`, and for balances and shares: "-1.500", "0,125", "62,5". A point or comma before exactly three digits groups thousands
 * unless a 0 stands before it.
 */
export function readNumber(book: FaultBook, name: string, text: string): number | undefined {
  if (text === '') return undefined;
  const bare = text.replace(/[\s\u00a0\u202f']/g, '').replace('\u2212', '-');
  const isGrouped = /^-?[1-9]\d{0,2}(?:([.,])\d{3})(?:\1\d{3})*$/.test(bare);
  const plain = isGrouped ? bare.replace(/[.,]/g, '') : bare.replace(',', '.');
  const value = Number(plain);
  return /^-?\d+(?:\.\d+)?$/.test(plain) && Number.isFinite(value) ? value : book.add(name, 'not-a-number', text);
}

export function readMoney(book: FaultBook, name: string, text: string): Money | undefined {
  if (text === '') return undefined;
  const plain = plainNumber(text);
  if (plain === undefined || plain.length > 15) return book.add(name, 'not-an-amount', text);
  const [whole, cents = ''] = plain.split('.') as [string, string?];
  return { amount: `${whole}.${cents.padEnd(2, '0')}`, currency: 'EUR' };
}

/** "62,5" → 6250 basis points. */
export function readRate(book: FaultBook, name: string, text: string): number | undefined {
  if (text === '') return undefined;
  const plain = plainNumber(text);
  const value = plain === undefined ? Number.NaN : Math.round(Number(plain) * 100);
  return value >= 0 && value <= 10_000 ? value : book.add(name, 'not-a-rate', text);
}

export function readDayEntry(book: FaultBook, name: string, text: string): string | undefined {
  if (text === '') return undefined;
  return readDay(text)?.toString() ?? book.add(name, 'not-a-day', text);
}

export function readTimeEntry(book: FaultBook, name: string, text: string): string | undefined {
  if (text === '') return undefined;
  return readTime(text) ?? book.add(name, 'not-a-time', text);
}

/** "30.09.", "30.9", "09-30" → "09-30"; 29 February is no day of every year. */
export function readMonthDay(text: string): string | undefined {
  const german = /^(\d{1,2})\.\s?(\d{1,2})\.?$/.exec(text);
  const [, month, day] = german ? [0, german[2], german[1]] : (/^(\d{2})-(\d{2})$/.exec(text) ?? []);
  if (month === undefined || day === undefined) return undefined;
  // 2001 is no leap year: what it does not have, some years lack
  const full = readDay(`2001-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
  return full?.toString().slice(5);
}

/** "10.2020", "10/2020", "2020-10" → "2020-10". */
export function readMonth(text: string): string | undefined {
  const german = /^(\d{1,2})[./](\d{4})$/.exec(text);
  const month = german ? `${german[2]}-${german[1]!.padStart(2, '0')}` : text;
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(month) ? month : undefined;
}

export function readUrl(book: FaultBook, name: string, text: string): string | undefined {
  if (text === '') return undefined;
  return /^https?:\/\//i.test(text) && URL.canParse(text) ? text : book.add(name, 'not-a-url', text);
}

export function readJson(book: FaultBook, name: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return book.add(name, 'not-json', text);
  }
}
