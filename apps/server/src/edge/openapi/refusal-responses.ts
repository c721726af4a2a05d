import { PROBLEM_STATUS, PROBLEM_TEXTS, type ProblemCode } from '@app/kernel/problems.js';
import { textOf } from '@app/kernel/reason.js';
import { isCommonGrants } from '../problems/common-grants-error.js';
import { PROBLEM_TYPE } from '../problems/problem.js';
import { REPLAYED } from './answer-headers.js';
import type { DescribedResponse } from './described-operation.js';

const text = { schema: { type: 'string' } };
const LANGUAGE = { 'Content-Language': { ...text, description: 'The language of the texts' } };
const AGAIN = { 'Retry-After': { schema: { type: 'integer', minimum: 0 }, description: 'Seconds after which to ask again' } };
const HEADERS: Readonly<Record<number, Record<string, object>>> = {
  401: { 'WWW-Authenticate': { ...text, required: true } },
  409: AGAIN,
  429: required(AGAIN),
  503: required(AGAIN),
};

/** The answers to these refusals by status. They stand in the components once, under the codes that they may bear. */
export function refusalResponses(
  codes: readonly ProblemCode[],
  path: string,
  components: Record<string, DescribedResponse>,
): Record<string, { $ref: string }> {
  const standard = isCommonGrants(path);
  const byStatus = Object.groupBy(codes.toSorted(), (code) => statusOf(code, standard));
  return Object.fromEntries(
    Object.entries(byStatus).map(([status, same]) => {
      const name = [...(standard ? ['common-grants'] : []), ...same!].join('.');
      components[name] ??= standard ? commonGrantsResponse(Number(status), same!) : problemResponse(Number(status), same!);
      return [status, { $ref: `#/components/responses/${name}` }];
    }),
  );
}

const statusOf = (code: ProblemCode, standard: boolean): number => (standard && PROBLEM_STATUS[code] === 422 ? 400 : PROBLEM_STATUS[code]);

const describe = (codes: readonly ProblemCode[]): string =>
  codes.map((code) => `\`${code}\`: ${textOf(PROBLEM_TEXTS, { code, params: {} }, 'en')}`).join('\n\n');

function problemResponse(status: number, codes: readonly ProblemCode[]): DescribedResponse {
  const narrowed = { type: { enum: codes.map((code) => `/problems/${code}`) }, status: { const: status } };
  return {
    description: describe(codes),
    headers: { ...LANGUAGE, ...REPLAYED, ...HEADERS[status] },
    content: {
      [PROBLEM_TYPE]: { schema: { type: 'object', allOf: [{ $ref: '#/components/schemas/Problem' }], properties: narrowed } },
    },
  };
}

/** The errors of that standard bear no code. */
function commonGrantsResponse(status: number, codes: readonly ProblemCode[]): DescribedResponse {
  const narrowed = { status: { const: status } };
  return {
    description: describe(codes),
    headers: { ...LANGUAGE, ...HEADERS[status] },
    content: {
      'application/json': {
        schema: { type: 'object', allOf: [{ $ref: '#/components/schemas/CommonGrantsError' }], properties: narrowed },
      },
    },
  };
}

function required(headers: Record<string, object>): Record<string, object> {
  return Object.fromEntries(Object.entries(headers).map(([name, header]) => [name, { ...header, required: true }]));
}
