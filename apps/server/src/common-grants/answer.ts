import { DomainError } from '@app/kernel/domain-error.js';
import { isId } from '@app/kernel/ids.js';

/** What every answer of the standard begins with. */
export const SUCCESS = { status: 200, message: 'Success' } as const;

/** Other than elsewhere in this house, what cannot be an id is 400 here; an id that nobody has is 404. */
export function uuid(text: string): string {
  if (!isId(text)) throw new DomainError('bad-request', {}, [{ pointer: '/id', code: 'wrong-form' }]);
  return text.toLowerCase();
}
