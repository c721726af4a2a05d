import type { Params } from '@app/kernel/reason.js';
import type { FaultCode } from './fault-texts.js';

/** Why a value does not fit; `at` is a JSON Pointer below the value ("/0" in a list). */
export interface Misfit {
  readonly code: FaultCode;
  readonly params?: Params;
  readonly at?: string;
}

/** A JSON Schema of the OpenAPI document; a component is named by `ref`. */
export type Schema = Readonly<Record<string, unknown>>;
export const ref = (component: string): Schema => ({ allOf: [{ $ref: `#/components/schemas/${component}` }] });

/** A kind of value: how it is checked, how OpenAPI describes it, and how it is read where everything is text (queries). */
export interface Kind {
  check(value: unknown): Misfit | undefined;
  readonly schema: Schema;
  fromText?(text: string): unknown;
}

export const misfit = (code: FaultCode, params?: Params, at?: string): Misfit => ({ code, ...(params && { params }), ...(at && { at }) });
export const wrongType = (expected: 'text' | 'boolean' | 'integer' | 'object' | 'list'): Misfit => misfit('wrong-type', { expected });

export function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
