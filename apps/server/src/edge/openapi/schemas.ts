import { LOCALES } from '@app/kernel/locale.js';
import { PROBLEM_STATUS } from '@app/kernel/problems.js';
import { DEADLINE_SCHEMAS } from './deadline-schemas.js';
import { RULE_SCHEMAS } from './rule-schemas.js';

/** The components that no DTO class describes. */
export const SCHEMAS: Readonly<Record<string, object>> = {
  ...RULE_SCHEMAS,
  ...DEADLINE_SCHEMAS,
  Money: {
    type: 'object',
    required: ['amount', 'currency'],
    properties: {
      amount: { type: 'string', pattern: '^\\d{1,15}\\.\\d{2}$', examples: ['60000.00'] },
      currency: { type: 'string', pattern: '^[A-Z]{3}$' },
    },
    additionalProperties: false,
  },
  Problem: {
    type: 'object',
    description: 'RFC 9457',
    required: ['type', 'title', 'status', 'detail', 'errors'],
    properties: {
      type: { type: 'string', format: 'uri-reference', enum: Object.keys(PROBLEM_STATUS).map((code) => `/problems/${code}`) },
      title: { type: 'string' },
      status: { type: 'integer' },
      detail: { type: 'string' },
      instance: { type: 'string', description: 'Of a fault of the server: under which its log has it' },
      errors: {
        type: 'array',
        items: {
          type: 'object',
          required: ['pointer', 'code', 'detail'],
          properties: {
            pointer: { type: 'string', description: 'A JSON Pointer into the body; of a query "/" and the parameter’s name' },
            code: { type: 'string' },
            detail: { type: 'string' },
          },
          additionalProperties: false,
        },
      },
    },
  },
  CommonGrantsError: {
    type: 'object',
    description: 'Errors as CommonGrants has them',
    required: ['status', 'message', 'errors'],
    properties: {
      status: { type: 'integer' },
      message: { type: 'string' },
      errors: {
        type: 'array',
        items: { type: 'object', required: ['field', 'message'], properties: { field: { type: 'string' }, message: { type: 'string' } } },
      },
    },
  },
};

/** Of every operation that answers texts of ours. */
export const LANGUAGE_QUERY = {
  name: 'lang',
  in: 'query',
  required: false,
  description: 'Language of texts; without it that of Accept-Language, else German',
  schema: { type: 'string', enum: LOCALES },
} as const;

export const IDEMPOTENCY_HEADER = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description: 'The same key and body within 24 hours gives the same answer, and it happens once',
  schema: { type: 'string', minLength: 1, maxLength: 255 },
} as const;
