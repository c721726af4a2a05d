import { hashToken, newSecretToken } from '@app/accounts/secret-token.js';
import { row, run } from '@app/persistence/sql.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import { TOKEN_LASTS } from './letter-address.js';

/**
 * A token that proves an address, for the letter that is being written: it stands nowhere else, only its hash is kept. A letter that is
 * written again gets another; both work, until one was used. Undefined: there is nothing left to prove.
 */
export async function issueToken(em: EntityManager, addressId: string, at: Temporal.Instant): Promise<string | undefined> {
  const open = await row(em, 'select 1 from letter_address where id = $1 and verified_at is null', [addressId]);
  if (!open) return undefined;
  const token = newSecretToken();
  await run(em, 'insert into address_token (token_hash, address_id, expires_at) values ($1, $2, $3)', [
    hashToken(token),
    addressId,
    at.add(TOKEN_LASTS).toString(),
  ]);
  return token;
}
