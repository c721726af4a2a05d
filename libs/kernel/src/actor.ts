/** What a person may do; later roles refine these, none goes away. */
export type Role = 'staff' | 'editor' | 'admin';
export const ROLES: readonly Role[] = ['staff', 'editor', 'admin'];

/** Who acts: a signed-in person (by session or API token), or the system itself (a task, the command line). */
export interface Actor {
  readonly kind: 'person' | 'system';
  /** Id of the person; of the system the name of the task. */
  readonly id: string;
  readonly roles: readonly Role[];
  /** Ids of the authorities that the person is a member of. */
  readonly authorityIds: readonly string[];
}

export function systemActor(task: string): Actor {
  return { kind: 'system', id: task, roles: ['admin'], authorityIds: [] };
}

export function isAdmin(actor: Actor): boolean {
  return actor.roles.includes('admin');
}

export function mayEdit(actor: Actor): boolean {
  return isAdmin(actor) || actor.roles.includes('editor');
}

/** Staff see and change what belongs to their own authorities; admins everything. */
export function mayActFor(actor: Actor, authorityId: string): boolean {
  return isAdmin(actor) || actor.authorityIds.includes(authorityId);
}
