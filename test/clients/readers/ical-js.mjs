// What ical.js (Thunderbird, Nextcloud's pages) sees of a feed.
import { readFileSync } from 'node:fs';
import ICAL from 'ical.js';

const calendar = new ICAL.Component(ICAL.parse(readFileSync(process.argv[2], 'utf8')));
for (const component of calendar.getAllSubcomponents('vevent')) {
  const { uid, startDate, summary } = new ICAL.Event(component);
  const start = startDate.isDate ? startDate : startDate.convertToZone(ICAL.Timezone.utcTimezone);
  process.stdout.write(`${uid}\t${start}\t${summary}\n`);
}
