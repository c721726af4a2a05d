import type { Actor } from '@app/kernel/actor.js';

/**
 * In whose name a transaction reads what authorities own. PostgreSQL's row-level security sees it, so a forgotten filter
 * in a query shows nothing foreign. Each use of `system` names its place; test/architecture holds the list of them.
 */
export type Scope =
  | { readonly kind: 'actor'; readonly personId: string; readonly authorityIds: readonly string[] }
  | { readonly kind: 'system'; readonly place: SystemPlace }
  | { readonly kind: 'nobody' };

export const SYSTEM_PLACES = [
  'sign-in',
  'feed-token',
  'letter-token',
  'matching-index',
  'reminder-planning',
  'letter-sending',
  'register-import',
  'webhooks',
  'impact',
  'administration',
  'demonstration',
] as const;
export type SystemPlace = (typeof SYSTEM_PLACES)[number];

export function systemScope(place: SystemPlace): Scope {
  return { kind: 'system', place };
}

/** What the actor may see: admins everything, staff what belongs to their authorities, nobody signed in only what is public. */
export function scopeOf(actor: Actor | undefined): Scope {
  if (!actor) return { kind: 'nobody' };
  if (actor.roles.includes('admin')) return systemScope('administration');
  return { kind: 'actor', personId: actor.id, authorityIds: actor.authorityIds };
}

/** The three settings that the policies read; they hold for one transaction. */
export function scopeSettings(scope: Scope): { system: string; person: string; authorities: string } {
  return {
    system: scope.kind === 'system' ? scope.place : '',
    person: scope.kind === 'actor' ? scope.personId : '',
    authorities: scope.kind === 'actor' ? scope.authorityIds.join(',') : '',
  };
}
