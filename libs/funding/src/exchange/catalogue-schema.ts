import { PARTNER_ROLES } from '../partner.js';
import { FUNDING_LEVELS } from '../program.js';

/**
 * What an exported catalogue consists of, as JSON Schema (2020-12): published for those who read it, and what an import checks each line by.
 * `Criterion` and `Deadline` are defined by whoever makes a document of it; their own parsers decide in the end.
 */
type Schema = Readonly<Record<string, unknown>>;

const reference = (name: string): Schema => ({ $ref: `#/$defs/${name}` });
const listOf = (items: Schema, maxItems: number): Schema => ({ type: 'array', items, maxItems });
const text = (maxLength: number): Schema => ({ type: 'string', minLength: 1, maxLength, pattern: '^[^\\u0000-\\u001f\\u007f]*$' });
const shape = (required: Schema, optional: Schema = {}): Schema => ({
  type: 'object',
  required: Object.keys(required),
  properties: { ...required, ...optional },
  additionalProperties: false,
});
const whole = (minimum: number, maximum: number): Schema => ({ type: 'integer', minimum, maximum });
const localized = (maxLength: number): Schema => shape({ de: text(maxLength) }, { en: text(maxLength) });
const basisPoints = { ...whole(0, 10_000), description: 'Basis points: 6500 is 65 %' };
const day = { type: 'string', format: 'date' };
const instant = { type: 'string', format: 'date-time', description: 'UTC' };
const id = { type: 'string', format: 'uuid' };
const url = { type: 'string', pattern: '^[Hh][Tt][Tt][Pp][Ss]?://[^\\s\\u0000-\\u001f]+$', maxLength: 2000 };
const place = text(60);

export const MONEY_SCHEMA: Schema = shape({
  amount: { type: 'string', pattern: '^[0-9]{1,15}\\.[0-9]{2}$' },
  currency: { type: 'string', pattern: '^[A-Z]{3}$', description: 'ISO 4217' },
});
const money = reference('Money');

export const PARTNER_SCHEMA: Schema = shape({ name: text(300), role: { enum: PARTNER_ROLES } }, { url });
export const AWARD_SCHEMA: Schema = shape(
  {},
  {
    count: { ...whole(1, 1_000_000), description: 'How many applicants are chosen' },
    amountEach: money,
    minAmount: money,
    maxAmount: money,
    totalBudget: money,
    fundingRate: basisPoints,
    fundingRateFinanciallyWeak: basisPoints,
    ownShare: basisPoints,
    minimumGrantThreshold: { ...money, description: 'Smaller grants are not made (Bagatellgrenze)' },
    slots: listOf(shape({ applicantType: text(100), count: whole(1, 100_000) }), 50),
    instalments: listOf(money, 50),
  },
);
const partners = listOf(reference('Partner'), 50);

const HEADER = {
  ...shape({ kind: { const: 'catalogue' }, format: { const: 1 } }),
  description: 'The first line: the version of this format',
};
const NAMED_TERRITORY = {
  ...shape(
    {
      kind: { const: 'named_territory' },
      slug: { type: 'string', pattern: '^[a-z0-9-]{1,60}$' },
      title: localized(300),
      source: text(500),
    },
    {
      sourceUrl: url,
      validFrom: day,
      validTo: day,
      entries: listOf(place, 40_000),
      includes: listOf(text(60), 50),
      excludes: listOf(text(60), 50),
    },
  ),
  description: 'A set of territories that rules name as named:<slug>',
};
const PROGRAM = {
  ...shape(
    { kind: { const: 'program' }, id, title: localized(300), createdAt: instant, changedAt: instant },
    { summary: localized(5_000), partners, topics: listOf(text(500), 30), fundingLevel: { enum: FUNDING_LEVELS }, guidelineUrl: url },
  ),
  description: 'A funding programme',
};
const CALL = {
  ...shape(
    {
      kind: { const: 'call' },
      id,
      programId: id,
      round: text(100),
      state: { enum: ['published', 'withdrawn'] },
      rule: reference('Criterion'),
      deadlines: listOf(reference('Deadline'), 5_000),
      award: reference('Award'),
      publishedAt: instant,
      changedAt: instant,
    },
    {
      title: { ...localized(300), description: 'Where it has one of its own' },
      summary: localized(5_000),
      partners: { ...partners, description: 'Where they are not those of the programme' },
      source: shape({ url }, { publishedOn: day }),
      previousCallId: id,
      winners: { ...listOf(text(40), 5_000), description: 'Official keys of those chosen' },
      withdrawnAt: instant,
      withdrawalReason: text(2_000),
    },
  ),
  description: 'A round of a programme',
};

/** By the `kind` of a line. */
export const LINE_SCHEMAS = { catalogue: HEADER, named_territory: NAMED_TERRITORY, program: PROGRAM, call: CALL } as const;
export type LineKind = keyof typeof LINE_SCHEMAS;
export const VALUE_SCHEMAS = { Money: MONEY_SCHEMA, Partner: PARTNER_SCHEMA, Award: AWARD_SCHEMA } as const;
