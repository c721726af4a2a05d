import { DomainError } from '@app/kernel/domain-error.js';
import { row } from '@app/persistence/sql.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { ChangeState, DecidedKind } from './authority-change.js';
import type { Involved } from './carry-out.js';

export interface StoredProposal {
  readonly old: Involved;
  readonly newKey: string | null;
  readonly kind: DecidedKind;
  readonly effectiveOn: string;
}

interface Found {
  oldId: string;
  oldKey: string;
  newKey: string | null;
  kind: DecidedKind;
  effectiveOn: string;
  state: ChangeState;
  version: number;
}

/** A proposal that is to be decided on, locked. Throws 'not-found', 'stale' and 'conflict' (decided already). */
export async function openProposal(em: EntityManager, id: string, version: number): Promise<StoredProposal> {
  const found = await row<Found>(
    em,
    `select o.id as "oldId", o.key as "oldKey", n.key as "newKey", c.kind, c.effective_on::text as "effectiveOn", c.state, c.version
     from authority_change c join authority o on o.id = c.old_authority_id left join authority n on n.id = c.new_authority_id
     where c.id = $1 for update of c`,
    [id],
  );
  if (!found) throw new DomainError('not-found');
  if (found.version !== version) throw new DomainError('stale', { current: found.version });
  if (found.state !== 'proposed') throw new DomainError('conflict', {}, [{ pointer: '', code: 'already-decided' }]);
  const { oldId, oldKey, newKey, kind, effectiveOn } = found;
  return { old: { id: oldId, key: oldKey }, newKey, kind, effectiveOn };
}
