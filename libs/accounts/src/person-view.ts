import type { Role } from '@app/kernel/actor.js';
import type { Locale } from '@app/kernel/locale.js';
import { toInstant } from '@app/persistence/instant.type.js';
import type { MemberOf } from './signed-in-person.js';

/** A person as administrators see them; neither the password's hash nor any token is part of it. */
export interface PersonView {
  readonly id: string;
  readonly version: number;
  readonly email: string;
  readonly emailVerified: boolean;
  readonly name: string;
  readonly language: Locale;
  readonly roles: readonly Role[];
  readonly authorities: readonly MemberOf[];
  readonly hasPassword: boolean;
  readonly demonstration: boolean;
  readonly createdAt: Temporal.Instant;
  readonly updatedAt: Temporal.Instant;
}

export interface PersonViewRow extends Omit<PersonView, 'createdAt' | 'updatedAt'> {
  readonly createdAt: string;
  readonly updatedAt: string;
}

export const PERSON_VIEW = `select p.id, p.version, p.email, p.email_verified_at is not null as "emailVerified", p.name, p.language, p.roles,
    coalesce((select jsonb_agg(jsonb_build_object('id', a.id, 'key', a.key, 'name', a.name) order by a.name, a.key)
      from membership m join authority a on a.id = m.authority_id where m.person_id = p.id), '[]') as authorities,
    p.password_hash is not null as "hasPassword", p.demonstration, p.created_at::text as "createdAt", p.updated_at::text as "updatedAt"
  from person p`;

export function toPersonView(row: PersonViewRow): PersonView {
  return { ...row, createdAt: toInstant(row.createdAt), updatedAt: toInstant(row.updatedAt) };
}
