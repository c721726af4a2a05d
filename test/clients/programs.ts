import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runProgram } from './run-program.js';
import { readSightings, type Sighting } from './sighting.js';
import { outputOf, subscribe } from './subscriber.js';

/** One feed, fetched; `folder` is the program's own, empty at first. */
export interface Fetched {
  readonly url: string;
  readonly file: string;
  readonly folder: string;
}

/** A calendar program or the library that several are built on. */
export interface Program {
  readonly name: string;
  /** Throws with what the program complained about. */
  see(feed: Fetched): Promise<Sighting[]>;
}

function reader(name: string, command: string, ...args: readonly string[]): Program {
  return { name, see: async ({ file, folder }) => readSightings(outputOf(await runProgram(folder, command, [...args, file]))) };
}

const script = (name: string) => join(import.meta.dirname, 'readers', name);

/** `libical` is the compiled readers/libical.c. */
export function programs(libical: string): Program[] {
  return [
    reader('python-icalendar', '/usr/bin/python3', script('python_icalendar.py')),
    reader('vobject', '/usr/bin/python3', script('python_vobject.py')),
    reader('ical.js', process.execPath, script('ical-js.mjs')),
    reader('node-ical', process.execPath, script('node-ical.mjs')),
    reader('sabre', 'php', script('sabre.php')),
    reader('libical', libical),
    { name: 'calcurse', see: seenByCalcurse },
    { name: 'vdirsyncer + khal', see: seenByKhal },
  ];
}

/** calcurse keeps an entry a line: `12/01/2026 [1] >note summary` or `12/01/2026 @ 22:30 -> 12/01/2026 @ 23:15>note |summary` (! with an alarm). */
async function seenByCalcurse({ file, folder }: Fetched): Promise<Sighting[]> {
  await Promise.all([mkdir(join(folder, 'data')), mkdir(join(folder, 'conf'))]);
  outputOf(await runProgram(folder, 'calcurse', ['-D', 'data', '-C', 'conf', '-i', file], 'UTC'));
  const lines = (await readFile(join(folder, 'data', 'apts'), 'utf8')).split('\n').filter((line) => line !== '');
  return lines.map((line) => {
    const [, month, day, year, time, summary] =
      /^(\d\d)\/(\d\d)\/(\d{4}) (?:\[1\]|@ (\d\d:\d\d) -> [\d/]+ @ [\d:]+) ?(?:>\w+ )?[|!]?(.*)$/.exec(line) ?? [];
    return { uid: '', start: `${year}-${month}-${day}${time === undefined ? '' : `T${time}:00Z`}`, summary: summary ?? line };
  });
}

/** A second sync must find nothing to do. */
async function seenByKhal({ url, folder }: Fetched): Promise<Sighting[]> {
  const subscriber = await subscribe(url, folder);
  await subscriber.sync();
  const changes = await subscriber.sync();
  if (changes > 0) throw new Error(`the second sync changes ${changes} entries`);
  return subscriber.list();
}
