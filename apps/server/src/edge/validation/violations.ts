import type { Fault } from '@app/kernel/domain-error.js';
import type { ValidationError } from 'class-validator';
import type { Misfit } from './kind.js';
import { pointerTo } from './sendable.js';

/** class-validator's tree of errors as faults with JSON Pointers. A field's own misfit hides what is below it. */
export function faultsOf(errors: readonly ValidationError[], pointer = ''): Fault[] {
  return errors.flatMap((error) => {
    const at = pointerTo(pointer, error.property);
    const own = error.constraints?.field;
    if (own !== undefined) return [faultOf(JSON.parse(own) as Misfit, at)];
    if (error.children?.length) return faultsOf(error.children, at);
    return Object.values(error.constraints ?? {}).map((detail) => ({ pointer: at, code: 'invalid-value', detail }));
  });
}

function faultOf({ code, params, at }: Misfit, pointer: string): Fault {
  return { pointer: pointer + (at ?? ''), code, ...(params && { params }) };
}
