import type { Schedule } from '@app/deadlines/deadline.js';
import { contradictions } from '@app/eligibility/contradiction.js';
import type { Criterion } from '@app/eligibility/criterion.js';
import { DomainError } from '@app/kernel/domain-error.js';
import type { PartlyLocalized } from '@app/kernel/locale.js';
import type { Award } from './award.js';
import { type CallDeadline, type StatedDeadline, statedOf, trackDeadlines } from './call-deadline.js';
import type { Partner } from './partner.js';

export type CallState = 'draft' | 'published' | 'withdrawn';

export interface CallSource {
  readonly url: string;
  /** Day of the announcement. */
  readonly publishedOn?: string;
}

export interface CallContent {
  readonly round: string;
  readonly title: PartlyLocalized | null;
  readonly summary: PartlyLocalized | null;
  readonly rule: Criterion;
  readonly deadlines: readonly StatedDeadline[];
  readonly award: Award;
  readonly partners: readonly Partner[];
  readonly source: CallSource | null;
  readonly previousCallId: string | null;
  /** Official keys of those chosen. */
  readonly winners: readonly string[];
}

/** A call for applications: one round of a programme. Draft → published → withdrawn; it is published whatever its dates. */
export class Call {
  readonly ordinal: number;
  readonly programId: string;
  round: string;
  title: PartlyLocalized | null;
  summary: PartlyLocalized | null;
  rule: Criterion;
  award: Award;
  partners: readonly Partner[];
  source: CallSource | null;
  previousCallId: string | null;
  winners: readonly string[];
  state: CallState = 'draft';
  publishedAt: Temporal.Instant | null = null;
  withdrawnAt: Temporal.Instant | null = null;
  withdrawalReason: string | null = null;
  contentChangedAt: Temporal.Instant;
  searchText = '';
  revision = 0n;
  readonly version: number = 1;
  readonly createdAt: Temporal.Instant;
  updatedAt: Temporal.Instant;
  /** Those of the past too, for calendars; `deadlines` has the present ones. */
  private trackedDeadlines: readonly CallDeadline[] = [];

  constructor(
    readonly id: string,
    identity: { ordinal: number; programId: string },
    content: CallContent,
    at: Temporal.Instant,
  ) {
    this.ordinal = identity.ordinal;
    this.programId = identity.programId;
    this.createdAt = at;
    this.change(content, at);
  }

  /** A call that another instance had published: its deadlines keep their ids, the call its days. Refused like a publication. */
  static fromElsewhere(
    id: string,
    identity: { ordinal: number; programId: string },
    content: CallContent,
    days: { publishedAt: Temporal.Instant; changedAt: Temporal.Instant; withdrawn?: { at: Temporal.Instant; reason: string } },
    at: Temporal.Instant,
  ): Call {
    const call = new Call(id, identity, content, at);
    const withIds = content.deadlines.flatMap((deadline) =>
      deadline.id === undefined ? [] : [{ ...deadline, id: deadline.id, marks: [] }],
    );
    call.trackedDeadlines = trackDeadlines(withIds, content.deadlines, days.changedAt);
    call.publish(days.publishedAt);
    if (days.withdrawn) call.withdraw(days.withdrawn.reason, days.withdrawn.at);
    call.contentChangedAt = days.changedAt;
    call.updatedAt = at;
    return call;
  }

  get deadlines(): readonly CallDeadline[] {
    return this.trackedDeadlines.filter((deadline) => !deadline.removedAt);
  }

  change(content: Partial<CallContent>, at: Temporal.Instant): void {
    const { deadlines, ...rest } = content;
    Object.assign(this, rest);
    if (deadlines) this.trackedDeadlines = trackDeadlines(this.trackedDeadlines, deadlines, at);
    this.contentChangedAt = at;
    this.updatedAt = at;
    if (this.state === 'published') this.refuseUnpublishable();
  }

  /** Needs a rule that somebody could meet and at least one deadline, nothing else (contract §5). */
  publish(at: Temporal.Instant): void {
    if (this.state !== 'draft') throw new DomainError('already-published');
    this.refuseUnpublishable();
    this.state = 'published';
    this.publishedAt = at;
    this.updatedAt = at;
  }

  private refuseUnpublishable(): void {
    const faults = contradictions(this.rule).map((fault) => ({ ...fault, pointer: `/rule${fault.pointer}` }));
    if (faults.length > 0) throw new DomainError('contradictory-rule', {}, faults);
    if (this.deadlines.length === 0) throw new DomainError('no-deadline', {}, [{ pointer: '/deadlines', code: 'no-deadline' }]);
  }

  withdraw(reason: string, at: Temporal.Instant): void {
    if (this.state === 'draft') throw new DomainError('not-published');
    if (this.state === 'withdrawn') throw new DomainError('already-withdrawn');
    this.state = 'withdrawn';
    this.withdrawnAt = at;
    this.withdrawalReason = reason;
    this.updatedAt = at;
  }

  /** Moves one deadline of a published call. */
  amend(deadlineId: string, schedule: Schedule, at: Temporal.Instant): void {
    if (this.state !== 'published') throw new DomainError('not-published');
    const deadlines = this.deadlines.map(statedOf).map((deadline) => (deadline.id === deadlineId ? { ...deadline, schedule } : deadline));
    this.change({ deadlines }, at);
  }

  /** What a version keeps: everything an editor has said, as the interface shows it. */
  document(): Record<string, unknown> {
    return {
      programId: this.programId,
      round: this.round,
      title: this.title,
      summary: this.summary,
      rule: this.rule,
      deadlines: this.deadlines.map(statedOf),
      award: this.award,
      partners: this.partners,
      source: this.source,
      previousCallId: this.previousCallId,
      winners: this.winners,
      state: this.state,
    };
  }
}
