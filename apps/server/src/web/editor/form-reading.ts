import type { Locale } from '@app/kernel/locale.js';
import { texts } from '../texts/texts.js';

/** A posted form, flat: names as keys, repeated names as arrays. */
export type Body = Readonly<Record<string, unknown>>;

/** What is wrong with an entry: a code of `texts.faults` and what was entered. */
export interface FormFault {
  code: string;
  text: string;
}
/** By the name of the field. */
export type FormFaults = Record<string, FormFault>;

/** Longer than any honest entry; a rule as JSON may be long. */
const MOST_CHARACTERS = 100_000;
const MOST_ROWS = 60;

export function textOf(body: Body, name: string): string {
  const value = body[name];
  return typeof value === 'string' ? value.trim().replaceAll('\r\n', '\n').slice(0, MOST_CHARACTERS) : '';
}

export function textsOf(body: Body, name: string): string[] {
  return [body[name]].flat().filter((value): value is string => typeof value === 'string' && value !== '');
}

export function isTicked(body: Body, name: string): boolean {
  return body[name] === 'yes';
}

/** Prefixes of the rows "deadlines.0", "deadlines.2", … that the body has, in the order of their numbers. */
export function rowsOf(body: Body, list: string): string[] {
  const pattern = new RegExp(`^${list.replaceAll('.', '\\.')}\\.(\\d{1,3})\\.`);
  const numbers = Object.keys(body).flatMap((name) => pattern.exec(name)?.[1] ?? []);
  return [...new Set(numbers.map(Number))]
    .sort((a, b) => a - b)
    .slice(0, MOST_ROWS)
    .map((n) => `${list}.${n}`);
}

/** Collects faults while a form is read: each reader answers undefined and leaves the fault. */
export class FaultBook {
  readonly faults: FormFaults = {};

  add(name: string, code: string, text = ''): undefined {
    this.faults[name] ??= { code, text };
    return undefined;
  }

  get isEmpty(): boolean {
    return Object.keys(this.faults).length === 0;
  }
}

/** Texts of faults, for the model of a view. */
export function faultTexts(faults: FormFaults, locale: Locale): Record<string, string> {
  const words = texts(locale).faults;
  return Object.fromEntries(Object.entries(faults).map(([name, { code, text }]) => [name, words[code]?.(text) ?? code]));
}
