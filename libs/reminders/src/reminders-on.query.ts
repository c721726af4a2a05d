import { Instance } from '@app/accounts/instance.js';
import { type Actor, isAdmin } from '@app/kernel/actor.js';
import type { Localized } from '@app/kernel/locale.js';
import { encodeCursor, type Page, type PageRequest } from '@app/kernel/page.js';
import { toInstant } from '@app/persistence/instant.type.js';
import { scopeOf } from '@app/persistence/scope.js';
import { row, rows } from '@app/persistence/sql.js';
import { Transactions } from '@app/persistence/transactions.js';
import { Injectable } from '@nestjs/common';
import { foreseeCopies, type GotIt, type PlannedFor } from './copies/foresee-copies.js';
import { positionOf, shownState, type TitledCall, type ToldRow, type ToldView, titledCall, toldColumns, toldView } from './told-rows.js';

export const SHOWN_STATES = ['planned', 'sent', 'skipped', 'failed'] as const;
/** What is bound to a letter that has not gone out counts as planned. */
export type ShownState = (typeof SHOWN_STATES)[number];

export interface RemindersFilter {
  /** The local day of `dueAt` where the authority lies. */
  readonly on?: string;
  /** Official key. */
  readonly authority?: string;
  readonly state?: ShownState;
}

export interface ReminderView extends ToldView {
  readonly id: string;
  readonly recipient: { readonly id: string; readonly name: string; readonly email: string };
  readonly authority: { readonly key: string; readonly name: string };
  readonly call: { readonly id: string; readonly title: Localized };
  readonly deadline: { readonly id: string; readonly stage?: string; readonly closesOn: string };
  readonly lead: number;
  readonly unit: string;
  readonly state: ShownState;
  /** Of what is planned, for administrators: who will get it as absences and addresses stand now, where that differs in the same way. */
  readonly goesTo?: readonly GotIt[];
}

interface Found extends ToldRow, Omit<ReminderView, 'call' | 'goesTo' | keyof ToldView> {
  readonly state: ShownState;
  readonly authorityId: string;
  readonly call: TitledCall;
}

const STATE = shownState('r');
const TABLES = `reminder r join person p on p.id = r.person_id join authority a on a.id = r.authority_id
  join call c on c.id = r.call_id join program g on g.id = c.program_id`;
/** $1 system-wide, $2 authorities of the actor, $3 day, $4 key, $5 state. The first condition on due_at is for the index. */
const CONDITION = `($1 or r.authority_id = any ($2::uuid[]))
  and ($3::date is null or (r.due_at between (($3::date - 1)::timestamp at time zone 'UTC') and (($3::date + 2)::timestamp at time zone 'UTC')
    and (r.due_at at time zone a.zone)::date = $3::date))
  and ($4::text is null or a.key = $4) and ($5::text is null or ${STATE} = $5)`;
const SELECT = `select r.id, r.lead, r.unit, r.authority_id as "authorityId", ${toldColumns('r')},
    jsonb_build_object('key', a.key, 'name', a.name) as authority,
    jsonb_build_object('id', c.id, 'ownTitle', c.title, 'round', c.round, 'programTitle', g.title) as call,
    jsonb_strip_nulls(jsonb_build_object('id', r.deadline_id, 'closesOn', r.closes_on, 'stage',
      (select d ->> 'stage' from jsonb_array_elements(c.deadlines) d where d ->> 'id' = r.deadline_id limit 1))) as deadline
  from ${TABLES} where ${CONDITION}`;

/** The ledger as people see it, the earliest first: staff that of their own authorities, administrators all of it. */
@Injectable()
export class RemindersOn {
  constructor(
    private readonly transactions: Transactions,
    private readonly instance: Instance,
  ) {}

  async run(actor: Actor, filter: RemindersFilter, page: PageRequest): Promise<Page<ReminderView>> {
    const after = page.cursor ? positionOf(page.cursor) : [null, null];
    const domain = (await this.instance.read())?.domain ?? '';
    const parameters = [isAdmin(actor), [...actor.authorityIds], filter.on ?? null, filter.authority ?? null, filter.state ?? null];
    return this.transactions.run(scopeOf(actor), async (em) => {
      const counted = await row<{ total: number }>(em, `select count(*)::int as total from ${TABLES} where ${CONDITION}`, parameters);
      const sql = `${SELECT} and ($6::timestamptz is null or (r.due_at, r.id) > ($6, $7::uuid)) order by r.due_at, r.id limit $8`;
      const found = await rows<Found>(em, sql, [...parameters, ...after, page.limit + 1]);
      const items = found.slice(0, page.limit);
      const goesTo = isAdmin(actor)
        ? await foreseeCopies(em, items.filter(isPlanned).map(plannedFor))
        : new Map<string, readonly GotIt[]>();
      const last = found.length > page.limit ? items.at(-1) : undefined;
      return {
        items: items.map((item) => toView(item, domain, goesTo.get(item.id))),
        total: counted!.total,
        next: last ? encodeCursor([last.dueAt, last.id]) : null,
      };
    });
  }

  /** How many there are in each state, whatever state is asked for. */
  async counts(actor: Actor, filter: Omit<RemindersFilter, 'state'>): Promise<Record<ShownState, number>> {
    const parameters = [isAdmin(actor), [...actor.authorityIds], filter.on ?? null, filter.authority ?? null, null];
    const found = await this.transactions.run(scopeOf(actor), (em) =>
      rows<{ state: ShownState; count: number }>(
        em,
        `select ${STATE} as state, count(*)::int as count from ${TABLES} where ${CONDITION} group by 1`,
        parameters,
      ),
    );
    const counted = new Map(found.map(({ state, count }) => [state, count]));
    return Object.fromEntries(SHOWN_STATES.map((state) => [state, counted.get(state) ?? 0])) as Record<ShownState, number>;
  }
}

function isPlanned({ state }: Found): boolean {
  return state === 'planned';
}

function plannedFor({ id, recipient, authorityId, dueAt }: Found): PlannedFor {
  return { id, personId: recipient.id, email: recipient.email, authorityId, dueAt: toInstant(dueAt) };
}

function toView(found: Found, domain: string, goesTo: readonly GotIt[] | undefined): ReminderView {
  const { id, recipient, authority, call, deadline, lead, unit, state } = found;
  const told = toldView(found, domain);
  return { id, recipient, authority, call: titledCall(call), deadline, lead, unit, state, ...told, ...(goesTo && { goesTo }) };
}
