import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';

/**
 * The answers of CommonGrants 0.4 in our own words, after the TypeSpec of the standard (HHS/simpler-grants-protocol, lib/core 0.4.0).
 * Whatever it does not name is a fault, and so are null and `time`, which has no zone there.
 */
const object = (properties: Record<string, object>, optional: Record<string, object> = {}) => ({
  type: 'object',
  required: Object.keys(properties),
  properties: { ...properties, ...optional },
  additionalProperties: false,
});
const listOf = (items: object) => ({ type: 'array', items });
const recordOf = (values: object) => ({ type: 'object', additionalProperties: values });
const oneOf = (...values: unknown[]) => ({ enum: values });

const text = { type: 'string', pattern: '\\S' };
const uuid = { type: 'string', format: 'uuid', pattern: '^[0-9a-f-]+$' };
const day = { type: 'string', format: 'date' };
const instant = { type: 'string', format: 'date-time', pattern: 'Z$' };
const url = { type: 'string', format: 'uri', pattern: '^https?://' };
const whole = { type: 'integer', minimum: 0 };
const money = object({
  amount: { type: 'string', pattern: '^-?[0-9]+(\\.[0-9]+)?$' },
  currency: { type: 'string', pattern: '^[A-Z]{3}$' },
});

const eventOf = (eventType: string, more: Record<string, object>, optional: Record<string, object> = {}) => ({
  if: { properties: { eventType: { const: eventType } }, required: ['eventType'] },
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
  then: object({ name: text, eventType: text, ...more }, { description: text, ...optional }),
});
const event = {
  type: 'object',
  required: ['name', 'eventType'],
  properties: { eventType: oneOf('singleDate', 'dateRange', 'other') },
  allOf: [
    eventOf('singleDate', { date: day }),
    eventOf('dateRange', { startDate: day, endDate: day }),
    eventOf('other', {}, { details: text }),
  ],
};

const statusOf = (...values: string[]) => ({
  ...object({ value: oneOf(...values) }, { customValue: text, description: text }),
  if: { properties: { value: { const: 'custom' } } },
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
  then: { required: ['customValue'] },
});
const JSON_TYPES = ['string', 'number', 'integer', 'boolean', 'object', 'array'];
const customField = {
  ...object({ name: text, fieldType: oneOf(...JSON_TYPES), value: { not: { type: 'null' } } }, { schema: url, description: text }),
  allOf: JSON_TYPES.map((type) => ({
    if: { properties: { fieldType: { const: type } }, required: ['fieldType'] },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    then: { properties: { value: { type } } },
  })),
};
const applicantType = statusOf('government_municipal', 'government_county', 'government_special_district', 'government_state', 'custom');
const base = { id: uuid, title: text, createdAt: instant, lastModifiedAt: instant };
const optional = { acceptedApplicantTypes: listOf(applicantType), customFields: recordOf(customField) };
const dates = (first: string) => object({}, { [first]: event, closeDate: event, otherDates: recordOf(event) });

const competition = object(
  { ...base, opportunityId: uuid, status: statusOf('open', 'closed', 'custom'), forms: object({ forms: recordOf({ type: 'object' }) }) },
  { ...optional, description: text, keyDates: dates('openDate') },
);
const opportunity = [
  { ...base, status: statusOf('forecasted', 'open', 'closed', 'custom'), description: text },
  {
    ...optional,
    funding: object(
      {},
      {
        details: text,
        totalAmountAvailable: money,
        minAwardAmount: money,
        maxAwardAmount: money,
        minAwardCount: whole,
        maxAwardCount: whole,
        estimatedAwardCount: whole,
      },
    ),
    keyDates: dates('postDate'),
    source: url,
  },
] as const;
const success = { status: { const: 200 }, message: text };
const page = {
  ...success,
  items: listOf(object(...opportunity)),
  paginationInfo: object({
    page: { ...whole, minimum: 1 },
    pageSize: { ...whole, minimum: 1, maximum: 100 },
    totalItems: whole,
    totalPages: whole,
  }),
};
const sortInfo = object({ sortBy: text, sortOrder: oneOf('asc', 'desc') }, { customSortBy: text, errors: listOf(text) });
const filterInfo = object({ filters: { type: 'object' } }, { errors: listOf(text) });

const ANSWERS = {
  list: object(page),
  opportunity: object({ ...success, data: object({ ...opportunity[0], competitions: listOf(competition) }, opportunity[1]) }),
  competition: object({ ...success, data: competition }),
  search: object({ ...page, sortInfo, filterInfo }),
  error: object({
    status: { type: 'integer', minimum: 400, maximum: 599 },
    message: text,
    errors: listOf(object({ field: { type: 'string' }, message: text })),
  }),
};

const ajv = new Ajv2020({ allErrors: true, strict: true, strictTypes: false, strictRequired: false });
formats.default(ajv);
const compiled = new Map<string, ValidateFunction>();

/** What is wrong with an answer; nothing when it conforms. */
export function faultsOf(answer: keyof typeof ANSWERS, body: unknown): string[] {
  const conforms = compiled.get(answer) ?? ajv.compile(ANSWERS[answer]);
  compiled.set(answer, conforms);
  if (conforms(body)) return [];
  return conforms.errors!.map(({ instancePath, message, params }) => `${instancePath || '/'}: ${message} ${JSON.stringify(params)}`);
}

/** What is wrong with a value by the schema that a server publishes for it. */
export function faultsBySchema(schema: object, value: unknown): string[] {
  const separate = new Ajv2020({ allErrors: true, strict: false });
  formats.default(separate);
  const conforms = separate.compile(schema);
  return conforms(value) ? [] : conforms.errors!.map(({ instancePath, message }) => `${instancePath || '/'}: ${message}`);
}
