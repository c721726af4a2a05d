import type { Fault } from '@app/kernel/domain-error.js';

/** Deeper JSON than any rule needs; every walk through a body below may then be recursive. */
export const MAX_DEPTH = 100;

export const pointerTo = (pointer: string, key: string | number): string =>
  `${pointer}/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`;

/** NUL and lone surrogates: legal JSON, but PostgreSQL stores neither. */
const storable = (text: string): boolean => !text.includes('\0') && text.isWellFormed();

/** What no field can take, wherever it stands: found once for bodies and queries before anything else looks at them. */
export function unsendable(value: unknown, pointer = '', depth = 0): Fault[] {
  if (typeof value === 'string') return storable(value) ? [] : [{ pointer, code: 'unprintable' }];
  if (typeof value !== 'object' || value === null || Buffer.isBuffer(value)) return [];
  if (depth >= MAX_DEPTH) return [{ pointer, code: 'too-deep', params: { most: MAX_DEPTH } }];
  return Object.entries(value).flatMap(([key, entry]) => {
    if (key === '__proto__') return [{ pointer: pointerTo(pointer, key), code: 'unknown-property' }];
    if (!storable(key)) return [{ pointer, code: 'unprintable' }];
    return unsendable(entry, pointerTo(pointer, key), depth + 1);
  });
}
