/** For the OpenAPI document: the envelopes. The models within are those of the standard, https://commongrants.org. */
const success = { status: { type: 'integer', enum: [200] }, message: { type: 'string' } };
const model = { type: 'object', required: ['id', 'title', 'status', 'createdAt', 'lastModifiedAt'] };
const paginationInfo = {
  type: 'object',
  required: ['page', 'pageSize', 'totalItems', 'totalPages'],
  properties: Object.fromEntries(['page', 'pageSize', 'totalItems', 'totalPages'].map((name) => [name, { type: 'integer', minimum: 0 }])),
  additionalProperties: false,
};
const listed = { ...success, items: { type: 'array', items: model }, paginationInfo };

export const ONE = { type: 'object', required: ['status', 'message', 'data'], properties: { ...success, data: model } };
export const LIST = { type: 'object', required: Object.keys(listed), properties: listed };
export const FOUND = {
  type: 'object',
  required: [...Object.keys(listed), 'sortInfo', 'filterInfo'],
  properties: { ...listed, sortInfo: { type: 'object' }, filterInfo: { type: 'object' } },
};
export const SEARCH = {
  type: 'object',
  properties: {
    search: { type: 'string' },
    filters: { type: 'object' },
    sorting: { type: 'object', properties: { sortBy: { type: 'string' }, sortOrder: { type: 'string', description: '`asc` or `desc`' } } },
    pagination: { type: 'object', properties: { page: { type: 'integer', minimum: 1 }, pageSize: { type: 'integer', minimum: 1 } } },
  },
};
