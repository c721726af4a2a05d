import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runningPostgres } from '@app/persistence/embedded/running-postgres.js';
import { Child, type Ended } from './child.js';

const ADMIN = {
  ADMIN_EMAIL: 'chef@stadt.example',
  ADMIN_PASSWORD: 'ein-langes-kennwort',
  ADMIN_TOKEN: 'a-token-of-more-than-thirty-two-characters',
};

let folder: string;
const children: Child[] = [];

function start(args: readonly string[] = [], env: Readonly<Record<string, string>> = {}): Child {
  const child = new Child('standalone', args, { DATA_DIR: folder, PORT: '0', ...ADMIN, ...env });
  children.push(child);
  return child;
}

function cli(...args: string[]): Promise<Ended> {
  return new Child('cli', args, { DATA_DIR: folder }).ended;
}

async function totalOf(url: string, what: string): Promise<number> {
  const answer = await fetch(`${url}/api/v1/${what}?limit=1&status=`, { headers: { authorization: `Bearer ${ADMIN.ADMIN_TOKEN}` } });
  return ((await answer.json()) as { total: number }).total;
}

const postgresRuns = (): boolean => runningPostgres(folder) !== undefined;
const leftBehind = (): string[] => ['foerdertakt.lock', 'pgdata/postmaster.pid'].filter((file) => existsSync(join(folder, file)));

async function stop(child: Child): Promise<Ended> {
  child.kill('SIGTERM');
  return child.ended;
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'foerdertakt-start-'));
});

/** A test that failed leaves its process behind. */
afterEach(async () => {
  await Promise.all(children.splice(0).map(stop));
});

afterAll(async () => {
  if (postgresRuns()) await stop(start());
  rmSync(folder, { recursive: true, force: true });
});

describe('npm start', () => {
  it('is ready on an empty folder, with the demonstration, and ends cleanly', async () => {
    const child = start();
    const url = await child.url();
    expect((await fetch(`${url}/health/ready`)).status).toBe(200);
    expect(await (await fetch(`${url}/sign-in`)).text()).toContain('stadt@demo.foerdertakt.example');
    expect(await totalOf(url, 'calls')).toBeGreaterThanOrEqual(18);

    const second = await start().ended;
    expect(second).toMatchObject({ code: 75 });
    expect(second.output).toContain(`wird schon von Prozess ${child.pid} benutzt`);

    expect(await cli('doctor')).toMatchObject({ code: 0 });
    expect(await stop(child)).toMatchObject({ code: 0 });
    expect(leftBehind()).toEqual([]);
    expect(postgresRuns()).toBe(false);
  }, 60_000);

  it('goes on after kill -9, with everything that was there, and with another day', async () => {
    const killed = start();
    const before = await totalOf(await killed.url(), 'calls');
    killed.kill('SIGKILL');
    await killed.ended;
    expect(postgresRuns()).toBe(true);

    const next = start(['--now', '2014-06-27T06:30:00+02:00']);
    const url = await next.url();
    expect(await totalOf(url, 'calls')).toBe(before);
    expect(await (await fetch(`${url}/calls`)).text()).toMatch(/27\.\sJuni\s2014/);
    expect(next.output).not.toContain('Demonstration geladen');
    expect(await stop(next)).toMatchObject({ code: 0 });
    expect(leftBehind()).toEqual([]);
  }, 60_000);

  it('ends cleanly when it is stopped in the middle of the start', async () => {
    const child = start();
    await child.says(/PostgreSQL startet/);
    expect(await stop(child)).toMatchObject({ code: 0 });
    expect(leftBehind()).toEqual([]);
    expect(postgresRuns()).toBe(false);
  }, 30_000);

  it.each([
    ['--now in production', ['--now', '2014-06-27T06:30:00+02:00'], { NODE_ENV: 'production' }, 78, ['--now']],
    ['two mistakes in the environment', [], { PORT: 'x', SMTP_URL: 'mail' }, 78, ['PORT', 'SMTP_URL']],
    ['a day without a time', ['--now', '2014-06-27'], {}, 78, ['2014-06-27T06:30:00+02:00']],
    ['an unknown option', ['--today'], {}, 64, ['--today', 'Aufruf']],
    ['a register that is not there', ['--register', '/nowhere/register.txt'], {}, 66, ['/nowhere/register.txt']],
    ['the demonstration in production', [], { NODE_ENV: 'production', DEMO: '1' }, 78, ['öffentlich']],
    ['a folder with the demonstration in production', [], { NODE_ENV: 'production' }, 78, ['Demonstration']],
  ])('refuses %s', async (_what, args, env, code, words) => {
    const ended = await start(args, env).ended;
    for (const word of words) expect(ended.output).toContain(word);
    expect(ended.code).toBe(code);
    expect(leftBehind()).toEqual([]);
  });
});
