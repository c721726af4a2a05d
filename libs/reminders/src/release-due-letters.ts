import { MatchingIndex } from '@app/matching/matching-index.js';
import type { MatchingState } from '@app/matching/matching-state.js';
import { Jobs } from '@app/persistence/jobs.js';
import { systemScope } from '@app/persistence/scope.js';
import { rows } from '@app/persistence/sql.js';
import { Transactions } from '@app/persistence/transactions.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable, Logger } from '@nestjs/common';
import { type AddressedNewLetter, bindLetters, type NewLetter } from './bind-letters.js';
import { MAY_HAVE_COPIES } from './copies/copy-surroundings.query.js';
import { type Destinations, readDestinations } from './copies/destinations.query.js';
import { decideRelease, type Skipped } from './decide-release.js';
import { lockDue } from './due-of-people.js';
import { roomLeft } from './letter-limits.js';
import { readRecipients } from './recipients.query.js';
import { RemindersSettings } from './reminders-settings.js';
import { addCounts, NO_WORK, type WorkCounts } from './work-counts.js';
import { skip } from './write-plan.js';

/** People a transaction: enough that its price is shared, few enough that workers find room beside each other. */
const AT_ONCE = 100;

/**
 * Binds what is due at `now` to letters, what closes first first, some people a transaction. Any number of workers may do this at once, and as
 * often as they like, and share the work: people whom another looks after are left to it, and what is bound is no longer due. What there is no
 * room for in this minute (LetterLimits) stays due.
 */
@Injectable()
export class ReleaseDueLetters {
  private readonly logger = new Logger('Reminders');

  constructor(
    private readonly index: MatchingIndex,
    private readonly transactions: Transactions,
    private readonly jobs: Jobs,
    private readonly settings: RemindersSettings,
  ) {}

  async run(now: Temporal.Instant): Promise<WorkCounts> {
    const people = await this.transactions.run(systemScope('letter-sending'), (em) => duePeople(em, now));
    if (people.length === 0) return NO_WORK;
    const round: Round = { state: await this.index.current(), now, fullDomains: new Set() };
    let total = NO_WORK;
    let waiting = people;
    while (waiting.length > 0) {
      const counts = await this.releaseOrLog(waiting.slice(0, AT_ONCE), round);
      if (counts === 'full') break;
      total = addCounts(total, counts);
      waiting = waiting.slice(AT_ONCE).filter(({ domain }) => !round.fullDomains.has(domain));
    }
    return total;
  }

  /** One person's trouble is not everybody's: after a failure each is tried alone, and the next tick tries again. */
  private async releaseOrLog(people: readonly DuePerson[], round: Round): Promise<WorkCounts | 'full'> {
    try {
      return await this.release(people, round);
    } catch (error) {
      if (people.length > 1) return this.releaseOneByOne(people, round);
      this.logger.error({ message: 'The due reminders of a person could not be bound', reason: (error as Error).message });
      return { ...NO_WORK, seen: 1, failed: 1 };
    }
  }

  private async releaseOneByOne(people: readonly DuePerson[], round: Round): Promise<WorkCounts | 'full'> {
    let total = NO_WORK;
    for (const person of people) {
      const counts = await this.releaseOrLog([person], round);
      if (counts === 'full') return 'full';
      total = addCounts(total, counts);
    }
    return total;
  }

  private release(people: readonly DuePerson[], { state, now, fullDomains }: Round): Promise<WorkCounts | 'full'> {
    return this.transactions.run(systemScope('letter-sending'), async (em) => {
      const room = await roomLeft(em, this.settings.limits, now);
      if (room.isFull) return 'full';
      const personIds = people.map(({ id }) => id);
      const found = await lockDue(em, personIds, now);
      if (found.due.size === 0) return NO_WORK;
      const recipients = Map.groupBy(await readRecipients(em, { personIds: [...found.due.keys()] }), ({ personId }) => personId);
      const destinations = await readDestinations(em, [...found.due.keys()], now);
      const letters: AddressedNewLetter[] = [];
      const skipped: Skipped[] = [];
      let seen = 0;
      for (const [personId, due] of found.due) {
        const decided = decideRelease({ personId, due, found, recipients: recipients.get(personId) ?? [], state }, now);
        if (decided === 'waits') continue;
        const addressed = decided.letters.map((letter) => ({ ...letter, domains: domainsOf(letter, destinations) }));
        if (!room.take(addressed.flatMap(({ domains }) => domains))) continue;
        letters.push(...addressed);
        skipped.push(...decided.skipped);
        seen += due.length;
      }
      await bindLetters(em, this.jobs, letters, now);
      for (const { domain } of people) if (domain !== '' && room.isFullFor(domain)) fullDomains.add(domain);
      const changed = letters.reduce((sum, { reminders }) => sum + reminders.length, 0);
      return { seen, changed, skipped: await skip(em, skipped, now), failed: 0 };
    });
  }
}

interface DuePerson {
  readonly id: string;
  /** Where all their letters go; empty: to several addresses, perhaps, or to deputies. */
  readonly domain: string;
}

/** One pass over all who are due. */
interface Round {
  readonly state: MatchingState;
  readonly now: Temporal.Instant;
  /** Nothing more goes there in this minute: whoever gets all letters there is not even looked at. */
  readonly fullDomains: Set<string>;
}

function duePeople(em: EntityManager, now: Temporal.Instant): Promise<DuePerson[]> {
  return rows<DuePerson>(
    em,
    `select p.id, case when ${MAY_HAVE_COPIES} then '' else lower(split_part(p.email, '@', -1)) end as domain
     from (select person_id, min(closes_on) as closes_on from reminder where state = 'planned' and due_at <= $1 group by 1) d
       join person p on p.id = d.person_id order by d.closes_on, p.id`,
    [now.toString()],
  );
}

function domainsOf({ personId, reminders }: NewLetter, destinations: Destinations): string[] {
  return destinations({ personId, authorityIds: reminders.map(({ authorityId }) => authorityId) });
}
