import type { Actor } from '@app/kernel/actor.js';
import { Clock } from '@app/kernel/clock.js';
import { DomainError } from '@app/kernel/domain-error.js';
import { recordAudit } from '@app/persistence/audit.js';
import { raiseIndexRevision } from '@app/persistence/index-revision.js';
import { Jobs } from '@app/persistence/jobs.js';
import { scopeOf } from '@app/persistence/scope.js';
import { run } from '@app/persistence/sql.js';
import { Transactions } from '@app/persistence/transactions.js';
import { Injectable } from '@nestjs/common';
import { authorityActedFor, refuseHiddenCall } from './acting-for.js';
import { endDismissal } from './end-dismissal.js';
import { checkedWish, type StanceWish } from './stance.js';
import { readStances, type StanceRow } from './stances.query.js';

/**
 * Somebody follows or dismisses a call on behalf of an authority. Colleagues see it; reminders and calendars of what is followed are theirs.
 * The index revision rises with it: calendars of what is followed are kept in memory as of a revision.
 */
@Injectable()
export class TakeStance {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
  ) {}

  /** The first stance needs no version; after that 'if-match-required' without one, 'stale' with an old one. The same stance keeps its beginning. */
  async run(actor: Actor, key: string, callId: string, wish: StanceWish, version: number | undefined): Promise<StanceRow> {
    const { kind, reason, note } = checkedWish(wish);
    const at = this.clock.now();
    return this.transactions.run(scopeOf(actor), async (em) => {
      const authorityId = await authorityActedFor(em, actor, key);
      await refuseHiddenCall(em, callId);
      await raiseIndexRevision(em);
      const own = { personId: actor.id, authorityId, callId };
      const [before] = await readStances(em, own);
      refuseUnguarded(before, version);
      await run(
        em,
        `insert into stance (person_id, authority_id, call_id, kind, reason, note, since, version, updated_at)
         values ($1, $2, $3, $4, $5, $6, $7::timestamptz, 1, $7::timestamptz)
         on conflict (person_id, authority_id, call_id) do update set kind = excluded.kind, reason = excluded.reason, note = excluded.note,
           since = case when stance.kind = excluded.kind then stance.since else excluded.since end,
           version = stance.version + 1, updated_at = excluded.updated_at`,
        [actor.id, authorityId, callId, kind, reason ?? null, note ?? null, at.toString()],
      );
      if (before?.kind === 'dismissed' && kind === 'followed') await endDismissal(em, before, at);
      const detail = { authorityId, ...(reason && { reason }) };
      await recordAudit(em, { actor, action: `call.${kind}`, subject: { kind: 'call', id: callId }, detail, at });
      await this.jobs.enqueue(em, 'recipients-changed', { personId: actor.id });
      return (await readStances(em, own))[0]!;
    });
  }
}

/** What exists may only be changed by who has seen it. */
export function refuseUnguarded(before: { readonly version: number } | undefined, version: number | undefined): void {
  if (before && version === undefined) throw new DomainError('if-match-required');
  if (version !== undefined && before?.version !== version) throw new DomainError('stale', { current: before?.version ?? null });
}
