import { systemActor } from '@app/kernel/actor.js';
import { Clock, dayAt } from '@app/kernel/clock.js';
import { HOME_ZONE } from '@app/kernel/home-zone.js';
import type { Localized } from '@app/kernel/locale.js';
import { systemScope } from '@app/persistence/scope.js';
import { row, run } from '@app/persistence/sql.js';
import { Transactions } from '@app/persistence/transactions.js';
import { Injectable } from '@nestjs/common';
import { ApplyChanges } from './changes/apply-changes.js';
import { type ImportCounts, ImportRegister } from './import-register.js';
import { type ImportFormat, readRegister } from './read-register.js';
import { readChangesCsv } from './register/read-changes-csv.js';
import { RegisterRefused } from './register/register-refused.js';

interface QueuedImport {
  format: ImportFormat;
  name: string;
  content: Buffer | null;
  state: string;
}

interface ImportEnd {
  readonly state: 'done' | 'refused';
  readonly counts?: ImportCounts;
  readonly problems: readonly { line: number; reason: Localized }[];
}

/** Works off one requested import. An import that has ended is left alone; one whose worker was killed runs again and changes what is missing. */
@Injectable()
export class RunRegisterImport {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly importRegister: ImportRegister,
    private readonly applyChanges: ApplyChanges,
  ) {}

  async run(importId: string): Promise<void> {
    const queued = await this.start(importId);
    if (!queued?.content) return;
    await this.finish(importId, await this.work(importId, queued));
  }

  private start(importId: string): Promise<QueuedImport | undefined> {
    return this.transactions.run(systemScope('register-import'), (em) =>
      row<QueuedImport>(
        em,
        `update register_import set state = 'running', version = version + 1 where id = $1 and state in ('queued', 'running')
         returning format, file_name as name, content, state`,
        [importId],
      ),
    );
  }

  private async work(importId: string, { format, name, content }: QueuedImport): Promise<ImportEnd> {
    const actor = systemActor('register-import');
    try {
      if (format === 'changes-csv') return { state: 'done', ...(await this.applyChanges.run(actor, readChangesCsv(content!), importId)) };
      const reading = readRegister(format, content!, { name, day: dayAt(this.clock.now(), HOME_ZONE).toString() });
      const counts = await this.importRegister.run(actor, reading, importId);
      return { state: 'done', counts, problems: reading.problems };
    } catch (error) {
      if (!(error instanceof RegisterRefused)) throw error;
      return { state: 'refused', problems: [{ line: error.line, reason: error.reason }] };
    }
  }

  private async finish(importId: string, end: ImportEnd): Promise<void> {
    await this.transactions.run(systemScope('register-import'), (em) =>
      run(
        em,
        `update register_import set state = $2, counts = $3, problems = $4, content = null, finished_at = $5::timestamptz, version = version + 1 where id = $1`,
        [importId, end.state, end.counts ? JSON.stringify(end.counts) : null, JSON.stringify(end.problems), this.clock.now().toString()],
      ),
    );
  }
}
