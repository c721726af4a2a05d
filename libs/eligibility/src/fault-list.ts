import type { Fault } from '@app/kernel/domain-error.js';
import type { Params } from '@app/kernel/reason.js';
import type { FaultCode } from './fault-texts.js';

export type JsonObject = Readonly<Record<string, unknown>>;

/** One step of a JSON Pointer (RFC 6901): "~" and "/" in a name are escaped. */
export function step(pointer: string, name: string | number): string {
  return `${pointer}/${String(name).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/** Collects the faults of one reading. Each check answers whether the value can be used and never throws, whatever it is given. */
export class FaultList {
  readonly faults: Fault[] = [];

  add(pointer: string, code: FaultCode, params?: Params): false {
    this.faults.push(params === undefined ? { pointer, code } : { pointer, code, params });
    return false;
  }

  /** An object with no other properties than these; names that every object inherits are unknown like any other. */
  object(value: unknown, pointer: string, properties: readonly string[]): value is JsonObject {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return this.add(pointer, 'not-an-object');
    for (const name of Object.keys(value)) if (!properties.includes(name)) this.add(step(pointer, name), 'unknown-property');
    return true;
  }

  list(value: unknown, pointer: string): value is readonly unknown[] {
    return Array.isArray(value) || this.add(pointer, 'not-a-list');
  }

  /** A text of `least` to `most` characters that a database can keep: no NUL, no half of a surrogate pair. */
  text(value: unknown, pointer: string, most: number, least = 1): value is string {
    if (typeof value !== 'string' || !value.isWellFormed() || value.includes('\0')) return this.add(pointer, 'not-a-text');
    if (value.length < least) return this.add(pointer, 'empty-text');
    return value.length <= most || [...value].length <= most || this.add(pointer, 'too-long', { most });
  }

  /** A finite number, from 0 on unless said otherwise. */
  number(value: unknown, pointer: string, kind: { whole?: boolean; negative?: boolean } = {}): value is number {
    if (typeof value !== 'number' || !Number.isFinite(value)) return this.add(pointer, 'not-a-number');
    if (value < 0 && !kind.negative) return this.add(pointer, 'negative-number');
    return !kind.whole || Number.isSafeInteger(value) || this.add(pointer, 'not-whole');
  }

  /** A day of the calendar, "2022-12-31". */
  day(value: unknown, pointer: string): value is string {
    return isDay(value) || this.add(pointer, 'not-a-day');
  }
}

/** The property of that name, if the object has one of its own. */
export function own(object: JsonObject, name: string): unknown {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}

function isDay(value: unknown): boolean {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  try {
    Temporal.PlainDate.from(value, { overflow: 'reject' });
    return true;
  } catch {
    return false;
  }
}
