import type { Actor } from '@app/kernel/actor.js';
import { Clock, dayAt } from '@app/kernel/clock.js';
import { DomainError } from '@app/kernel/domain-error.js';
import { HOME_ZONE } from '@app/kernel/home-zone.js';
import { raiseIndexRevision } from '@app/persistence/index-revision.js';
import { Jobs } from '@app/persistence/jobs.js';
import { systemScope } from '@app/persistence/scope.js';
import { row, run } from '@app/persistence/sql.js';
import { Transactions } from '@app/persistence/transactions.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { DecidedKind } from './authority-change.js';
import type { Involved, SuccessionResult } from './carry-out.js';
import { openProposal, type StoredProposal } from './open-proposal.js';
import { conclude, withdrawOthers } from './settle.js';

/** What an editor knows better than the proposal; absent: as proposed. */
export interface Correction {
  /** Null: nobody follows. */
  readonly newKey?: string | null;
  readonly kind?: DecidedKind;
  readonly effectiveOn?: string;
}

interface Decision {
  readonly successor: Involved | null;
  readonly kind: DecidedKind;
  readonly effectiveOn: string;
}

/** An editor says who follows an authority that is gone: in one transaction everything that belongs to it goes over. */
@Injectable()
export class ConfirmChange {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
  ) {}

  /** Throws 'not-found', 'stale', 'conflict' (decided already), 'unknown-authority' and 'invalid' (a day to come, itself as successor). */
  run(actor: Actor, id: string, version: number, correction: Correction = {}): Promise<SuccessionResult> {
    const at = this.clock.now();
    return this.transactions.run(systemScope('register-import'), async (em) => {
      const revision = await raiseIndexRevision(em);
      const proposal = await openProposal(em, id, version);
      const decision = await decide(em, proposal, correction, dayAt(at, HOME_ZONE).toString());
      const { old } = proposal;
      await mark(em, id, decision, { actor, at });
      await withdrawOthers(em, { old, ...decision }, at);
      const result = await conclude(em, this.jobs, { id, old, ...decision }, { actor, revision, at });
      await this.jobs.enqueue(em, 'authorities-changed', {
        authorityIds: [old.id, ...(decision.successor ? [decision.successor.id] : [])],
      });
      return result;
    });
  }
}

async function decide(em: EntityManager, proposal: StoredProposal, correction: Correction, today: string): Promise<Decision> {
  const effectiveOn = correction.effectiveOn ?? proposal.effectiveOn;
  if (effectiveOn > today) throw new DomainError('invalid', {}, [{ pointer: '/effectiveOn', code: 'too-great', params: { most: today } }]);
  const newKey = correction.kind === 'ended' ? null : correction.newKey === undefined ? proposal.newKey : correction.newKey;
  if (newKey === null) return { successor: null, kind: demandEnded(proposal, correction), effectiveOn };
  if (newKey === proposal.old.key) throw new DomainError('invalid', {}, [{ pointer: '/newKey', code: 'invalid-value' }]);
  const successor = await row<Involved>(em, 'select id, key from authority where key = $1 and valid_to is null', [newKey]);
  if (!successor) throw new DomainError('unknown-authority', {}, [{ pointer: '/newKey', code: 'unknown-authority' }]);
  return { successor, kind: correction.kind ?? (proposal.kind === 'ended' ? 'merged' : proposal.kind), effectiveOn };
}

/** Without a successor there is only an end. */
function demandEnded(proposal: StoredProposal, correction: Correction): 'ended' {
  if ((correction.kind ?? (correction.newKey === null ? 'ended' : proposal.kind)) === 'ended') return 'ended';
  throw new DomainError('invalid', {}, [{ pointer: '/newKey', code: 'required' }]);
}

async function mark(em: EntityManager, id: string, decision: Decision, by: { actor: Actor; at: Temporal.Instant }): Promise<void> {
  await run(
    em,
    `update authority_change set state = 'confirmed', new_authority_id = $2, kind = $3, effective_on = $4::date, confirmed_by = $5, version = version + 1,
       updated_at = $6::timestamptz where id = $1`,
    [id, decision.successor?.id ?? null, decision.kind, decision.effectiveOn, by.actor.id, by.at.toString()],
  );
}
