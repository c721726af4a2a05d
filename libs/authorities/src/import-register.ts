import type { Actor } from '@app/kernel/actor.js';
import { Clock, dayAt } from '@app/kernel/clock.js';
import { HOME_ZONE } from '@app/kernel/home-zone.js';
import { recordAudit } from '@app/persistence/audit.js';
import { raiseIndexRevision } from '@app/persistence/index-revision.js';
import { Jobs } from '@app/persistence/jobs.js';
import { systemScope } from '@app/persistence/scope.js';
import { Transactions } from '@app/persistence/transactions.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { changesOf } from './changes/changes-of-import.js';
import { markGone, withdrawProposals } from './changes/gone-authorities.js';
import { writeChanges } from './changes/write-changes.js';
import { withoutLeftOut, writeLeftOut } from './left-out-keys.js';
import { type ImportPlan, planImport } from './plan-import.js';
import type { RegisterReading } from './register/authority-record.js';
import { datedNotBefore } from './register/read-keys-csv.js';
import { type KnownAuthority, knownAuthorities } from './stored-authority.js';
import { stamp, type WriteContext, writeAuthorities, writeFacts, writeFigures, writeTerritories } from './write-authorities.js';

/** How many authorities an import added, changed, left as they were, and found to be gone. */
export interface ImportCounts {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly ended: number;
}

/**
 * Brings the register up to date with a reading, in one transaction. The same reading again changes nothing. Who is gone stays, with a proposal of who follows,
 * until an editor confirms it. Throws RegisterRefused for a shortened file.
 */
@Injectable()
export class ImportRegister {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
  ) {}

  /** `importId`: under which its changes are reported. */
  run(actor: Actor, read: RegisterReading, importId: string | null = null): Promise<ImportCounts> {
    const at = this.clock.now();
    return this.transactions.run(systemScope('register-import'), async (em) => {
      // First of all: its row's lock lets imports follow one another, so the comparison below holds until the commit.
      const revision = await raiseIndexRevision(em);
      const known = await knownAuthorities(em);
      const reading = await withoutLeftOut(em, datedNotBefore(read, newestOf(known)));
      const plan = planImport(known, reading);
      const context: WriteContext = { reading, revision, at, origin: reading.format === 'demonstration' ? 'demonstration' : 'register' };
      await write(em, plan, context);
      const changes = changesOf({ known, ...plan }, reading, dayAt(at, HOME_ZONE).toString());
      await writeChanges(em, changes, { importId, by: 'import', at, actorId: actor.id });
      const counts = { added: plan.added.length, changed: plan.changed.length, unchanged: plan.unchanged, ended: plan.gone.length };
      if (counts.added + counts.changed + counts.ended > 0) await this.jobs.enqueue(em, 'authorities-changed', {});
      await recordAudit(em, {
        actor,
        action: 'register.imported',
        subject: { kind: 'register', id: reading.format },
        detail: { ...counts, territoryDate: reading.territoryDate, problems: reading.problems.length },
        at,
      });
      return counts;
    });
  }
}

function newestOf(known: ReadonlyMap<string, KnownAuthority>): string | undefined {
  let newest: string | undefined;
  for (const { registerDate } of known.values()) {
    if (registerDate !== null && (newest === undefined || registerDate > newest)) newest = registerDate;
  }
  return newest;
}

async function write(em: EntityManager, plan: ImportPlan, context: WriteContext): Promise<void> {
  const written = [...plan.added, ...plan.changed];
  const changed = new Set(plan.changed.map((row) => row.key));
  const gone = plan.gone.map(({ key }) => key);
  await writeTerritories(em, context.reading.territories);
  await writeLeftOut(em, context.reading);
  await writeAuthorities(em, [...written, ...plan.adopted.filter((row) => !changed.has(row.key))], context);
  await writeFigures(em, written);
  await writeFacts(em, written, context);
  await markGone(em, gone, context);
  await withdrawProposals(em, context);
  await stamp(em, [...written.map((row) => row.key), ...gone], context.revision, context.at);
}
