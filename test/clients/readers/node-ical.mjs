// What node-ical (MagicMirror, Homey) sees of a feed. Its whole days are Dates at local midnight.
import { readFileSync } from 'node:fs';
import ical from 'node-ical';

const two = (number) => String(number).padStart(2, '0');
const localDay = (date) => `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
for (const event of Object.values(ical.sync.parseICS(readFileSync(process.argv[2], 'utf8')))) {
  if (event.type !== 'VEVENT') continue;
  const start = event.datetype === 'date' ? localDay(event.start) : event.start.toISOString().replace('.000Z', 'Z');
  process.stdout.write(`${event.uid}\t${start}\t${event.summary?.val ?? event.summary}\n`);
}
