import { rows } from '@app/persistence/sql.js';
import { Transactions } from '@app/persistence/transactions.js';
import { migrations } from '@config/migrations/index.js';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Readiness } from './readiness.js';

/** The database answers, and every migration that this build knows has run. */
@Injectable()
export class DatabaseChecks implements OnModuleInit {
  constructor(
    private readonly readiness: Readiness,
    private readonly transactions: Transactions,
  ) {}

  onModuleInit(): void {
    this.readiness.register('database', () => this.answers('select 1'));
    this.readiness.register('migrations', () => this.isMigrated());
  }

  private async answers(sql: string): Promise<boolean> {
    return (await this.transactions.run({ kind: 'nobody' }, (em) => rows(em, sql))).length > 0;
  }

  private async isMigrated(): Promise<boolean> {
    const done = await this.transactions.run({ kind: 'nobody' }, (em) =>
      rows<{ name: string }>(em, 'select name from mikro_orm_migrations'),
    );
    const names = new Set(done.map(({ name }) => name));
    return migrations.every((migration) => names.has(migration.name));
  }
}
