import { isId } from '@app/kernel/ids.js';
import { type Kind, type Misfit, misfit, type Schema, wrongType } from './kind.js';

/** C0 and DEL; in texts of several lines tabs and line ends are welcome. */
const isControl = (code: number, lines: boolean): boolean => code === 127 || (code < 32 && !(lines && [9, 10, 13].includes(code)));
const hasControl = (text: string, lines: boolean): boolean => [...text].some((character) => isControl(character.codePointAt(0)!, lines));

export interface TextLimits {
  /** Characters that count, blanks around them left out; default 1. */
  readonly min?: number;
  /** Characters; default 500. */
  readonly max?: number;
  /** Whether line ends are allowed; default false, so that nothing can break out of a heading or a subject line. */
  readonly lines?: boolean;
  readonly pattern?: RegExp;
}

function misfitOfText(value: string, { min = 1, max = 500, lines = false, pattern }: TextLimits): Misfit | undefined {
  if (hasControl(value, lines)) return misfit('unprintable');
  if (value.length > max && [...value].length > max) return misfit('too-long', { most: max });
  if (value.trim().length < min) return misfit('too-short', { least: min });
  return pattern && !pattern.test(value) ? misfit('wrong-form') : undefined;
}

export function textKind(limits: TextLimits = {}): Kind {
  const { min = 1, max = 500, pattern } = limits;
  return {
    check: (value) => (typeof value === 'string' ? misfitOfText(value, limits) : wrongType('text')),
    schema: { type: 'string', minLength: min, maxLength: max, ...(pattern && { pattern: pattern.source }) },
    fromText: (text) => text,
  };
}

/** A text of which one question decides whether it fits. */
function formKind(fits: (text: string) => boolean, code: Misfit['code'], schema: Schema): Kind {
  return {
    check: (value) => {
      if (typeof value !== 'string') return wrongType('text');
      return fits(value) ? undefined : misfit(code);
    },
    schema: { type: 'string', ...schema },
    fromText: (text) => text,
  };
}

function parses(read: () => unknown): boolean {
  try {
    read();
    return true;
  } catch {
    return false;
  }
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/i;
const EMAIL = /^[^\s@<>"(),:;\\[\]]+@[^\s@<>"(),:;\\[\]]+$/;

/** "2014-07-25"; stays text in the DTO, `Temporal.PlainDate.from` reads it. */
export const dayKind = formKind(
  (text) => DAY.test(text) && parses(() => Temporal.PlainDate.from(text, { overflow: 'reject' })),
  'not-a-day',
  {
    format: 'date',
  },
);
/** RFC 3339 with its offset. */
export const instantKind = formKind((text) => INSTANT.test(text) && parses(() => Temporal.Instant.from(text)), 'not-an-instant', {
  format: 'date-time',
});
export const idKind = formKind(isId, 'not-an-id', { format: 'uuid' });
/** RFC 5321 allows 254 characters; quoted local parts are refused, no town hall has any. */
export const emailKind = formKind((text) => text.length <= 254 && EMAIL.test(text) && !hasControl(text, false), 'not-an-email', {
  format: 'email',
  maxLength: 254,
});
/** http and https only: a link that a page shows must not run a script. */
export const urlKind = formKind(
  (text) => text.length <= 2000 && /^https?:\/\//i.test(text) && URL.canParse(text) && !hasControl(text, false) && !/\s/.test(text),
  'not-a-url',
  { format: 'uri', maxLength: 2000 },
);

export function oneOfKind(allowed: readonly string[]): Kind {
  return {
    check: (value) => (typeof value === 'string' && allowed.includes(value) ? undefined : misfit('not-one-of', { allowed })),
    schema: { type: 'string', enum: [...allowed] },
    fromText: (text) => text,
  };
}
