import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Outcome, runProgram } from './run-program.js';
import { readSightings, type Sighting } from './sighting.js';

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

/** Of a program that must succeed and must not complain. */
export function outputOf({ code, output, errors }: Outcome): string {
  if (code !== 0) throw new Error(`exit ${code}: ${errors.trim().split('\n').slice(-2).join(' ')}`);
  return output;
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

/** As subscribers use them: vdirsyncer fetches (and gives each entry a name of its own), khal shows; a second sync must find nothing to do. */
async function seenByKhal({ url, folder }: Fetched): Promise<Sighting[]> {
  await mkdir(join(folder, 'entries'));
  await writeFile(join(folder, 'sync.conf'), syncSettings(url, folder));
  await writeFile(join(folder, 'khal.conf'), khalSettings(folder));
  const sync = (step: string) => runProgram(folder, 'vdirsyncer', ['-c', 'sync.conf', step]);
  outputOf(await sync('discover'));
  outputOf(await sync('sync'));
  const again = await sync('sync');
  const changes = `${again.output}\n${again.errors}`.match(/^(copying|deleting|updating).*/gim) ?? [];
  if (again.code !== 0 || changes.length > 0) throw new Error(`the second sync changes ${changes.length} entries`);
  if ((await readdir(join(folder, 'entries'))).length === 0) return [];
  const format = ['--once', '--day-format', '', '--format', '\t{start-long}\t{title}'];
  const list = await runProgram(folder, 'khal', ['--no-color', '-c', 'khal.conf', 'list', ...format, '2000-01-01', '20000d'], 'UTC');
  return readSightings(outputOf(list));
}

function syncSettings(url: string, folder: string): string {
  return `[general]
status_path = "${folder}/status"
[pair subscription]
a = "remote"
b = "local"
collections = null
[storage remote]
type = "http"
url = "${url}"
[storage local]
type = "filesystem"
path = "${folder}/entries"
fileext = ".ics"
`;
}

function khalSettings(folder: string): string {
  return `[calendars]
[[subscription]]
path = ${folder}/entries
[locale]
local_timezone = UTC
default_timezone = UTC
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%dT%H:%M:00Z
longdatetimeformat = %Y-%m-%dT%H:%M:00Z
[sqlite]
path = ${folder}/khal.db
`;
}
