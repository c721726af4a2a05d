import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { runningPostmaster } from '@app/persistence/embedded/postmaster.js';
import { MODELLKOMMUNE_PROGRAM } from '../support/modellkommune.js';
import { eventually } from './eventually.js';
import { Program } from './program.js';
import { report } from './report.js';

const TOKEN = 'a-token-of-more-than-thirty-two-characters';
const ADMIN = { ADMIN_EMAIL: 'chef@stadt.example', ADMIN_PASSWORD: 'ein-langes-kennwort', ADMIN_TOKEN: TOKEN };
/** The very first start may have to build. */
const READY_WITHIN = 120_000;
const WRITING_MS = 1_000;
const WRITERS = 3;

describe('a standalone that is killed with -9', () => {
  let folder: string;
  let standalone: Program | undefined;
  /** Ids of programmes whose making was answered with 201. */
  const acknowledged: string[] = [];

  const postmaster = () => runningPostmaster(join(folder, 'pgdata'));

  const launch = (): Program => {
    const env = { DATA_DIR: folder, PORT: '0', DEMO: '0', ...ADMIN };
    standalone = new Program('standalone', 'config/start.mjs', { args: ['standalone'], env });
    return standalone;
  };

  const start = async (): Promise<string> => {
    const started = performance.now();
    const standalone = launch();
    const [, url] = await standalone.says(/ist bereit: (http:\S+)/, READY_WITHIN);
    report(`ready after ${((performance.now() - started) / 1000).toFixed(1)} s`);
    return url!;
  };

  const call = (url: string, path: string, init: RequestInit = {}): Promise<Response> => {
    const headers = { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' };
    return fetch(`${url}/api/v1/${path}`, { ...init, headers, signal: AbortSignal.timeout(10_000) });
  };

  const makeProgram = async (url: string): Promise<void> => {
    const title = { de: `Programm ${acknowledged.length}` };
    const made = await call(url, 'programs', { method: 'POST', body: JSON.stringify({ ...MODELLKOMMUNE_PROGRAM, title }) });
    if (made.status !== 201) throw new Error(`${made.status}: ${await made.text()}`);
    acknowledged.push(((await made.json()) as { id: string }).id);
  };

  /** Makes programmes until the server is gone. */
  const write = async (url: string): Promise<void> => {
    try {
      for (;;) await makeProgram(url);
    } catch (error) {
      if (/^(?!503)\d{3}:/.test((error as Error).message)) throw error;
    }
  };

  const lost = async (url: string): Promise<string[]> => {
    const found = await Promise.all(acknowledged.map(async (id) => ((await call(url, `programs/${id}`)).ok ? [] : [id])));
    return found.flat();
  };

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'foerdertakt-killed-'));
  });
  afterAll(async () => {
    if (standalone?.isAlive) await standalone.stop();
    const left = postmaster();
    if (left) process.kill(left.pid, 'SIGQUIT');
    while (postmaster()) await sleep(50);
    rmSync(folder, { recursive: true, force: true });
  }, 30_000);

  /** Each in a process group of its own, so that nobody takes them along. Linux tells. */
  const childrenOf = (pid: number): number[] => {
    const children = `/proc/${pid}/task/${pid}/children`;
    return existsSync(children) ? readFileSync(children, 'utf8').trim().split(' ').filter(Boolean).map(Number) : [];
  };

  const isBeingMade = () => readdirSync(folder).some((name) => existsSync(join(folder, name, 'PG_VERSION')));

  it('in the middle of its very first start, with all that it has started: the next start begins anew', async () => {
    const first = launch();
    await first.says(/startet/, READY_WITHIN);
    const look = () => (isBeingMade() ? true : undefined);
    await eventually('the database is being made', { withinMs: READY_WITHIN, look, everyMs: 2, tell: () => first.tail });
    const children = childrenOf(first.pid);
    await first.kill();
    for (const child of children) process.kill(-child, 'SIGKILL');
    const url = await start();
    await makeProgram(url);
    await standalone!.stop();
    expect(readdirSync(folder).filter((name) => name.startsWith('pgdata'))).toEqual(['pgdata']);
  }, 200_000);

  it('leaves PostgreSQL behind, and the next start adopts it with all that was written', async () => {
    const url = await start();
    await makeProgram(url);
    await standalone!.kill();
    const left = postmaster();
    expect(left?.ready).toBe(true);
    const next = await start();
    expect(postmaster()?.pid).toBe(left!.pid);
    expect(await lost(next)).toEqual([]);
    await standalone!.stop();
  }, 200_000);

  it.each([
    ['in the middle of writing', false],
    ['in the middle of writing, and PostgreSQL with it', true],
  ])(
    '%s: what was acknowledged is there after the next start',
    async (what, withPostgres) => {
      const url = await start();
      const before = acknowledged.length;
      const writing = Array.from({ length: WRITERS }, () => write(url));
      await sleep(WRITING_MS);
      if (withPostgres) process.kill(postmaster()!.pid, 'SIGKILL');
      await standalone!.kill();
      await Promise.all(writing);
      expect(acknowledged.length).toBeGreaterThan(before);
      const next = await start();
      expect(await lost(next)).toEqual([]);
      report(`killed ${what}: ${acknowledged.length - before} acknowledged, 0 lost`);
      await standalone!.stop();
      expect(['foerdertakt.lock', 'pgdata/postmaster.pid'].filter((file) => existsSync(join(folder, file)))).toEqual([]);
    },
    200_000,
  );
});
