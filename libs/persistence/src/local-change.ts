import type { EntityManager } from '@mikro-orm/postgresql';

const CHANGING = new WeakSet<EntityManager>();

/** Says that this transaction changes something that answers may be made of. Called by what every write does anyway: its audit entry, the index revision. */
export function noteChange(em: EntityManager): void {
  CHANGING.add(em);
}

export function hasChanged(em: EntityManager | undefined): boolean {
  return em !== undefined && CHANGING.has(em);
}
