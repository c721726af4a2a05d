import { type Actor, mayActFor } from '@app/kernel/actor.js';
import { DomainError } from '@app/kernel/domain-error.js';
import { isId } from '@app/kernel/ids.js';
import { row } from '@app/persistence/sql.js';
import type { EntityManager } from '@mikro-orm/postgresql';

/** Id of the authority with this key, for those who may act for it; for others there is nothing here ('not-found'). */
export async function authorityActedFor(em: EntityManager, actor: Actor, key: string): Promise<string> {
  const authority = await row<{ id: string }>(em, 'select id from authority where key = $1', [key]);
  if (!authority || !mayActFor(actor, authority.id)) throw new DomainError('not-found');
  return authority.id;
}

/** Throws 'not-found' for a call that is none, or a draft. */
export async function refuseHiddenCall(em: EntityManager, callId: string): Promise<void> {
  const call = isId(callId) && (await row(em, `select 1 from call where id = $1 and state <> 'draft'`, [callId]));
  if (!call) throw new DomainError('not-found');
}
