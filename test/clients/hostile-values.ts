import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cleanedOf, entryWith, hostileTexts } from '@app/ical/hostile-texts.fixture.js';
import { sampleFeed } from '@app/ical/sample-feed.fixture.js';
import { writeCalendar } from '@app/ical/write-calendar.js';
import type { Claim } from './answers.js';
import { runProgram } from './run-program.js';
import { outputOf } from './subscriber.js';

const COUNT = 5_000;
const hex = (text: string) => Buffer.from(text).toString('hex');

/** libical (`program` is the compiled readers/libical_values.c) reads every hostile text as it was cleaned, in events with as many properties as a harmless one has. */
export async function hostileValues(program: string, folder: string): Promise<Claim[]> {
  const texts = hostileTexts(COUNT);
  const entries = ['harmless', ...texts].map(entryWith);
  await writeFile(join(folder, 'hostile.ics'), writeCalendar({ ...sampleFeed, entries }));
  const lines = outputOf(await runProgram(folder, program, ['hostile.ics']))
    .trim()
    .split('\n')
    .map((line) => line.split('\t'));
  const byUid = new Map(lines.map(([count, uid, ...values]) => [uid!, { count, values: values.join() }]));
  const seen = entries.map(({ uid }) => byUid.get(hex(uid)));
  const wrong = texts.filter((text, index) => {
    const { summary, description } = cleanedOf(text);
    return seen[index + 1]?.values !== [summary, description].map(hex).join();
  });
  const others = seen.filter((event) => event?.count !== seen[0]!.count);
  return [
    {
      name: `libical reads ${COUNT} hostile texts as they were cleaned: ${wrong.length} not, e.g. ${JSON.stringify(wrong[0])}`,
      holds: wrong.length === 0,
    },
    {
      name: `and finds no property more or less: ${others.length} with others`,
      holds: others.length === 0 && lines.length === entries.length,
    },
  ];
}
