import { type Actor, isAdmin } from '@app/kernel/actor.js';
import { DomainError } from '@app/kernel/domain-error.js';
import { isId } from '@app/kernel/ids.js';
import { decodeCursor, encodeCursor, invalidCursor, isInstant, type Page, type PageRequest } from '@app/kernel/page.js';
import { toInstant } from '@app/persistence/instant.type.js';
import { scopeOf } from '@app/persistence/scope.js';
import { row, rows } from '@app/persistence/sql.js';
import { Transactions } from '@app/persistence/transactions.js';
import { Injectable } from '@nestjs/common';

export const LETTER_STATES = ['waiting', 'sent', 'failed', 'dropped'] as const;
/** waiting: bound, not yet taken by a mail server; failed: given up for good; dropped: nothing in it was right any more. */
export type LetterState = (typeof LETTER_STATES)[number];

/** A letter as administrators see it. */
export interface LetterView {
  readonly id: string;
  readonly recipient: { readonly id: string; readonly name: string; readonly email: string };
  /** 'reminders', or a kind of notices. */
  readonly kind: string;
  readonly state: LetterState;
  readonly subject?: string;
  readonly attempts: number;
  /** What the mail server said last, or a code of ours or of the network. */
  readonly response?: string;
  readonly boundAt: Temporal.Instant;
  readonly triedAt?: Temporal.Instant;
}

interface Found extends Omit<LetterView, 'subject' | 'response' | 'boundAt' | 'triedAt'> {
  readonly subject: string | null;
  readonly response: string | null;
  readonly boundAt: string;
  readonly triedAt: string | null;
}

const STATE = `case l.state when 'bound' then 'waiting' else l.state end`;
const TABLES = `letter l join person p on p.id = l.person_id`;
const CONDITION = `($1::text is null or ${STATE} = $1)`;
const SELECT = `select l.id, jsonb_build_object('id', p.id, 'name', p.name, 'email', p.email) as recipient, l.kind, ${STATE} as state, l.subject,
    l.attempts, l.response, to_char(l.bound_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "boundAt", l.tried_at::text as "triedAt"
  from ${TABLES} where ${CONDITION}`;

/** Letters with what mail servers said to them, the latest first: for administrators. Throws 'forbidden' to others. */
@Injectable()
export class ListLetters {
  constructor(private readonly transactions: Transactions) {}

  async run(actor: Actor, { state }: { state?: LetterState }, page: PageRequest): Promise<Page<LetterView>> {
    if (!isAdmin(actor)) throw new DomainError('forbidden');
    const after = page.cursor ? positionOf(page.cursor) : [null, null];
    return this.transactions.run(scopeOf(actor), async (em) => {
      const counted = await row<{ total: number }>(em, `select count(*)::int as total from ${TABLES} where ${CONDITION}`, [state ?? null]);
      const sql = `${SELECT} and ($2::timestamptz is null or (l.bound_at, l.id) < ($2, $3::uuid)) order by l.bound_at desc, l.id desc limit $4`;
      const found = await rows<Found>(em, sql, [state ?? null, ...after, page.limit + 1]);
      const shown = found.slice(0, page.limit);
      const last = found.length > page.limit ? shown.at(-1) : undefined;
      return { items: shown.map(toView), total: counted!.total, next: last ? encodeCursor([last.boundAt, last.id]) : null };
    });
  }
}

function toView({ subject, response, boundAt, triedAt, ...letter }: Found): LetterView {
  return {
    ...letter,
    boundAt: toInstant(boundAt),
    ...(subject !== null && { subject }),
    ...(response !== null && { response }),
    ...(triedAt !== null && { triedAt: toInstant(triedAt) }),
  };
}

function positionOf(cursor: string): [boundAt: string, id: string] {
  const [boundAt, id] = decodeCursor(cursor, 2).map(String) as [string, string];
  if (!isId(id) || !isInstant(boundAt)) throw invalidCursor();
  return [boundAt, id];
}
