import { PARTNER_ROLES } from '@app/funding/partner.js';
import { FUNDING_LEVELS } from '@app/funding/program.js';
import { SCHEMAS } from '../edge/openapi/schemas.js';

type Schema = Readonly<Record<string, unknown>>;
interface CustomFieldSchema {
  readonly fieldType: 'string' | 'object' | 'array';
  readonly description: string;
  readonly schema: Schema;
}

const component = (name: string): Schema => ({ $ref: `#/$defs/${name}` });
const money = component('Money');
const basisPoints = { type: 'integer', minimum: 0, maximum: 10_000, description: 'Basis points: 6500 is 65 %' };
const instant = { type: 'string', format: 'date-time' };
const texts = { type: 'array', items: { type: 'string' } };

const AWARD = {
  type: 'object',
  properties: {
    count: { type: 'integer' },
    amountEach: money,
    minAmount: money,
    maxAmount: money,
    totalBudget: money,
    fundingRate: basisPoints,
    fundingRateFinanciallyWeak: basisPoints,
    ownShare: basisPoints,
    minimumGrantThreshold: money,
    slots: {
      type: 'array',
      items: {
        type: 'object',
        required: ['applicantType', 'count'],
        properties: { applicantType: { type: 'string' }, count: { type: 'integer' } },
        additionalProperties: false,
      },
    },
    instalments: { type: 'array', items: money },
  },
  additionalProperties: false,
};
const PARTNER = {
  type: 'object',
  required: ['name', 'role'],
  properties: { name: { type: 'string' }, role: { enum: PARTNER_ROLES }, url: { type: 'string', format: 'uri' } },
  additionalProperties: false,
};
const RECKONED_DEADLINE = {
  type: 'object',
  required: ['deadline', 'status'],
  properties: {
    deadline: component('Deadline'),
    status: { enum: ['upcoming', 'open', 'closed', 'undated'] },
    opensAt: instant,
    closesAt: { ...instant, description: 'Exclusive: the first instant that is too late' },
  },
  additionalProperties: false,
};

/** What CommonGrants has no words for, by the name of the custom field. */
export const CUSTOM_FIELDS = {
  eligibilityRule: { fieldType: 'object', description: 'Who may apply, as an exact rule', schema: component('Criterion') },
  deadlines: {
    fieldType: 'array',
    description: 'The deadlines with their zones, and the instants they come to',
    schema: { type: 'array', items: RECKONED_DEADLINE },
  },
  award: { fieldType: 'object', description: 'Amounts, rates, own share, slots, instalments', schema: AWARD },
  partners: { fieldType: 'array', description: 'Who funds, decides and helps', schema: { type: 'array', items: PARTNER } },
  topics: { fieldType: 'array', description: 'What the programme is about', schema: texts },
  fundingLevel: { fieldType: 'string', description: 'Who stands behind the money', schema: { enum: FUNDING_LEVELS } },
  currentRound: {
    fieldType: 'string',
    description: 'The competition that status, dates and money are of',
    schema: { type: 'string', format: 'uuid' },
  },
  round: { fieldType: 'string', description: 'Which round of the programme it is', schema: { type: 'string' } },
  withdrawalReason: { fieldType: 'string', description: 'Why the round was withdrawn', schema: { type: 'string' } },
} as const satisfies Readonly<Record<string, CustomFieldSchema>>;
export type CustomFieldName = keyof typeof CUSTOM_FIELDS;

/** The schema of a field's value as a document of its own, with all that it refers to. */
export function schemaDocument(name: CustomFieldName, baseUrl: string): Schema {
  const { schema, description } = CUSTOM_FIELDS[name];
  const $defs = Object.fromEntries(Object.entries(SCHEMAS).filter(([key]) => reachable(schema).has(key)));
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `${baseUrl}/common-grants/schemas/${name}.json`,
    title: name,
    description,
    ...schema,
    ...(Object.keys($defs).length > 0 && { $defs: moved($defs) }),
  };
}

/** Names of the components that a schema refers to, directly or by another one. */
function reachable(schema: unknown, known = new Set<string>()): Set<string> {
  for (const [, name] of JSON.stringify(schema).matchAll(/"\$ref":"#\/(?:\$defs|components\/schemas)\/(\w+)"/g)) {
    if (known.has(name!)) continue;
    known.add(name!);
    reachable(SCHEMAS[name!], known);
  }
  return known;
}

function moved(schemas: object): object {
  return JSON.parse(JSON.stringify(schemas).replaceAll('#/components/schemas/', '#/$defs/')) as object;
}
