import { AWARD_SCHEMA, PARTNER_SCHEMA } from '@app/funding/exchange/catalogue-schema.js';
import { FUNDING_LEVELS } from '@app/funding/program.js';
import { withDefinitions } from '../edge/openapi/schema-definitions.js';

type Schema = Readonly<Record<string, unknown>>;
interface CustomFieldSchema {
  readonly fieldType: 'string' | 'object' | 'array';
  readonly description: string;
  readonly schema: Schema;
}

const component = (name: string): Schema => ({ $ref: `#/$defs/${name}` });
const instant = { type: 'string', format: 'date-time' };
const texts = { type: 'array', items: { type: 'string' } };

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
  award: { fieldType: 'object', description: 'Amounts, rates, own share, slots, instalments', schema: AWARD_SCHEMA },
  partners: { fieldType: 'array', description: 'Who funds, decides and helps', schema: { type: 'array', items: PARTNER_SCHEMA } },
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
  const $id = `${baseUrl}/common-grants/schemas/${name}.json`;
  return withDefinitions({ $schema: 'https://json-schema.org/draft/2020-12/schema', $id, title: name, description, ...schema });
}
