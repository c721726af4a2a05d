import { type Actor, mayActFor, mayEdit } from '@app/kernel/actor.js';
import { DomainError, type Fault } from '@app/kernel/domain-error.js';

/** What a webhook may tell of. Catalogue events concern everybody, `matches.changed` one authority. */
export const CATALOGUE_EVENTS = ['call.published', 'call.changed', 'call.withdrawn'] as const;
export const WEBHOOK_EVENTS = [...CATALOGUE_EVENTS, 'matches.changed'] as const;
export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number];

/** `paused` by somebody; `disabled` by us, because nothing arrived any more. */
export type WebhookState = 'active' | 'paused' | 'disabled';

/** Why we have given up: too many deliveries in a row failed, or the receiver said 410. */
export type DisabledReason = 'too-many-failures' | 'gone';

export interface WebhookView {
  readonly id: string;
  readonly personId: string;
  /** Whose matches are told of; null: only the catalogue. */
  readonly authorityId: string | null;
  readonly authorityKey: string | null;
  readonly url: string;
  readonly description: string | null;
  readonly events: readonly WebhookEvent[];
  readonly state: WebhookState;
  readonly disabledReason: DisabledReason | null;
  /** Deliveries in a row that were given up. */
  readonly failures: number;
  readonly version: number;
  readonly createdAt: Temporal.Instant;
  readonly updatedAt: Temporal.Instant;
}

/** So many deliveries given up in a row, each after a day of attempts, and we stop. */
export const MOST_FAILURES = 5;

/**
 * Editors and admins may be told of the catalogue, those who act for an authority of its matches. Throws 'forbidden', or 'invalid'
 * with pointers when events and authority do not fit each other.
 */
export function checkEvents(actor: Actor, events: readonly WebhookEvent[], authorityId: string | null): void {
  const wantsMatches = events.includes('matches.changed');
  const faults: Fault[] = [];
  if (events.length === 0) faults.push({ pointer: '/events', code: 'too-few', params: { least: 1 } });
  if (wantsMatches && authorityId === null) faults.push({ pointer: '/authority', code: 'required' });
  if (!wantsMatches && authorityId !== null) faults.push({ pointer: '/authority', code: 'unknown-property' });
  if (faults.length > 0) throw new DomainError('invalid', {}, faults);
  if (authorityId !== null && !mayActFor(actor, authorityId)) throw new DomainError('not-found');
  if (events.some((event) => event !== 'matches.changed') && !mayEdit(actor)) throw new DomainError('forbidden');
}
