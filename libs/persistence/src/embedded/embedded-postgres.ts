import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, openSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { postgresBinaries } from './binaries.js';
import { isPostmaster, type RunningPostmaster, runningPostmaster } from './postmaster.js';

export interface EmbeddedOptions {
  readonly dataDir: string;
  /** false for tests: nothing is flushed to disk. */
  readonly durable?: boolean;
  readonly settings?: Record<string, string>;
}

export interface EmbeddedServer {
  readonly port: number;
  /** The owner's URL of a database. */
  url(database: string): string;
  ensureDatabase(name: string): Promise<void>;
  stop(): Promise<void>;
}

const READY_WITHIN_MS = 60_000;
const UNFINISHED = 'pgdata-unfinished-';

/** PostgreSQL refuses uid 0: inside a fresh user namespace root is an unmapped uid that still owns its own files, no system user needed. */
function run(file: string, args: string[], log: number): ChildProcess {
  const [command, argv] = process.getuid?.() === 0 ? ['unshare', ['--user', '--', file, ...args]] : [file, args];
  return spawn(command, argv, { stdio: ['ignore', log, log], detached: true, env: { ...process.env, LC_ALL: 'C.UTF-8' } });
}

function exitOf(child: ChildProcess): Promise<number> {
  return new Promise((done, fail) => {
    child.once('error', fail);
    child.once('exit', (code) => done(code ?? 1));
  });
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.once('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => done(port));
    });
  });
}

/**
 * The files of the server are made aside and take their name when they are complete: a start that dies in the middle leaves nothing that the
 * next one would take for a database, and an initdb that outlives it is in nobody's way.
 */
async function initialise(root: string, dir: string, options: EmbeddedOptions, log: number): Promise<boolean> {
  const passwordFile = join(root, 'password');
  const leftBehind = readdirSync(root).filter((name) => name.startsWith(UNFINISHED));
  for (const left of [...leftBehind.map((name) => join(root, name)), dir]) rmSync(left, { recursive: true, force: true, maxRetries: 5 });
  writeFileSync(passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600 });
  const made = mkdtempSync(join(root, UNFINISHED));
  const args = ['-D', made, '-U', 'postgres', '-A', 'scram-sha-256', `--pwfile=${passwordFile}`, '--encoding=UTF8', '--locale=C.UTF-8'];
  if (options.durable === false) args.push('--no-sync');
  if ((await exitOf(run(postgresBinaries().initdb, args, log))) !== 0) return false;
  renameSync(made, dir);
  return true;
}

async function launch(dir: string, options: EmbeddedOptions, log: number): Promise<ChildProcess> {
  rmSync(join(dir, 'postmaster.pid'), { force: true }); // stale: nobody runs
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    ...(options.durable === false ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' } : {}),
    ...options.settings,
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  return run(postgresBinaries().postgres, ['-D', dir, '-p', String(await freePort()), ...flags], log);
}

async function untilReady(dir: string, child: ChildProcess | undefined, fail: (what: string) => Error): Promise<RunningPostmaster> {
  for (let waited = 0; waited < READY_WITHIN_MS; waited += 20) {
    const server = runningPostmaster(dir);
    if (server?.ready) return server;
    if (child && child.exitCode !== null && !server) throw fail(`PostgreSQL ended with code ${child.exitCode}`);
    await sleep(20);
  }
  throw fail('PostgreSQL was not ready in time');
}

/**
 * Starts the PostgreSQL that comes with the product below `dataDir`, or adopts the one that a killed process left running there.
 * TCP on a free port of 127.0.0.1, random password in a 0600 file, no Unix socket. Only one process may use a folder: see folder-lock.ts.
 */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const root = resolve(options.dataDir);
  const dir = join(root, 'pgdata');
  const logFile = join(root, 'postgres.log');
  mkdirSync(root, { recursive: true, mode: 0o700 });
  const log = openSync(logFile, 'a', 0o600);
  const fail = (what: string) => new Error(`${what}; ${logFile} ends with:\n${readFileSync(logFile, 'utf8').slice(-800)}`);
  if (!existsSync(join(dir, 'PG_VERSION')) && !(await initialise(root, dir, options, log))) throw fail('initdb failed');
  const child = runningPostmaster(dir) ? undefined : await launch(dir, options, log);
  const { pid, port } = await untilReady(dir, child, fail);
  child?.unref();
  const password = readFileSync(join(root, 'password'), 'utf8').trim();
  const url = (database: string) => `postgres://postgres:${password}@127.0.0.1:${port}/${database}`;
  return { port, url, ensureDatabase: (name) => ensureDatabase(url('postgres'), name), stop: () => stop(pid, dir) };
}

async function ensureDatabase(adminUrl: string, name: string): Promise<void> {
  const client = new pg.Client(adminUrl);
  await client.connect();
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (rowCount === 0) await client.query(`create database ${pg.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
}

/** A fast shutdown: open transactions are rolled back, the files are left clean. */
async function stop(pid: number, dir: string): Promise<void> {
  if (isPostmaster(pid, dir)) process.kill(pid, 'SIGINT');
  while (isPostmaster(pid, dir)) await sleep(10);
}
