import { Instance } from '@app/accounts/instance.js';
import { type Actor, isAdmin } from '@app/kernel/actor.js';
import type { Localized } from '@app/kernel/locale.js';
import { encodeCursor, type Page, type PageRequest } from '@app/kernel/page.js';
import { scopeOf } from '@app/persistence/scope.js';
import { row, rows } from '@app/persistence/sql.js';
import { Transactions } from '@app/persistence/transactions.js';
import { Injectable } from '@nestjs/common';
import type { RemindersFilter, ShownState } from '../reminders-on.query.js';
import { positionOf, shownState, type TitledCall, type ToldRow, type ToldView, titledCall, toldColumns, toldView } from '../told-rows.js';
import type { NoticeKind } from './notice.js';
import { ZONE_OF_NOTICE } from './notices.query.js';

/** What is told beside reminders, as people see it. */
export interface NoticeView extends ToldView {
  readonly id: string;
  readonly kind: NoticeKind;
  readonly recipient: { readonly id: string; readonly name: string; readonly email: string };
  /** Absent: the person alone is meant. */
  readonly authority?: { readonly key: string; readonly name: string };
  readonly call?: { readonly id: string; readonly title: Localized };
  readonly state: ShownState;
}

interface Found extends ToldRow, Pick<NoticeView, 'id' | 'kind' | 'recipient'> {
  readonly state: ShownState;
  readonly authority: NoticeView['authority'] | null;
  readonly call: TitledCall | null;
}

const STATE = shownState('n');
const TABLES = `notice n join person p on p.id = n.person_id left join authority a on a.id = n.authority_id
  left join call c on c.id = n.call_id left join program g on g.id = c.program_id`;
/** $1 system-wide, $2 authorities of the actor, $3 the actor, $4 day, $5 key, $6 state. The first condition on due_at is for the index. */
const CONDITION = `($1 or n.authority_id = any ($2::uuid[]) or n.person_id::text = $3)
  and ($4::date is null or (n.due_at between (($4::date - 1)::timestamp at time zone 'UTC') and (($4::date + 2)::timestamp at time zone 'UTC')
    and (n.due_at at time zone ${ZONE_OF_NOTICE})::date = $4::date))
  and ($5::text is null or a.key = $5) and ($6::text is null or ${STATE} = $6)`;
const SELECT = `select n.id, n.kind, ${toldColumns('n')},
    case when a.id is not null then jsonb_build_object('key', a.key, 'name', a.name) end as authority,
    case when c.id is not null then jsonb_build_object('id', c.id, 'ownTitle', c.title, 'round', c.round, 'programTitle', g.title) end as call
  from ${TABLES} where ${CONDITION}`;

/** What is told by mail beside reminders, the earliest first: staff that of their own authorities and their own, administrators all of it. */
@Injectable()
export class NoticesOn {
  constructor(
    private readonly transactions: Transactions,
    private readonly instance: Instance,
  ) {}

  async run(actor: Actor, filter: RemindersFilter, page: PageRequest): Promise<Page<NoticeView>> {
    const after = page.cursor ? positionOf(page.cursor) : [null, null];
    const domain = (await this.instance.read())?.domain ?? '';
    const { on = null, authority = null, state = null } = filter;
    const parameters = [isAdmin(actor), [...actor.authorityIds], actor.id, on, authority, state];
    return this.transactions.run(scopeOf(actor), async (em) => {
      const counted = await row<{ total: number }>(em, `select count(*)::int as total from ${TABLES} where ${CONDITION}`, parameters);
      const sql = `${SELECT} and ($7::timestamptz is null or (n.due_at, n.id) > ($7, $8::uuid)) order by n.due_at, n.id limit $9`;
      const found = await rows<Found>(em, sql, [...parameters, ...after, page.limit + 1]);
      const items = found.slice(0, page.limit);
      const last = found.length > page.limit ? items.at(-1) : undefined;
      return {
        items: items.map((item) => toView(item, domain)),
        total: counted!.total,
        next: last ? encodeCursor([last.dueAt, last.id]) : null,
      };
    });
  }
}

function toView(found: Found, domain: string): NoticeView {
  const { id, kind, recipient, authority, call, state } = found;
  const told = toldView(found, domain);
  return { id, kind, recipient, ...(authority && { authority }), ...(call && { call: titledCall(call) }), state, ...told };
}
