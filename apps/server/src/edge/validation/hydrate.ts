import type { Fault } from '@app/kernel/domain-error.js';
import type { Type } from '@nestjs/common';
import { type Field, fieldsOf } from './field.js';
import { isPlainObject } from './kind.js';
import { pointerTo } from './sendable.js';

export interface Hydrated {
  readonly dto: object;
  /** Properties that nobody declared, by pointer. */
  readonly faults: Fault[];
}

/**
 * Makes the DTO of a parsed body. Not class-transformer's plainToInstance: in JSON that is only passed on (a rule, facts) a key
 * such as "constructor" makes it throw a TypeError, and class-validator's whitelist lets that key pass.
 */
export function hydrate(type: Type, plain: Record<string, unknown>, pointer = ''): Hydrated {
  const dto = new type() as Record<string, unknown>;
  const fields = fieldsOf(type);
  const faults: Fault[] = [];
  for (const [key, value] of Object.entries(plain)) {
    const field = fields.get(key);
    if (field) dto[key] = hydrateValue(field, value, pointerTo(pointer, key), faults);
    else faults.push({ pointer: pointerTo(pointer, key), code: 'unknown-property' });
  }
  return { dto, faults };
}

function hydrateValue(field: Field, value: unknown, pointer: string, faults: Fault[]): unknown {
  if (!field.nested) return value;
  const one = (entry: unknown, at: string): unknown => {
    if (!isPlainObject(entry)) return entry;
    const inner = hydrate(field.nested!(), entry, at);
    faults.push(...inner.faults);
    return inner.dto;
  };
  if (!field.list) return one(value, pointer);
  return Array.isArray(value) ? value.map((entry, index) => one(entry, pointerTo(pointer, index))) : value;
}

/** Makes the DTO of a query, where everything is text: an empty value counts as not given, a list takes one value or many. */
export function hydrateQuery(type: Type, query: Record<string, unknown>): Hydrated {
  const dto = new type() as Record<string, unknown>;
  const fields = fieldsOf(type);
  const faults: Fault[] = [];
  for (const [name, given] of Object.entries(query)) {
    const texts = [given].flat().filter((text) => text !== '');
    const field = fields.get(name);
    if (!field) faults.push({ pointer: pointerTo('', name), code: 'unknown-property' });
    else if (texts.length > 1 && !field.list) faults.push({ pointer: pointerTo('', name), code: 'not-repeatable' });
    else if (texts.length > 0) {
      const values = texts.map((text) => field.kind?.fromText?.(String(text)) ?? text);
      dto[name] = field.list ? values : values[0];
    }
  }
  return { dto, faults };
}
