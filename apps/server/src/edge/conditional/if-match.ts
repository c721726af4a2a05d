import { DomainError } from '@app/kernel/domain-error.js';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { Request } from 'express';

const STRONG_VERSION = /^"(\d{1,9})"$/;
const ANY_TAG = /^(W\/)?"[\x21\x23-\x7e\x80-\xff]*"$/;

/**
 * The version that a change is based on. Missing, or `*`, which names no version: 428. A well-formed tag that can be none of ours, a weak
 * one included (RFC 9110 13.1.1 compares strongly): 412. Anything else, a list of tags too: 400.
 */
export function versionFrom(header: string | undefined): number {
  const value = header?.trim();
  if (!value || value === '*') throw new DomainError('if-match-required');
  const version = STRONG_VERSION.exec(value)?.[1];
  if (version !== undefined) return Number(version);
  throw new DomainError(ANY_TAG.test(value) ? 'stale' : 'bad-request');
}

const IfMatch = createParamDecorator((optional: boolean, context: ExecutionContext): number | undefined => {
  const header = context.switchToHttp().getRequest<Request>().headers['if-match'];
  return optional && header === undefined ? undefined : versionFrom(header);
});

/** The parameter itself, and its header in the OpenAPI document. */
function ifMatch(optional: boolean): ParameterDecorator {
  return (target, method, index) => {
    IfMatch(optional)(target, method, index);
    const described = ApiHeader({
      name: 'If-Match',
      required: !optional,
      description: 'The version that the change is based on, as its ETag says: "3"',
      schema: { type: 'string', pattern: '^"\\d+"$' },
    });
    described(target, method!, Object.getOwnPropertyDescriptor(target, method!)!);
  };
}

/** `@IfMatchVersion() version: number`: for PATCH, DELETE, publication and their kin. */
export const IfMatchVersion = (): ParameterDecorator => ifMatch(false);

/** `@IfMatchVersionIfAny() version: number | undefined`: for a PUT that may also create; the use case refuses 'if-match-required' on what exists. */
export const IfMatchVersionIfAny = (): ParameterDecorator => ifMatch(true);
