import { Clock } from '@app/kernel/clock.js';
import { systemScope } from '@app/persistence/scope.js';
import { run } from '@app/persistence/sql.js';
import { Transactions } from '@app/persistence/transactions.js';
import { type BeforeApplicationShutdown, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';

const PROGRAMS: readonly (readonly [RegExp, string])[] = [
  [/thunderbird/i, 'Thunderbird'],
  [/outlook|microsoft/i, 'Outlook'],
  [/google/i, 'Google'],
  [/nextcloud/i, 'Nextcloud'],
  [/davx/i, 'DAVx⁵'],
  [/vdirsyncer/i, 'vdirsyncer'],
  [/ios|macos|calendaragent|dataaccessd/i, 'Apple'],
];
/** Real time between two writings: polls themselves then need no database. */
const WRITE_EVERY_MS = 60_000;
/** More different programs than this have no feed within a minute. */
const MOST_AGENTS = 20;

/** Which family of calendar programs this is; the exact version would say more about a person than we need. */
export function programOf(userAgent: string | undefined): string {
  return PROGRAMS.find(([pattern]) => pattern.test(userAgent ?? ''))?.[1] ?? '?';
}

/**
 * Notes that feeds were fetched and by which program, so that their owners see whether a subscription lives. Kept in memory for up to a
 * minute, and as of the writing: a minute does not matter. Not a change of the feed: no version, no audit entry.
 */
@Injectable()
export class NoteFetch implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('Feeds');
  /** By feed: the programs, as they call themselves, the last one last. */
  private readonly waiting = new Map<string, Set<string | undefined>>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.write(), WRITE_EVERY_MS).unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.write();
  }

  note(feedId: string, userAgent: string | undefined): void {
    const agents = this.waiting.get(feedId);
    if (!agents) this.waiting.set(feedId, new Set([userAgent]));
    else if (agents.size < MOST_AGENTS) agents.add(userAgent);
  }

  /** Writes what is waiting; also before somebody looks at it. What cannot be written is lost: it is not worth keeping a server busy. */
  async write(): Promise<void> {
    const fetches = [...this.waiting].flatMap(([feedId, agents]) =>
      [...new Set([...agents].map(programOf))].map((program) => ({ feedId, program })),
    );
    const at = this.clock.now().toString();
    this.waiting.clear();
    if (fetches.length === 0) return;
    try {
      await this.transactions.run(systemScope('feed-token'), async (em) => {
        const values = [fetches.map(({ feedId }) => feedId), fetches.map(({ program }) => program), at];
        await run(em, REMEMBER_FETCHES, values);
        await run(em, REMEMBER_LAST, values);
      });
    } catch (error) {
      this.logger.warn({ message: 'Fetches could not be noted', reason: (error as Error).message });
    }
  }
}

/** Days in a row are days in UTC, which is near enough to tell a daily program from another. */
const REMEMBER_FETCHES = `
  insert into feed_fetch (feed_id, program, authority_id, last_at, days_in_a_row)
  select f.id, n.program, f.authority_id, $3::timestamptz, 1 from unnest($1::uuid[], $2::text[]) as n (feed_id, program)
    join feed f on f.id = n.feed_id
  on conflict (feed_id, program) do update set silence_told_at = null, last_at = excluded.last_at,
    days_in_a_row = case (excluded.last_at at time zone 'UTC')::date - (feed_fetch.last_at at time zone 'UTC')::date
      when 0 then feed_fetch.days_in_a_row when 1 then feed_fetch.days_in_a_row + 1 else 1 end`;

const REMEMBER_LAST = `
  update feed f set last_fetched_at = $3::timestamptz, last_program = n.program
  from (select distinct on (feed_id) * from unnest($1::uuid[], $2::text[]) with ordinality as u (feed_id, program, place)
    order by feed_id, place desc) n
  where f.id = n.feed_id`;
