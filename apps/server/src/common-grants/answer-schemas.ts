import { CUSTOM_FIELDS } from './custom-field-schemas.js';

/** For the OpenAPI document: the models of CommonGrants 0.4 (https://commongrants.org) as far as we fill them. opportunity.ts has them as types. */
type Schema = Readonly<Record<string, unknown>>;
const text = { type: 'string' };
const day = { type: 'string', format: 'date' };
const instant = { type: 'string', format: 'date-time' };
const uuid = { type: 'string', format: 'uuid' };
const count = { type: 'integer', minimum: 0 };
const money = { $ref: '#/components/schemas/Money' };

/** With these fields; a name that ends in "?" may be absent. */
function model(title: string, fields: Readonly<Record<string, Schema>>): Schema {
  const named = Object.entries(fields).map(([name, schema]) => ({ name: name.replace('?', ''), isNeeded: !name.endsWith('?'), schema }));
  return {
    type: 'object',
    title,
    required: named.filter(({ isNeeded }) => isNeeded).map(({ name }) => name),
    properties: Object.fromEntries(named.map(({ name, schema }) => [name, schema])),
  };
}
const listOf = (items: Schema): Schema => ({ type: 'array', items });
const recordOf = (values: Schema): Schema => ({ type: 'object', additionalProperties: values });

const EVENT = {
  oneOf: [
    model('singleDate', { name: text, eventType: { const: 'singleDate' }, date: day, 'description?': text }),
    model('dateRange', { name: text, eventType: { const: 'dateRange' }, startDate: day, endDate: day, 'description?': text }),
    model('other', { name: text, eventType: { const: 'other' }, 'details?': text, 'description?': text }),
  ],
};
const statusOf = (...values: string[]): Schema => model('Status', { value: { enum: values }, 'customValue?': text, 'description?': text });
const APPLICANT_TYPE = model('ApplicantType', { value: text, 'customValue?': text, 'description?': text });
const CUSTOM_FIELD = model('CustomField', {
  name: { enum: Object.keys(CUSTOM_FIELDS) },
  fieldType: { enum: ['string', 'object', 'array'] },
  schema: { type: 'string', format: 'uri', description: 'Where the JSON Schema of `value` is' },
  value: { type: ['string', 'object', 'array'] },
  description: text,
});
const keyDates = (first: string): Schema =>
  model('KeyDates', { [`${first}?`]: EVENT, 'closeDate?': EVENT, 'otherDates?': recordOf(EVENT) });
const COMMON = {
  id: uuid,
  title: text,
  createdAt: instant,
  lastModifiedAt: instant,
  'acceptedApplicantTypes?': listOf(APPLICANT_TYPE),
  'customFields?': recordOf(CUSTOM_FIELD),
};

const COMPETITION = model('Competition', {
  ...COMMON,
  opportunityId: uuid,
  'description?': text,
  status: statusOf('open', 'closed', 'custom'),
  'keyDates?': keyDates('openDate'),
  forms: model('Forms', { forms: { type: 'object', maxProperties: 0, description: 'We keep no application forms' } }),
});
const OPPORTUNITY = {
  ...COMMON,
  description: text,
  status: statusOf('forecasted', 'open', 'closed', 'custom'),
  'keyDates?': keyDates('postDate'),
  'source?': { type: 'string', format: 'uri' },
  'funding?': model('Funding', {
    'details?': text,
    'totalAmountAvailable?': money,
    'minAwardAmount?': money,
    'maxAwardAmount?': money,
    'maxAwardCount?': count,
    'estimatedAwardCount?': count,
  }),
};

const SUCCESS = { status: { const: 200 }, message: text };
const PAGED = {
  ...SUCCESS,
  items: listOf(model('Opportunity', OPPORTUNITY)),
  paginationInfo: model('PaginationInfo', { page: count, pageSize: count, totalItems: count, totalPages: count }),
};

export const ONE_OPPORTUNITY = model('OpportunityAnswer', {
  ...SUCCESS,
  data: model('OpportunityWithCompetitions', { ...OPPORTUNITY, competitions: listOf(COMPETITION) }),
});
export const ONE_COMPETITION = model('CompetitionAnswer', { ...SUCCESS, data: COMPETITION });
export const LIST = model('OpportunitiesAnswer', PAGED);
export const FOUND = model('FoundOpportunities', {
  ...PAGED,
  sortInfo: model('SortInfo', { sortBy: text, sortOrder: { enum: ['asc', 'desc'] }, 'errors?': listOf(text) }),
  filterInfo: model('FilterInfo', { filters: recordOf({}), 'errors?': listOf(text) }),
});
export const SEARCH = {
  type: 'object',
  properties: {
    search: { type: 'string' },
    filters: { type: 'object' },
    sorting: { type: 'object', properties: { sortBy: { type: 'string' }, sortOrder: { type: 'string', description: '`asc` or `desc`' } } },
    pagination: { type: 'object', properties: { page: { type: 'integer', minimum: 1 }, pageSize: { type: 'integer', minimum: 1 } } },
  },
};
