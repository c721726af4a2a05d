import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Outcome, runProgram } from './run-program.js';
import { readSightings, type Sighting } from './sighting.js';

/** Of a program that must succeed and must not complain. */
export function outputOf({ code, output, errors }: Outcome): string {
  if (code !== 0) throw new Error(`exit ${code}: ${errors.trim().split('\n').slice(-2).join(' ')}`);
  return output;
}

/** Somebody who subscribes as people do: vdirsyncer fetches (and gives each entry a name of its own), khal shows. */
export interface Subscriber {
  /** Fetches; answers how many entries changed. Throws when the fetch fails; the copy then stays. */
  sync(): Promise<number>;
  /** What khal shows, with the state of cancelled entries before the summary. */
  list(): Promise<Sighting[]>;
}

/** `folder` is the subscriber's own, empty at first. */
export async function subscribe(url: string, folder: string): Promise<Subscriber> {
  await mkdir(join(folder, 'entries'), { recursive: true });
  await writeFile(join(folder, 'sync.conf'), syncSettings(url, folder));
  await writeFile(join(folder, 'khal.conf'), khalSettings(folder));
  const run = (step: string) => runProgram(folder, 'vdirsyncer', ['-c', 'sync.conf', step]);
  outputOf(await run('discover'));
  return {
    sync: async () => {
      const done = await run('sync');
      outputOf(done);
      return `${done.output}\n${done.errors}`.match(/^(copying|deleting|updating).*/gim)?.length ?? 0;
    },
    list: async () => {
      if ((await readdir(join(folder, 'entries'))).length === 0) return [];
      const format = ['--once', '--day-format', '', '--format', '\t{start-long}\t{title}'];
      const list = await runProgram(folder, 'khal', ['--no-color', '-c', 'khal.conf', 'list', ...format, '2000-01-01', '20000d'], 'UTC');
      return readSightings(outputOf(list));
    },
  };
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
