import type { SittingKind } from '@app/deadlines/planning/sitting.js';
import { type CalendarMeeting, readCalendar } from '@app/ical/read-calendar.js';
import type { Actor } from '@app/kernel/actor.js';
import { Clock, dayAt } from '@app/kernel/clock.js';
import { newId } from '@app/kernel/ids.js';
import { recordAudit } from '@app/persistence/audit.js';
import { scopeOf } from '@app/persistence/scope.js';
import { row, rows, run } from '@app/persistence/sql.js';
import { Transactions } from '@app/persistence/transactions.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { authorityActedFor } from '../acting-for.js';
import { kindOfBody } from './body-kind.js';

export interface SittingDaysImport {
  readonly added: number;
  /** Moved or renamed by the file. */
  readonly changed: number;
  /** Cancelled in the file. */
  readonly removed: number;
  readonly unchanged: number;
  /** Meetings of other bodies, and events that cannot be read. */
  readonly leftOut: number;
}

interface StoredSitting {
  readonly id: string;
  readonly origin: string;
  readonly day: string;
  readonly kind: SittingKind;
  readonly name: string;
}
type Wanted = Omit<StoredSitting, 'id'> & { readonly cancelled: boolean };

/** The window: what was last month is of no use, and nobody fixes sittings further ahead. */
const DAYS_BACK = 31;
const YEARS_AHEAD = 2;

/** Takes the sittings of a calendar file. What the file no longer names stays; the same file again changes nothing. */
@Injectable()
export class ImportSittingDays {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /**
   * `kind`: of every meeting in the file; without it the names tell, and those of no council or committee are left out.
   * Throws 'not-found', 'too-large', and 'invalid' with a pointer to `/file`.
   */
  run(actor: Actor, key: string, { content, kind }: { content: Uint8Array; kind?: SittingKind }): Promise<SittingDaysImport> {
    const at = this.clock.now();
    return this.transactions.run(scopeOf(actor), async (em) => {
      const authorityId = await authorityActedFor(em, actor, key);
      const { zone } = (await row<{ zone: string }>(em, 'select zone from authority where id = $1', [authorityId]))!;
      const today = dayAt(at, zone);
      const window = { from: today.subtract({ days: DAYS_BACK }), to: today.add({ years: YEARS_AHEAD }) };
      const { meetings, unreadable } = readCalendar(content, window, zone);
      const wanted = meetings.flatMap((meeting) => toWanted(meeting, kind));
      const counts = await this.write(em, authorityId, wanted, at);
      const result = { ...counts, leftOut: unreadable + meetings.length - wanted.length };
      if (counts.added + counts.changed + counts.removed > 0) {
        await recordAudit(em, {
          actor,
          action: 'sitting-days.imported',
          subject: { kind: 'authority', id: authorityId },
          detail: { ...result },
          at,
        });
      }
      return result;
    });
  }

  private async write(em: EntityManager, authorityId: string, wanted: readonly Wanted[], at: Temporal.Instant) {
    const stored = await rows<StoredSitting>(
      em,
      'select id, origin, day::text as day, kind, name from sitting_day where authority_id = $1',
      [authorityId],
    );
    const byOrigin = new Map(stored.map((sitting) => [sitting.origin, sitting]));
    const taken = new Map(stored.map((sitting) => [naturalKey(sitting), sitting.id]));
    const counts = { added: 0, changed: 0, removed: 0, unchanged: 0 };
    for (const sitting of wanted) {
      const known = byOrigin.get(sitting.origin);
      const holder = taken.get(naturalKey(sitting));
      if (known && (sitting.cancelled || (holder !== undefined && holder !== known.id))) {
        await run(em, 'delete from sitting_day where id = $1', [known.id]);
        taken.delete(naturalKey(known));
        counts.removed += 1;
      } else if (sitting.cancelled || holder !== undefined) counts.unchanged += 1;
      else if (known) {
        await move(em, known.id, sitting, at);
        taken.delete(naturalKey(known));
        taken.set(naturalKey(sitting), known.id);
        counts.changed += 1;
      } else {
        taken.set(naturalKey(sitting), await add(em, authorityId, sitting, at));
        counts.added += 1;
      }
    }
    return counts;
  }
}

function toWanted({ origin, day, summary, cancelled }: CalendarMeeting, given: SittingKind | undefined): Wanted[] {
  const kind = given ?? kindOfBody(summary);
  return kind ? [{ origin, day: day.toString(), kind, name: summary, cancelled }] : [];
}

function naturalKey({ day, kind, name }: Pick<StoredSitting, 'day' | 'kind' | 'name'>): string {
  return `${day} ${kind} ${name}`;
}

async function add(em: EntityManager, authorityId: string, { origin, day, kind, name }: Wanted, at: Temporal.Instant): Promise<string> {
  const id = newId(at);
  await run(
    em,
    `insert into sitting_day (id, authority_id, day, kind, name, origin, version, created_at, updated_at)
     values ($1, $2, $3::date, $4, $5, $6, 1, $7::timestamptz, $7::timestamptz) on conflict do nothing`,
    [id, authorityId, day, kind, name, origin, at.toString()],
  );
  return id;
}

async function move(em: EntityManager, id: string, { day, kind, name }: Wanted, at: Temporal.Instant): Promise<void> {
  await run(
    em,
    'update sitting_day set day = $2::date, kind = $3, name = $4, version = version + 1, updated_at = $5::timestamptz where id = $1',
    [id, day, kind, name, at.toString()],
  );
}
