import type { ProblemCode } from '@app/kernel/problems.js';
import type { Who } from '../access/allow.decorator.js';
import { type DescribedOperation, hasParameter } from './described-operation.js';

/** Of an operation: what its route says beside its description. */
export interface OperationRoute {
  readonly method: string;
  /** "/api/v1/calls/{id}". */
  readonly path: string;
  readonly who: readonly Who[];
  /** What `@Refuses` names. */
  readonly refuses: readonly ProblemCode[];
}

/** Answered before anybody looks at who asks: calendars (ADR 0015), and whether the process lives. */
const BEFORE_EVERYTHING = /^\/health\/|^\/feeds\/.*\.ics$/;

/** Every refusal that an operation may answer with: its own, and those that follow from what it takes and from who may use it. */
export function refusalsOf(operation: DescribedOperation, route: OperationRoute): readonly ProblemCode[] {
  if (BEFORE_EVERYTHING.test(route.path)) return [...new Set([...route.refuses, 'internal' as const])];
  const codes: ProblemCode[] = ['bad-request', 'unauthenticated', 'internal', 'unavailable'];
  const ofApi = when(route.path.startsWith('/api/'), 'not-acceptable', 'invalid');
  return [...new Set([...codes, ...ofApi, ...ofAccess(route), ...ofParameters(operation), ...ofBody(operation, route), ...route.refuses])];
}

function ofAccess({ who, method }: OperationRoute): ProblemCode[] {
  const ofRoles = who.includes('everyone') || who.includes('signed-in') ? [] : (['forbidden'] as const);
  return [...ofRoles, ...(method === 'get' ? [] : (['csrf-failed'] as const))];
}

function ofParameters(operation: DescribedOperation): ProblemCode[] {
  return [
    ...when(hasParameter(operation, 'path'), 'not-found'),
    ...when(operation.parameters?.some(({ name, in: place }) => place === 'query' && name !== 'lang') === true, 'invalid'),
    ...when(hasParameter(operation, 'query', 'cursor'), 'invalid-cursor'),
    ...when(hasParameter(operation, 'header', 'If-Match'), 'if-match-required', 'stale'),
    ...when(hasParameter(operation, 'header', 'Idempotency-Key'), 'idempotency-key-reused', 'idempotency-in-progress'),
  ];
}

/** Bodies are read whether or not they are needed. */
function ofBody({ requestBody }: DescribedOperation, { method }: OperationRoute): ProblemCode[] {
  return [
    ...when(['post', 'put', 'patch'].includes(method), 'malformed-json', 'too-large', 'unsupported-media-type', 'invalid'),
    ...when(requestBody !== undefined, 'invalid'),
  ];
}

const when = (holds: boolean, ...codes: ProblemCode[]): ProblemCode[] => (holds ? codes : []);
