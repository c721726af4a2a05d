import { Clock } from '@app/kernel/clock.js';
import { systemScope } from '@app/persistence/scope.js';
import { run } from '@app/persistence/sql.js';
import { Transactions } from '@app/persistence/transactions.js';
import { Injectable } from '@nestjs/common';

const PROGRAMS: readonly (readonly [RegExp, string])[] = [
  [/thunderbird/i, 'Thunderbird'],
  [/outlook|microsoft/i, 'Outlook'],
  [/google/i, 'Google'],
  [/nextcloud/i, 'Nextcloud'],
  [/davx/i, 'DAVx⁵'],
  [/vdirsyncer/i, 'vdirsyncer'],
  [/ios|macos|calendaragent|dataaccessd/i, 'Apple'],
];
/** Once in five minutes is exact enough for "last fetched". */
const MINUTES_BETWEEN = 5;

/** Which family of calendar programs this is; the exact version would say more about a person than we need. */
export function programOf(userAgent: string | undefined): string {
  return PROGRAMS.find(([pattern]) => pattern.test(userAgent ?? ''))?.[1] ?? '?';
}

/** Notes that a feed was fetched, so that its owner sees whether the subscription lives. Not a change of the feed: no version, no audit entry. */
@Injectable()
export class NoteFetch {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  async run(feedId: string, userAgent: string | undefined): Promise<void> {
    const at = this.clock.now();
    await this.transactions.run(systemScope('feed-token'), (em) =>
      run(
        em,
        'update feed set last_fetched_at = $2, last_program = $3 where id = $1 and (last_fetched_at is null or last_fetched_at not between $4 and $2)',
        [feedId, at.toString(), programOf(userAgent), at.subtract({ minutes: MINUTES_BETWEEN }).toString()],
      ),
    );
  }
}
