import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const PROGRAM = fileURLToPath(new URL('print-hashes.ts', import.meta.url));

async function linesUnder(zone: string): Promise<string[]> {
  const env = { ...process.env, TZ: zone, NODE_OPTIONS: '' };
  const run = promisify(execFile)(process.execPath, ['--import', './config/register.mjs', PROGRAM], { env, timeout: 60_000 });
  return (await run).stdout.trim().split('\n');
}

describe('the zone of the process', () => {
  it('changes no byte of a calendar, on any day of a year', async () => {
    const inUtc = await linesUnder('UTC');
    expect(inUtc).toHaveLength(366 + 9);
    expect(new Set(inUtc.map((line) => line.split(' ')[1])).size).toBe(inUtc.length);
    for (const zone of ['Europe/Berlin', 'America/Los_Angeles', 'Pacific/Auckland']) expect(await linesUnder(zone)).toEqual(inUtc);
  }, 120_000);
});
