import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type EmbeddedServer, startEmbeddedPostgres } from '@app/persistence/embedded/embedded-postgres.js';
import { runningPostmaster } from '@app/persistence/embedded/postmaster.js';
import { migrate } from '@config/migrate.js';
import pg from 'pg';
import { freePort } from '../../apps/server/src/free-port.js';
import { APP_PASSWORD } from '../support/test-database-server.js';
import { eventually } from './eventually.js';

/** SIGINT: a fast shutdown, as by an administrator. SIGQUIT: at once, as in a crash; the log is replayed at the next start. */
export type Ending = 'SIGINT' | 'SIGQUIT';

/** A PostgreSQL of one spec, flushed to disk as in production, which can go and come back at the same address. */
export class OwnPostgres {
  private constructor(
    private readonly dataDir: string,
    private readonly port: number,
    private server: EmbeddedServer,
  ) {}

  /** From now on fresh databases of this spec are made here. */
  static async start(): Promise<OwnPostgres> {
    const dataDir = mkdtempSync(join(tmpdir(), 'foerdertakt-faults-'));
    const port = await freePort('127.0.0.1');
    const postgres = new OwnPostgres(dataDir, port, await launch(dataDir, port));
    await postgres.server.ensureDatabase('template_app');
    await migrate(postgres.server.url('template_app'));
    const client = new pg.Client(postgres.server.url('postgres'));
    await client.connect();
    await client.query(`alter role foerdertakt_app login password '${APP_PASSWORD}'`);
    await client.end();
    process.env.TEST_PG_OWNER = postgres.server.url('');
    return postgres;
  }

  /** Away for about so long (milliseconds); answers how long it really was. */
  async restart(ending: Ending, awayMs: number): Promise<number> {
    const started = performance.now();
    await this.end(ending);
    await sleep(awayMs);
    this.server = await launch(this.dataDir, this.port);
    return performance.now() - started;
  }

  async remove(): Promise<void> {
    await this.end('SIGINT');
    rmSync(this.dataDir, { recursive: true, force: true });
  }

  private async end(ending: Ending): Promise<void> {
    const folder = join(this.dataDir, 'pgdata');
    const running = runningPostmaster(folder);
    if (!running) return;
    process.kill(running.pid, ending);
    const look = () => (runningPostmaster(folder) ? undefined : true);
    await eventually('PostgreSQL ends', { withinMs: 20_000, look, everyMs: 20 });
  }
}

function launch(dataDir: string, port: number): Promise<EmbeddedServer> {
  return startEmbeddedPostgres({ dataDir, settings: { port: String(port) } });
}
