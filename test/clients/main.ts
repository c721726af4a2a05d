import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FixedClock } from '@app/kernel/clock.js';
import { startProduct } from '../support/product.js';
import { askTwice } from './answers.js';
import { startFeedServer } from './feed-server.js';
import { hostileValues } from './hostile-values.js';
import { productFeeds } from './product-feeds.js';
import { type Fetched, type Program, programs } from './programs.js';
import { SAMPLE_FEEDS } from './sample-feeds.js';
import { differences, expectedOf, type Sighting } from './sighting.js';
import { story } from './story.js';

const say = (text: string) => process.stdout.write(`${text}\n`);
const tally = { passed: 0, failed: 0 };

function note(holds: boolean, text: string): void {
  tally[holds ? 'passed' : 'failed'] += 1;
  if (!holds) say(`FAIL  ${text}`);
}

/** What the program saw, or undefined when it failed. */
async function look(program: Program, feed: Fetched, label: string): Promise<Sighting[] | undefined> {
  try {
    await mkdir(feed.folder, { recursive: true });
    return await program.see(feed);
  } catch (error) {
    note(false, `${label}: ${program.name}: ${(error as Error).message}`);
    return undefined;
  }
}

/** A feed of somebody else has nothing to compare with but the programs among themselves: the first that reads it is the measure. */
async function check(label: string, url: string, all: readonly Program[], known?: readonly Sighting[]): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'calendar-clients-'));
  const { body, claims } = await askTwice(url);
  for (const { name, holds } of claims) note(holds, `${label}: ${name}`);
  const file = join(folder, 'feed.ics');
  await writeFile(file, body);
  let expected = known;
  for (const [index, program] of all.entries()) {
    const seen = await look(program, { url, file, folder: join(folder, String(index)) }, label);
    if (seen === undefined) continue;
    expected ??= seen;
    const wrong = differences(expected, seen);
    note(wrong.length === 0, `${label}: ${program.name} sees ${wrong.length} events otherwise, e.g. ${wrong.slice(0, 2).join(' | ')}`);
  }
  say(`${label}: ${expected?.length ?? 0} events, ${all.length} programs`);
  await rm(folder, { recursive: true, force: true });
}

const [folderOfReaders = '', address] = process.argv.slice(2);
const all = programs(join(folderOfReaders, 'libical'));
const server = await startFeedServer();
for (const [name, url] of server.urls) await check(name, url, all, expectedOf(SAMPLE_FEEDS.get(name)!));
server.stop();

const clock = new FixedClock(Temporal.Instant.from('2014-06-12T07:00:00Z'));
const product = await startProduct(clock);
const folder = await mkdtemp(join(tmpdir(), 'calendar-clients-'));
try {
  const told = [
    ...(await hostileValues(join(folderOfReaders, 'libical_values'), folder)),
    ...(await story(product, clock, join(folder, 'story'))),
  ];
  for (const { name, holds } of told) {
    note(holds, name);
    if (holds) say(name);
  }
  for (const [name, url] of await productFeeds(product)) await check(`the product, ${name}`, url, all);
  if (address !== undefined) await check(address, address, all);
} finally {
  await product.stop();
  await rm(folder, { recursive: true, force: true });
}
say(`${tally.passed} passed, ${tally.failed} failed`);
process.exitCode = tally.failed === 0 ? 0 : 1;
