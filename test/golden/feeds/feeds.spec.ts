import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ICAL from 'ical.js';
import { SAMPLE_FEEDS, textOf } from './sample-feeds.js';

const names = Object.keys(SAMPLE_FEEDS);
const eventsOf = (text: string) => new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent');

/** UPDATE_GOLDEN=1 writes the files anew; what changed is then read in the diff. */
function expectGolden(file: string, content: string): void {
  const path = fileURLToPath(new URL(file, import.meta.url));
  if (process.env.UPDATE_GOLDEN) writeFileSync(path, content);
  expect(content).toBe(readFileSync(path, 'utf8'));
}

describe('calendar feeds, byte for byte', () => {
  it.each(names)('%s', async (name) => expectGolden(`${name}.ics`, await textOf(name)));

  it.each(names)('%s has descriptions of at most 1,500 characters that end in the link, and no uid twice', async (name) => {
    const events = eventsOf(await textOf(name));
    for (const event of events) {
      const description = String(event.getFirstPropertyValue('description'));
      expect([...description].length).toBeLessThanOrEqual(1_500);
      expect(description).toMatch(/\nhttps:\/\/foerdertakt\.example\/calls\/[a-z0-9-]+$/);
      expect(String(event.getFirstPropertyValue('url'))).toBe(description.split('\n').at(-1));
    }
    const uids = events.map((event) => event.getFirstPropertyValue('uid'));
    expect(new Set(uids).size).toBe(uids.length);
  });
});
