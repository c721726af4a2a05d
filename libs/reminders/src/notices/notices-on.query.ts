import { Instance } from '@app/accounts/instance.js';
import { titleOf } from '@app/funding/call-record.js';
import { type Actor, isAdmin } from '@app/kernel/actor.js';
import { isId } from '@app/kernel/ids.js';
import type { Localized, PartlyLocalized } from '@app/kernel/locale.js';
import { decodeCursor, encodeCursor, invalidCursor, isInstant, type Page, type PageRequest } from '@app/kernel/page.js';
import { toInstant } from '@app/persistence/instant.type.js';
import { scopeOf } from '@app/persistence/scope.js';
import { row, rows } from '@app/persistence/sql.js';
import { Transactions } from '@app/persistence/transactions.js';
import { Injectable } from '@nestjs/common';
import type { GotIt } from '../copies/foresee-copies.js';
import type { RemindersFilter, ShownState } from '../reminders-on.query.js';
import { messageId } from '../reminders-settings.js';
import type { NoticeKind } from './notice.js';
import { ZONE_OF_NOTICE } from './notices.query.js';

/** What is told beside reminders, as people see it. */
export interface NoticeView {
  readonly id: string;
  readonly kind: NoticeKind;
  readonly recipient: { readonly id: string; readonly name: string; readonly email: string };
  /** Absent: the person alone is meant. */
  readonly authority?: { readonly key: string; readonly name: string };
  readonly call?: { readonly id: string; readonly title: Localized };
  readonly dueAt: string;
  readonly state: ShownState;
  readonly reason?: string;
  readonly sentAt?: string;
  /** Who got it, where that was not its recipient's own address alone. */
  readonly sentTo?: readonly GotIt[];
  /** What the mail server said last, or a code of ours or of the network. */
  readonly response?: string;
  /** As it stands in the header, with its brackets. */
  readonly messageId?: string;
}

interface Found extends Pick<NoticeView, 'id' | 'kind' | 'recipient' | 'dueAt' | 'state'> {
  readonly authority: NoticeView['authority'] | null;
  readonly call: { id: string; ownTitle: PartlyLocalized | null; round: string; programTitle: PartlyLocalized } | null;
  readonly reason: string | null;
  readonly sentAt: string | null;
  readonly sentTo: readonly GotIt[] | null;
  readonly response: string | null;
  readonly letterId: string | null;
}

const STATE = `case n.state when 'bound' then 'planned' else n.state end`;
const TABLES = `notice n join person p on p.id = n.person_id left join authority a on a.id = n.authority_id
  left join call c on c.id = n.call_id left join program g on g.id = c.program_id`;
/** $1 system-wide, $2 authorities of the actor, $3 the actor, $4 day, $5 key, $6 state. The first condition on due_at is for the index. */
const CONDITION = `($1 or n.authority_id = any ($2::uuid[]) or n.person_id::text = $3)
  and ($4::date is null or (n.due_at between (($4::date - 1)::timestamp at time zone 'UTC') and (($4::date + 2)::timestamp at time zone 'UTC')
    and (n.due_at at time zone ${ZONE_OF_NOTICE})::date = $4::date))
  and ($5::text is null or a.key = $5) and ($6::text is null or ${STATE} = $6)`;
const SELECT = `select n.id, n.kind, to_char(n.due_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "dueAt", ${STATE} as state, n.reason,
    n.sent_at::text as "sentAt", n.letter_id as "letterId",
    jsonb_build_object('id', p.id, 'name', p.name, 'email', p.email) as recipient,
    (select jsonb_agg(jsonb_build_object('id', o.id, 'name', o.name, 'address', y.address, 'deputy', y.deputy) order by y.deputy, y.address)
       from letter_copy y join person o on o.id = y.person_id
       where y.letter_id = n.letter_id and y.state = 'sent' and (n.authority_id is null or n.authority_id = any (y.authority_ids))) as "sentTo",
    (select coalesce(l.response, (select string_agg(distinct y.response, '; ') from letter_copy y where y.letter_id = l.id)) from letter l
       where l.id = n.letter_id) as response,
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

function toView({ authority, call, reason, sentAt, sentTo, response, letterId, dueAt, ...found }: Found, domain: string): NoticeView {
  return {
    ...found,
    ...(authority && { authority }),
    ...(call && { call: { id: call.id, title: titlesOf(call) } }),
    dueAt: toInstant(dueAt).toString(),
    ...(reason !== null && { reason }),
    ...(sentAt !== null && { sentAt: toInstant(sentAt).toString() }),
    ...(sentTo && { sentTo }),
    ...(response !== null && { response }),
    ...(found.state === 'sent' && letterId !== null && { messageId: `<${messageId(letterId, domain)}>` }),
  };
}

function titlesOf({ ownTitle, round, programTitle }: NonNullable<Found['call']>): Localized {
  const named = { ownTitle, round, program: { title: programTitle } } as Parameters<typeof titleOf>[0];
  return { de: titleOf(named, 'de'), en: titleOf(named, 'en') };
}

function positionOf(cursor: string): [dueAt: string, id: string] {
  const [dueAt, id] = decodeCursor(cursor, 2).map(String) as [string, string];
  if (!isId(id) || !isInstant(dueAt)) throw invalidCursor();
  return [dueAt, id];
}
