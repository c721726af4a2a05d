import type { Actor } from '@app/kernel/actor.js';
import { Clock } from '@app/kernel/clock.js';
import { DomainError } from '@app/kernel/domain-error.js';
import { isId, newId } from '@app/kernel/ids.js';
import { recordAudit } from '@app/persistence/audit.js';
import { Jobs } from '@app/persistence/jobs.js';
import { scopeOf } from '@app/persistence/scope.js';
import { row, run } from '@app/persistence/sql.js';
import { Transactions } from '@app/persistence/transactions.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { refuseOthers, refuseStale } from '../set-preference.js';
import { checkedLeads, type Leads } from './lead-choice.js';
import { type LeadsHere, readLeadsHere } from './leads-here.query.js';

/** Whose leads for what: a person's for an authority that they are a member of, or for one call on behalf of it. */
export interface LeadPlace {
  readonly personId: string;
  /** Official key. */
  readonly key: string;
  /** null: for every call. */
  readonly callId: string | null;
}

/**
 * How long before a closing somebody hears of it, for one authority or one call: themselves, or an administrator for them; for others there
 * is nothing here ('not-found'). The first choice needs no version; after that 'if-match-required' without one, 'stale' with an old one.
 */
@Injectable()
export class ChooseLeads {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
  ) {}

  async find(actor: Actor, place: LeadPlace): Promise<LeadsHere> {
    refuseOthers(actor, place.personId);
    return this.transactions.run(scopeOf(actor), async (em) =>
      readLeadsHere(em, { personId: place.personId, authorityId: await authorityOfMember(em, place), callId: place.callId }),
    );
  }

  /** Throws 'invalid' with a fault for each thing that is not right. */
  choose(actor: Actor, place: LeadPlace, version: number | undefined, leads: Leads): Promise<LeadsHere> {
    return this.write(actor, place, { action: 'reminders.leads-chosen', version, chosen: checkedLeads(leads) });
  }

  /** Takes a choice back: what is chosen more generally holds again. */
  async inherit(actor: Actor, place: LeadPlace, version: number): Promise<LeadsHere> {
    return this.write(actor, place, { action: 'reminders.leads-inherited', version, chosen: null });
  }

  private async write(actor: Actor, place: LeadPlace, { action, version, chosen }: LeadWish): Promise<LeadsHere> {
    const { personId, callId } = place;
    refuseOthers(actor, personId);
    const at = this.clock.now();
    return this.transactions.run(scopeOf(actor), async (em) => {
      const authorityId = await authorityOfMember(em, place);
      const before = await readLeadsHere(em, { personId, authorityId, callId });
      if (chosen === null && before.version === 0) throw new DomainError('not-found');
      refuseStale(before, version);
      await save(em, { personId, authorityId, callId, chosen }, at);
      const detail = { authorityId, ...(callId && { callId }), ...chosen };
      await recordAudit(em, { actor, action, subject: { kind: 'person', id: personId }, detail, at });
      await this.jobs.enqueue(em, 'recipients-changed', { personId });
      return readLeadsHere(em, { personId, authorityId, callId });
    });
  }
}

interface LeadWish {
  readonly action: string;
  readonly version: number | undefined;
  readonly chosen: Leads | null;
}

/** The person's row is locked: choices of one person are made one after the other. */
async function authorityOfMember(em: EntityManager, { personId, key, callId }: LeadPlace): Promise<string> {
  const authority = await row<{ id: string }>(
    em,
    `select a.id from authority a join membership m on m.authority_id = a.id join person p on p.id = m.person_id
     where a.key = $1 and p.id = $2 for no key update of p`,
    [key, personId],
  );
  const call = callId === null || (isId(callId) && (await row(em, `select 1 from call where id = $1 and state <> 'draft'`, [callId])));
  if (!authority || !call) throw new DomainError('not-found');
  return authority.id;
}

interface Saved {
  readonly personId: string;
  readonly authorityId: string;
  readonly callId: string | null;
  readonly chosen: Leads | null;
}

async function save(em: EntityManager, { personId, authorityId, callId, chosen }: Saved, at: Temporal.Instant): Promise<void> {
  await run(
    em,
    `insert into lead_choice (id, person_id, authority_id, call_id, leads, unit, version, created_at, updated_at)
     values ($1, $2, $3, $4, $5::integer[], $6, 1, $7, $7)
     on conflict on constraint lead_choice_place do update set leads = excluded.leads, unit = excluded.unit,
       version = lead_choice.version + 1, updated_at = excluded.updated_at`,
    [newId(at), personId, authorityId, callId, chosen && [...chosen.leads], chosen?.unit ?? null, at.toString()],
  );
}
