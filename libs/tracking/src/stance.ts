import { DomainError, type Fault } from '@app/kernel/domain-error.js';

export const STANCE_KINDS = ['followed', 'dismissed'] as const;
export type StanceKind = (typeof STANCE_KINDS)[number];

/** Why a call is not for us. */
export const DISMISSAL_REASONS = ['not_relevant', 'no_capacity', 'own_share', 'too_late', 'other'] as const;
export type DismissalReason = (typeof DISMISSAL_REASONS)[number];

export const LONGEST_NOTE = 500;

/** What somebody wants to do about a call on behalf of an authority: a dismissal says why. */
export interface StanceWish {
  readonly kind: StanceKind;
  readonly reason?: DismissalReason;
  readonly note?: string;
}

/** Throws 'invalid' with a fault for each thing that is not right. */
export function checkedWish({ kind, reason, note }: StanceWish): StanceWish {
  const faults: Fault[] = [];
  if (kind === 'dismissed' && reason === undefined) faults.push({ pointer: '/reason', code: 'required' });
  if (kind === 'followed' && reason !== undefined) faults.push({ pointer: '/reason', code: 'unknown-property' });
  if (faults.length > 0) throw new DomainError('invalid', {}, faults);
  return { kind, ...(reason && { reason }), ...(note?.trim() && { note: note.trim() }) };
}
