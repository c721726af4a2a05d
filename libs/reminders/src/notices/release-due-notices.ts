import { dayAt } from '@app/kernel/clock.js';
import { Jobs } from '@app/persistence/jobs.js';
import { systemScope } from '@app/persistence/scope.js';
import { row, rows } from '@app/persistence/sql.js';
import { Transactions } from '@app/persistence/transactions.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable, Logger } from '@nestjs/common';
import { isStillComing } from '../choose-due.js';
import { type Destinations, readDestinations } from '../copies/destinations.query.js';
import { domainOf, type Room, roomLeft } from '../letter-limits.js';
import { RemindersSettings } from '../reminders-settings.js';
import { addCounts, NO_WORK, type WorkCounts } from '../work-counts.js';
import { concernOf } from './concern-of.js';
import { letterGroups } from './letter-groups.js';
import { NOTICE_KINDS, type NoticeKind, ruleOf } from './notice.js';
import { bindNotices } from './notice-state.js';
import { type NoticeRow, readNotices } from './notices.query.js';
import { openLetter } from './open-letter.js';

/**
 * Binds the notices that are due at `now` to letters, a person a transaction. Any number of workers may do this at once, and as often as they
 * like: a person whom another looks after is left to it, and what is bound is no longer due. What there is no room for in this minute
 * (LetterLimits) stays due, but for what somebody waits for before a screen.
 */
@Injectable()
export class ReleaseDueNotices {
  private readonly logger = new Logger('Notices');

  constructor(
    private readonly transactions: Transactions,
    private readonly jobs: Jobs,
    private readonly settings: RemindersSettings,
  ) {}

  async run(now: Temporal.Instant): Promise<WorkCounts> {
    const { people, surroundings } = await this.transactions.run(systemScope('letter-sending'), async (em) => {
      const due = await duePeople(em, now);
      const personIds = due.map(({ id }) => id);
      const [room, destinations] = [await roomLeft(em, this.settings.limits, now), await readDestinations(em, personIds, now)];
      return { people: due, surroundings: { room, destinations, now } };
    });
    let total = NO_WORK;
    for (const { id, isAwaited } of people) {
      if (isAwaited || !surroundings.room.isFull) total = addCounts(total, await this.releaseOrLog(id, surroundings));
    }
    return total;
  }

  /** One person's trouble is not everybody's; the next tick tries again. */
  private async releaseOrLog(personId: string, surroundings: Surroundings): Promise<WorkCounts> {
    try {
      return await this.release(personId, surroundings);
    } catch (error) {
      this.logger.error({ message: 'The due notices of a person could not be bound', reason: (error as Error).message });
      return { ...NO_WORK, seen: 1, failed: 1 };
    }
  }

  private release(personId: string, { room, destinations, now }: Surroundings): Promise<WorkCounts> {
    return this.transactions.run(systemScope('letter-sending'), async (em) => {
      if (!(await row(em, 'select 1 from person where id = $1 for no key update skip locked', [personId]))) return NO_WORK;
      const due = await readNotices(em, `where n.person_id = $1 and n.state = 'planned' and n.due_at <= $2 order by n.id for update of n`, [
        personId,
        now.toString(),
      ]);
      const ready = letterGroups(due, now).filter((notices) => ruleOf(notices[0]!.kind).alone || !isStillComing(notices, now));
      const addressed = ready.map((notices) => ({ notices, domains: domainsOf(notices, destinations) }));
      const groups = addressed.filter(({ notices, domains }) => ruleOf(notices[0]!.kind).atNight || room.take(domains));
      for (const { notices, domains } of groups) {
        const [{ kind, zone }] = notices as [NoticeRow];
        const letterId = await openLetter(em, this.jobs, { personId, day: dayAt(now, zone), kind: ruleOf(kind).letter, domains, now });
        await bindNotices(
          em,
          letterId,
          notices.map(({ id }) => id),
          now,
        );
      }
      const changed = groups.flatMap(({ notices }) => notices).length;
      return { ...NO_WORK, seen: changed, changed };
    });
  }
}

interface Surroundings {
  readonly room: Room;
  readonly destinations: Destinations;
  readonly now: Temporal.Instant;
}

function domainsOf(notices: readonly NoticeRow[], destinations: Destinations): string[] {
  const [{ personId, kind, params }] = notices as [NoticeRow];
  if (kind === 'verify-address') return [domainOf(String(params.address))];
  return destinations({ personId, authorityIds: notices.map(concernOf) });
}

interface DuePerson {
  readonly id: string;
  /** They wait for it before a screen. */
  readonly isAwaited: boolean;
}

/** Who waits for the longest first. */
function duePeople(em: EntityManager, now: Temporal.Instant): Promise<DuePerson[]> {
  const awaited = (Object.keys(NOTICE_KINDS) as NoticeKind[]).filter((kind) => ruleOf(kind).atNight);
  return rows<DuePerson>(
    em,
    `select person_id as id, bool_or(kind = any ($2)) as "isAwaited" from notice where state = 'planned' and due_at <= $1
     group by 1 order by min(due_at), 1`,
    [now.toString(), awaited],
  );
}
