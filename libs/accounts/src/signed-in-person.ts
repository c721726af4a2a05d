import type { Actor, Role } from '@app/kernel/actor.js';
import type { Locale } from '@app/kernel/locale.js';
import { row } from '@app/persistence/sql.js';
import type { EntityManager } from '@mikro-orm/postgresql';

export interface MemberOf {
  readonly id: string;
  readonly key: string;
  readonly name: string;
}

/** The actor of a request, with what pages and letters say about them. */
export interface SignedInPerson extends Actor {
  readonly kind: 'person';
  readonly name: string;
  readonly email: string;
  readonly language: Locale;
  /** Those that the person acts for. */
  readonly authorities: readonly MemberOf[];
}

interface PersonRow {
  id: string;
  name: string;
  email: string;
  language: Locale;
  roles: Role[];
  authorities: MemberOf[];
}

const SELECT = `select p.id, p.name, p.email, p.language, p.roles,
    coalesce((select jsonb_agg(jsonb_build_object('id', a.id, 'key', a.key, 'name', a.name) order by a.name, a.key)
      from membership m join authority a on a.id = m.authority_id where m.person_id = p.id), '[]') as authorities
  from person p`;

/** Reads the person that `condition` finds ("p.id = $1", or a join that ends in one); what they may is read anew with each request. */
export async function readSignedInPerson(
  em: EntityManager,
  condition: string,
  parameters: readonly unknown[],
): Promise<SignedInPerson | undefined> {
  const found = await row<PersonRow>(em, `${SELECT} ${condition}`, parameters);
  if (!found) return undefined;
  const authorities = actsForAuthorities(found.roles) ? found.authorities : [];
  return { kind: 'person', ...found, authorities, authorityIds: authorities.map((authority) => authority.id) };
}

/** Membership alone gives nothing: acting for an authority is what the role `staff` is (an admin may act for all anyway). */
function actsForAuthorities(roles: readonly Role[]): boolean {
  return roles.includes('staff') || roles.includes('admin');
}
