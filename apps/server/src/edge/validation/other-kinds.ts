import { isMoney } from '@app/kernel/money.js';
import { isPlainObject, type Kind, type Misfit, misfit, ref, type Schema, wrongType } from './kind.js';
import { type TextLimits, textKind } from './text-kinds.js';

export interface WholeLimits {
  readonly min?: number;
  readonly max?: number;
}

/** PostgreSQL's integer is the widest column that these are stored in. */
const WIDEST = 2_147_483_647;

export function wholeKind({ min = 0, max = WIDEST }: WholeLimits = {}): Kind {
  return {
    check: (value) => {
      if (typeof value !== 'number' || !Number.isSafeInteger(value)) return wrongType('integer');
      if (value < min) return misfit('too-small', { least: min });
      return value > max ? misfit('too-great', { most: max }) : undefined;
    },
    schema: { type: 'integer', minimum: min, maximum: max },
    fromText: (text) => (/^-?\d{1,15}$/.test(text) ? Number(text) : text),
  };
}

const FLAGS: Readonly<Record<string, boolean>> = { true: true, '1': true, false: false, '0': false };

export const flagKind: Kind = {
  check: (value) => (typeof value === 'boolean' ? undefined : wrongType('boolean')),
  schema: { type: 'boolean' },
  fromText: (text) => (Object.hasOwn(FLAGS, text) ? FLAGS[text] : text),
};

export const moneyKind: Kind = {
  check: (value) => (isPlainObject(value) && isMoney(value) && Object.keys(value).length === 2 ? undefined : misfit('not-money')),
  schema: ref('Money'),
};

/** What a fact may be: true or false, a number, a text. */
export const scalarKind: Kind = {
  check: (value) => {
    if (typeof value === 'string') return textKind({ max: 500 }).check(value);
    return typeof value === 'boolean' || Number.isFinite(value) ? undefined : misfit('invalid-value');
  },
  schema: { oneOf: [{ type: 'boolean' }, { type: 'number' }, { type: 'string', maxLength: 500 }] },
};

/** Any JSON, checked by a parser of the domain afterwards, which knows better pointers and codes. */
export function jsonKind(component: string | Schema): Kind {
  return { check: () => undefined, schema: typeof component === 'string' ? ref(component) : component };
}

/** `{ de, en? }`: German is always there, a missing translation is allowed. */
export function localizedKind(limits: TextLimits = {}): Kind {
  const text = textKind(limits);
  const check = (value: unknown): Misfit | undefined => {
    if (!isPlainObject(value)) return wrongType('object');
    for (const key of Object.keys(value)) if (key !== 'de' && key !== 'en') return misfit('unknown-property', {}, `/${key}`);
    if (value.de === undefined) return misfit('required', {}, '/de');
    for (const key of ['de', 'en']) {
      const found = value[key] === undefined ? undefined : text.check(value[key]);
      if (found) return { ...found, at: `/${key}` };
    }
    return undefined;
  };
  return {
    check,
    schema: { type: 'object', required: ['de'], properties: { de: text.schema, en: text.schema }, additionalProperties: false },
  };
}
