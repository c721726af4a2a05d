import { DomainError, type Fault } from '@app/kernel/domain-error.js';
import { hashPassword, PASSWORD_MAX, PASSWORD_MIN, passwordLength } from './password.js';

/** The hash of a password that somebody chose; null where none is given. Throws 'invalid' when it is too short or too long. */
export async function hashNewPassword(password: string | undefined): Promise<string | null> {
  if (password === undefined) return null;
  const fault = faultOf(passwordLength(password));
  if (fault) throw new DomainError('invalid', {}, [fault]);
  return hashPassword(password);
}

function faultOf(length: number): Fault | undefined {
  if (length < PASSWORD_MIN) return { pointer: '/password', code: 'too-short', params: { least: PASSWORD_MIN } };
  return length > PASSWORD_MAX ? { pointer: '/password', code: 'too-long', params: { most: PASSWORD_MAX } } : undefined;
}
