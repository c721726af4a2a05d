import { afterQuiet } from '../quiet-hours.js';
import { ruleOf } from './notice.js';
import type { NoticeRow } from './notices.query.js';

/** Which of somebody's due notices may go out at `now`, each list a letter. At night nothing does but what cannot wait for 06:00. */
export function letterGroups(due: readonly NoticeRow[], now: Temporal.Instant): NoticeRow[][] {
  const awake = due.filter((notice) => !waits(notice, now));
  return [...Map.groupBy(awake, groupOf).values()];
}

/** Until when a letter with these notices waits because it is night where it would be read; undefined: it goes out now. */
export function noticesAsleepUntil(notices: readonly NoticeRow[], now: Temporal.Instant): Temporal.Instant | undefined {
  if (!notices.every((notice) => waits(notice, now))) return undefined;
  return notices.map(({ zone }) => afterQuiet(now, zone)).toSorted(Temporal.Instant.compare)[0];
}

function groupOf({ kind, subject }: NoticeRow): string {
  const { letter, alone } = ruleOf(kind);
  return alone ? `${letter} ${subject}` : letter;
}

/** `params.overAt`: from then on it is of no use any more. */
function waits({ kind, zone, params }: NoticeRow, now: Temporal.Instant): boolean {
  if (ruleOf(kind).atNight) return false;
  const then = afterQuiet(now, zone);
  if (Temporal.Instant.compare(then, now) === 0) return false;
  return typeof params.overAt !== 'string' || Temporal.Instant.compare(Temporal.Instant.from(params.overAt), then) > 0;
}
