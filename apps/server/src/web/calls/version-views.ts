import type { StatedDeadline } from '@app/funding/call-deadline.js';
import type { CallVersion } from '@app/funding/read-versions.query.js';
import { dayAt } from '@app/kernel/clock.js';
import { HOME_ZONE } from '@app/kernel/home-zone.js';
import type { Locale } from '@app/kernel/locale.js';
import { deadlineChangeViews } from '../pieces/deadline-change-views.js';
import type { VersionView } from './call.model.js';

/** Versions for the call's page, newest first, each with what it did to the deadlines of the one before. */
export function versionViews(versions: readonly CallVersion[], locale: Locale): VersionView[] {
  return versions.map(({ version, change, changedAt, reason, document }, at) => {
    const previous = versions[at + 1];
    return {
      version,
      change,
      on: dayAt(changedAt, HOME_ZONE).toString(),
      reason: reason ?? undefined,
      deadlines: previous
        ? deadlineChangeViews({ before: deadlinesIn(previous.document), after: deadlinesIn(document), at: changedAt }, locale)
        : [],
    };
  });
}

function deadlinesIn({ deadlines }: CallVersion['document']): StatedDeadline[] {
  return Array.isArray(deadlines) ? (deadlines as StatedDeadline[]) : [];
}
