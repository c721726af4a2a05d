import type { ProblemCode } from './problems.js';
import type { Params } from './reason.js';

/** One fault in what was sent; `pointer` is a JSON Pointer into it ("" the whole). */
export interface Fault {
  readonly pointer: string;
  readonly code: string;
  readonly params?: Params;
  readonly detail?: string;
}

/** A command broke a rule. The edge makes problem+json of it; libs know nothing of HTTP. */
export class DomainError extends Error {
  constructor(
    readonly code: ProblemCode,
    readonly params: Params = {},
    readonly faults: readonly Fault[] = [],
  ) {
    super(code);
    this.name = 'DomainError';
  }
}
