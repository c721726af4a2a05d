import type { Actor } from '@app/kernel/actor.js';
import { Clock } from '@app/kernel/clock.js';
import { newId } from '@app/kernel/ids.js';
import { recordAudit } from '@app/persistence/audit.js';
import { Jobs } from '@app/persistence/jobs.js';
import { systemScope } from '@app/persistence/scope.js';
import { rows } from '@app/persistence/sql.js';
import { Transactions } from '@app/persistence/transactions.js';
import { Injectable } from '@nestjs/common';
import type { ImportFormat } from './read-register.js';

/** Takes a file in; the work itself is a job of its own (RunRegisterImport). */
@Injectable()
export class RequestRegisterImport {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
  ) {}

  run(actor: Actor, file: { format: ImportFormat; name: string; content: Uint8Array }): Promise<string> {
    const at = this.clock.now();
    const id = newId(at);
    return this.transactions.run(systemScope('register-import'), async (em) => {
      await rows(
        em,
        `insert into register_import (id, format, file_name, content, state, counts, problems, requested_by, version, created_at, finished_at)
         values ($1, $2, $3, $4, 'queued', null, '[]', $5, 1, $6, null)`,
        [id, file.format, file.name, Buffer.from(file.content), actor.id, at.toString()],
      );
      await this.jobs.enqueue(em, 'register-import', { importId: id });
      await recordAudit(em, {
        actor,
        action: 'register.import-requested',
        subject: { kind: 'register-import', id },
        detail: { format: file.format },
        at,
      });
      return id;
    });
  }
}
