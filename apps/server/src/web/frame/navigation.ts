import type { Frame, Place } from './frame.model.js';
import { paths } from './paths.js';

const HREFS: Record<Place, string> = {
  start: paths.start,
  calls: paths.calls,
  watchList: paths.watchList,
  authority: paths.authority,
  calendar: paths.calendar,
  reminders: paths.reminders,
  editor: paths.editor,
  operation: paths.operation,
};

/** Entries of the main navigation: the public sees the calls, staff what belongs to their authority, editors their desk. */
export function entries(frame: Frame): { place: Place; href: string }[] {
  const roles = frame.person?.roles ?? [];
  const forAuthority: Place[] = frame.person && frame.authority ? ['authority', 'calendar', 'reminders'] : [];
  const places: Place[] = [
    ...(forAuthority.length > 0 ? (['start'] as const) : []),
    'calls',
    ...(forAuthority.length > 0 ? (['watchList'] as const) : []),
    ...forAuthority,
    ...(roles.includes('editor') || roles.includes('admin') ? (['editor'] as const) : []),
    ...(roles.includes('admin') ? (['operation'] as const) : []),
  ];
  return places.map((place) => ({ place, href: HREFS[place] }));
}
