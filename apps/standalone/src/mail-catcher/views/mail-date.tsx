import { HOME_ZONE } from '@app/kernel/home-zone.js';
import { longDay } from '@app/kernel/words.js';
import type { VNode } from 'preact';

/** "27. Juni 2014, 07:00 Uhr" as the clock stood in Berlin, where the demonstration plays. */
export function MailDate({ date }: { date: string | null }): VNode {
  if (date === null) return <>–</>;
  const at = Temporal.Instant.from(date).toZonedDateTimeISO(HOME_ZONE);
  return (
    <time datetime={date} title={`${at.toPlainDateTime()} (Berlin)`}>
      {`${longDay(at.toPlainDate(), 'de')}, ${at.toPlainTime().toString({ smallestUnit: 'minute' })}\u00a0Uhr`}
    </time>
  );
}
