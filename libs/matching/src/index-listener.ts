import { appConnectionOptions } from '@app/persistence/connection.js';
import { INDEX_CHANNEL } from '@app/persistence/index-revision.js';
import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import { MatchingIndex } from './matching-index.js';

export const DATABASE_URL = Symbol('DATABASE_URL');
const RECONNECT_AFTER_MS = 2_000;

/** Builds the index at start and hears of changes, so that the next reader need not wait. Losing the line costs nothing but that. */
@Injectable()
export class IndexListener implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger('MatchingIndex');
  private client: pg.Client | undefined;
  private stopped = false;

  constructor(
    private readonly index: MatchingIndex,
    @Inject(DATABASE_URL) private readonly databaseUrl: string,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.index.current();
    await this.listen();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    await this.client?.end().catch(() => undefined);
  }

  private async listen(): Promise<void> {
    const client = new pg.Client(appConnectionOptions(this.databaseUrl));
    this.client = client;
    client.on('error', () => undefined);
    client.on('end', () => this.reconnect());
    client.on('notification', () => this.catchUp());
    try {
      await client.connect();
      await client.query(`listen ${INDEX_CHANNEL}`);
    } catch {
      await client.end().catch(() => undefined);
    }
  }

  private reconnect(): void {
    if (this.stopped) return;
    setTimeout(() => {
      if (!this.stopped) void this.listen().then(() => this.catchUp());
    }, RECONNECT_AFTER_MS).unref();
  }

  private catchUp(): void {
    if (this.stopped) return;
    this.index.current().catch((error: Error) => this.logger.warn({ message: 'The index could not catch up', reason: error.message }));
  }
}
