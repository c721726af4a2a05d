import { rows } from '@app/persistence/sql.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { LetterAddress } from './letter-address.js';

const SUSPENDED = (address: string) => `exists (select from address_trouble t where t.address = ${address} and t.suspended_at is not null)`;

/** Where letters to person `p` go: proven, chosen, and not suspended. */
export const WORKING_ADDRESSES = `select p.email as address where p.email_verified_at is not null
    and not exists (select from letter_address m where m.id = p.id and not m.wanted) and not ${SUSPENDED('lower(p.email)')}
  union all select a.address from letter_address a
    where a.person_id = p.id and a.id <> p.id and a.wanted and a.verified_at is not null and not ${SUSPENDED('a.address')}`;

/** All of them are suspended. Who never chose anything is asked about their own address alone: that is most people. */
export const IS_SUSPENDED = `case when exists (select from letter_address own where own.person_id = p.id) then not exists (${WORKING_ADDRESSES})
  else ${SUSPENDED('lower(p.email)')} end`;

/** Those of a person, the one that they sign in with first. Undefined: there is no such person. */
export async function readLetterAddresses(em: EntityManager, personId: string): Promise<LetterAddress[] | undefined> {
  const found = await rows<LetterAddress>(
    em,
    `select p.id, p.email as address, true as main, p.email_verified_at is not null as verified, coalesce(m.wanted, true) as wanted,
       ${SUSPENDED('lower(p.email)')} as suspended, coalesce(m.version, 0) as version, p.created_at as at
     from person p left join letter_address m on m.id = p.id where p.id = $1
     union all select a.id, a.address, false, a.verified_at is not null, a.wanted, ${SUSPENDED('a.address')}, a.version, a.created_at
     from letter_address a where a.person_id = $1 and a.id <> $1 order by main desc, at, id`,
    [personId],
  );
  if (found.length === 0) return undefined;
  return found.map(({ id, address, main, verified, wanted, suspended, version }) => ({
    id,
    address,
    main,
    verified,
    wanted,
    suspended,
    version,
  }));
}
