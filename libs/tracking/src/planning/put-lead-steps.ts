import { type LeadStep, stepFaults } from '@app/deadlines/planning/lead-step.js';
import type { Actor } from '@app/kernel/actor.js';
import { Clock } from '@app/kernel/clock.js';
import { DomainError } from '@app/kernel/domain-error.js';
import { recordAudit } from '@app/persistence/audit.js';
import { scopeOf } from '@app/persistence/scope.js';
import { row } from '@app/persistence/sql.js';
import { Transactions } from '@app/persistence/transactions.js';
import { Injectable } from '@nestjs/common';
import { authorityActedFor } from '../acting-for.js';
import { refuseUnguarded } from '../take-stance.js';
import { readLeadSteps } from './lead-steps.query.js';

/** Says what the authority has to do before it applies, instead of what it said before. Milestones stay where they are. */
@Injectable()
export class PutLeadSteps {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** Answers the new version. Throws 'if-match-required' and 'stale' where steps are stored, 'invalid' with a pointer below `/steps`. */
  run(actor: Actor, key: string, steps: readonly LeadStep[], version: number | undefined): Promise<number> {
    const at = this.clock.now();
    return this.transactions.run(scopeOf(actor), async (em) => {
      const authorityId = await authorityActedFor(em, actor, key);
      const faults = stepFaults(steps).map((fault) => ({ ...fault, pointer: `/steps${fault.pointer}` }));
      if (faults.length > 0) throw new DomainError('invalid', {}, faults);
      const before = await readLeadSteps(em, authorityId);
      // Version 0 is the suggestion: who saw it has not seen what is stored by now.
      refuseUnguarded(version !== 0 && before.version === 0 ? undefined : before, version);
      const written = await row<{ version: number }>(
        em,
        `insert into lead_steps (authority_id, steps, version, updated_at) values ($1, $2::jsonb, 1, $3::timestamptz)
         on conflict (authority_id) do update set steps = excluded.steps, version = lead_steps.version + 1, updated_at = excluded.updated_at
         where lead_steps.version = $4 returning version`,
        [authorityId, JSON.stringify(steps), at.toString(), version ?? 0],
      );
      if (!written) throw new DomainError('stale');
      const detail = { before: before.version === 0 ? null : before.steps, after: steps };
      await recordAudit(em, { actor, action: 'lead-steps.set', subject: { kind: 'authority', id: authorityId }, detail, at });
      return written.version;
    });
  }
}
