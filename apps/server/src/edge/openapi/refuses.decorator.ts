import type { ProblemCode } from '@app/kernel/problems.js';
import { type CustomDecorator, SetMetadata } from '@nestjs/common';

export const REFUSES = Symbol('Refuses');

/**
 * Names the refusals that an operation has of its own, for the OpenAPI document: `@Refuses('already-published', 'no-deadline')`, on a method or its class.
 * What follows from the operation itself (sign-in, ids in the path, queries, bodies, If-Match, Idempotency-Key) is known without it.
 */
export const Refuses = (...codes: [ProblemCode, ...ProblemCode[]]): CustomDecorator<symbol> => SetMetadata(REFUSES, codes);
