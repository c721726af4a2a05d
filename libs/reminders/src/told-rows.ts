import { titleOf } from '@app/funding/call-record.js';
import { isId } from '@app/kernel/ids.js';
import type { Localized, PartlyLocalized } from '@app/kernel/locale.js';
import { decodeCursor, invalidCursor, isInstant } from '@app/kernel/page.js';
import { toInstant } from '@app/persistence/instant.type.js';
import type { GotIt } from './copies/foresee-copies.js';
import { messageId } from './reminders-settings.js';

/** What reminders and notices are shown with alike, as the columns of `toldColumns` give it. */
export interface ToldRow {
  readonly state: string;
  readonly dueAt: string;
  readonly reason: string | null;
  readonly sentAt: string | null;
  readonly sentTo: readonly GotIt[] | null;
  readonly response: string | null;
  readonly letterId: string | null;
}

/** As people see it. */
export interface ToldView {
  readonly dueAt: string;
  readonly reason?: string;
  readonly sentAt?: string;
  /** Who got it, where that was not its recipient's own address alone. */
  readonly sentTo?: readonly GotIt[];
  /** What the mail server said last, or a code of ours or of the network. */
  readonly response?: string;
  /** As it stands in the header, with its brackets. */
  readonly messageId?: string;
}

/** SQL: what is bound is planned to whoever looks at it. */
export function shownState(told: 'r' | 'n'): string {
  return `case ${told}.state when 'bound' then 'planned' else ${told}.state end`;
}

/** SQL: the columns of a reminder `r` or a notice `n`, and its person `p`. */
export function toldColumns(told: 'r' | 'n'): string {
  return `to_char(${told}.due_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "dueAt", ${shownState(told)} as state, ${told}.reason,
    ${told}.sent_at::text as "sentAt", ${told}.letter_id as "letterId",
    jsonb_build_object('id', p.id, 'name', p.name, 'email', p.email) as recipient,
    (select jsonb_agg(jsonb_build_object('id', o.id, 'name', o.name, 'address', y.address, 'deputy', y.deputy) order by y.deputy, y.address)
       from letter_copy y join person o on o.id = y.person_id
       where y.letter_id = ${told}.letter_id and y.state = 'sent' and (${told}.authority_id is null or ${told}.authority_id = any (y.authority_ids))) as "sentTo",
    (select coalesce(l.response, (select string_agg(distinct y.response, '; ') from letter_copy y where y.letter_id = l.id)) from letter l
       where l.id = ${told}.letter_id) as response`;
}

export function toldView({ state, dueAt, reason, sentAt, sentTo, response, letterId }: ToldRow, domain: string): ToldView {
  return {
    dueAt: toInstant(dueAt).toString(),
    ...(reason !== null && { reason }),
    ...(sentAt !== null && { sentAt: toInstant(sentAt).toString() }),
    ...(sentTo && { sentTo }),
    ...(response !== null && { response }),
    ...(state === 'sent' && letterId !== null && { messageId: `<${messageId(letterId, domain)}>` }),
  };
}

/** A call as far as its title needs it. */
export interface TitledCall {
  readonly id: string;
  readonly ownTitle: PartlyLocalized | null;
  readonly round: string;
  readonly programTitle: PartlyLocalized;
}

export function titledCall({ id, ownTitle, round, programTitle }: TitledCall): { readonly id: string; readonly title: Localized } {
  const named = { ownTitle, round, program: { title: programTitle } } as Parameters<typeof titleOf>[0];
  return { id, title: { de: titleOf(named, 'de'), en: titleOf(named, 'en') } };
}

/** Where a page goes on; throws for a cursor that none of ours was. */
export function positionOf(cursor: string): [dueAt: string, id: string] {
  const [dueAt, id] = decodeCursor(cursor, 2).map(String) as [string, string];
  if (!isId(id) || !isInstant(dueAt)) throw invalidCursor();
  return [dueAt, id];
}
