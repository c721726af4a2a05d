import { type Actor, isAdmin } from '@app/kernel/actor.js';
import type { Who } from './allow.decorator.js';

/** Whether one of those listed is asking. Nobody listed: nobody may. */
export function may(who: readonly Who[] | undefined, actor: Actor | undefined): boolean {
  if (!who || who.length === 0) return false;
  if (who.includes('everyone')) return true;
  if (!actor) return false;
  return isAdmin(actor) || who.includes('signed-in') || actor.roles.some((role) => who.includes(role));
}
