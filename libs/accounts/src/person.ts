import type { Role } from '@app/kernel/actor.js';
import { DomainError, type Fault } from '@app/kernel/domain-error.js';
import type { Locale } from '@app/kernel/locale.js';
import { isEmailAddress } from '@app/mail/address.js';
import { normalEmail } from './email-address.js';

export const NAME_MAX = 200;

export interface PersonDetails {
  readonly email: string;
  readonly name: string;
  readonly language: Locale;
  readonly roles: readonly Role[];
}

/** Somebody who signs in: a clerk, an editor, an administrator. What they are a member of stands in memberships.ts. */
export class Person {
  readonly email: string;
  name: string;
  language: Locale;
  roles: Role[];
  /** PHC string; null: cannot sign in with a password (yet). */
  passwordHash: string | null = null;
  /** When it was proven that the address is theirs; set by an administrator it counts as proven. */
  emailVerifiedAt: Temporal.Instant | null = null;
  version = 1;
  readonly createdAt: Temporal.Instant;
  updatedAt: Temporal.Instant;

  /** Throws 'invalid' with a fault for each detail that is not right. */
  constructor(
    readonly id: string,
    details: PersonDetails,
    at: Temporal.Instant,
    readonly demonstration = false,
  ) {
    this.email = normalEmail(details.email);
    refuseFaults([...emailFaults(this.email), ...nameFaults(details.name)]);
    this.name = details.name.trim();
    this.language = details.language;
    this.roles = distinct(details.roles);
    this.createdAt = at;
    this.updatedAt = at;
  }

  verifyEmail(at: Temporal.Instant): void {
    this.emailVerifiedAt = at;
  }

  /** What is absent stays. One change, one version. */
  change(details: Partial<Omit<PersonDetails, 'email'>>, at: Temporal.Instant): void {
    if (details.name !== undefined) {
      refuseFaults(nameFaults(details.name));
      this.name = details.name.trim();
    }
    this.language = details.language ?? this.language;
    this.roles = details.roles ? distinct(details.roles) : this.roles;
    this.version += 1;
    this.updatedAt = at;
  }

  /** Throws 'stale' unless the change was made knowing the present version. */
  refuseStale(version: number | undefined): void {
    if (version !== undefined && version !== this.version) throw new DomainError('stale', { current: this.version });
  }

  isAdmin(): boolean {
    return this.roles.includes('admin');
  }
}

function distinct(roles: readonly Role[]): Role[] {
  return [...new Set(roles)];
}

function emailFaults(email: string): Fault[] {
  return isEmailAddress(email) ? [] : [{ pointer: '/email', code: 'not-an-email' }];
}

/** Control characters would break out of a mail header. */
function nameFaults(name: string): Fault[] {
  const trimmed = name.trim();
  if (trimmed === '') return [{ pointer: '/name', code: 'too-short', params: { least: 1 } }];
  if (trimmed.length > NAME_MAX) return [{ pointer: '/name', code: 'too-long', params: { most: NAME_MAX } }];
  return /\p{Cc}/u.test(trimmed) ? [{ pointer: '/name', code: 'unprintable' }] : [];
}

function refuseFaults(faults: readonly Fault[]): void {
  if (faults.length > 0) throw new DomainError('invalid', {}, faults);
}
