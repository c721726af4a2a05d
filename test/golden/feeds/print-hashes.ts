import { createHash } from 'node:crypto';
import { SAMPLE_FEEDS, textOf, textsOfDay } from './sample-feeds.js';

// A line for each day of a leap year, and one for each sample feed: the hash of what is written.
const hash = (texts: readonly string[]) => createHash('sha256').update(texts.join('')).digest('base64url');
const say = (name: string, texts: readonly string[]) => process.stdout.write(`${name} ${hash(texts)}\n`);

for (let day = Temporal.PlainDate.from('2028-01-01'); day.year === 2028; day = day.add({ days: 1 }))
  say(day.toString(), await textsOfDay(day));
for (const name of Object.keys(SAMPLE_FEEDS)) say(name, [await textOf(name)]);
