import type { Reason } from '@app/kernel/reason.js';
import type { ProposalCode } from './proposal-texts.js';

export const CHANGE_KINDS = ['renamed', 'renumbered', 'merged', 'split', 'kind_changed', 'ended', 'new'] as const;
/** What happened to an authority between two registers. */
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** The kinds that a person or a list of changes can name; names and newcomers tell the register itself. */
export const DECIDED_KINDS = ['renumbered', 'merged', 'split', 'kind_changed', 'ended'] as const satisfies readonly ChangeKind[];
export type DecidedKind = (typeof DECIDED_KINDS)[number];

export const CHANGE_STATES = ['proposed', 'confirmed', 'rejected'] as const;
export type ChangeState = (typeof CHANGE_STATES)[number];

/** One and the same authority before and after, so that its figures stay its own. */
export const SAME_AUTHORITY: readonly ChangeKind[] = ['renumbered', 'kind_changed'];

export interface Proposal {
  readonly oldKey: string;
  /** Null: no successor was found. */
  readonly newKey: string | null;
  readonly kind: DecidedKind;
  readonly reason: Reason<ProposalCode>;
}
