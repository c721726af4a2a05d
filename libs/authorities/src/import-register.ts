import type { Actor } from '@app/kernel/actor.js';
import { Clock } from '@app/kernel/clock.js';
import { recordAudit } from '@app/persistence/audit.js';
import { raiseIndexRevision } from '@app/persistence/index-revision.js';
import { Jobs } from '@app/persistence/jobs.js';
import { systemScope } from '@app/persistence/scope.js';
import { Transactions } from '@app/persistence/transactions.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { RegisterReading } from './register/authority-record.js';
import { mayEnd } from './register/may-end.js';
import { RegisterRefused } from './register/register-refused.js';
import { type AuthorityRow, differs, isOlder, type KnownAuthority, knownAuthorities, toRow } from './stored-authority.js';
import {
  endAuthorities,
  stamp,
  type WriteContext,
  writeAuthorities,
  writeFacts,
  writeFigures,
  writeTerritories,
} from './write-authorities.js';

/** How many authorities an import added, changed, left as they were, and ended. */
export interface ImportCounts {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly ended: number;
}

interface Plan {
  readonly added: AuthorityRow[];
  readonly changed: AuthorityRow[];
  /** The same in every respect, but the demonstration's until now. */
  readonly adopted: AuthorityRow[];
  readonly unchanged: number;
  readonly ended: string[];
}

/** Brings the register up to date with a reading, in one transaction. The same reading again changes nothing. Throws RegisterRefused for a shortened file. */
@Injectable()
export class ImportRegister {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
  ) {}

  run(actor: Actor, reading: RegisterReading): Promise<ImportCounts> {
    const at = this.clock.now();
    return this.transactions.run(systemScope('register-import'), async (em) => {
      // First of all: its row's lock lets imports follow one another, so the comparison below holds until the commit.
      const revision = await raiseIndexRevision(em);
      const known = await knownAuthorities(em);
      const plan = planOf(known, reading);
      refuseShortened(
        plan.ended.map((key) => known.get(key)!),
        reading,
      );
      const context: WriteContext = { reading, revision, at, origin: reading.format === 'demonstration' ? 'demonstration' : 'register' };
      await write(em, plan, context);
      const counts = { added: plan.added.length, changed: plan.changed.length, unchanged: plan.unchanged, ended: plan.ended.length };
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

/** The same edition cannot have lost authorities since the last time: whole lines are missing at its end, which the file itself does not show. */
function refuseShortened(ended: readonly KnownAuthority[], reading: RegisterReading): void {
  const missing = ended.find((authority) => authority.registerDate === reading.territoryDate);
  if (missing) throw new RegisterRefused('truncated-units', { name: missing.name });
}

function planOf(known: ReadonlyMap<string, KnownAuthority>, reading: RegisterReading): Plan {
  const rows = reading.authorities.map(toRow);
  const present = new Set(rows.map((row) => row.key));
  const added = rows.filter((row) => !known.has(row.key));
  const changed = rows.filter((row) => known.has(row.key) && differs(known.get(row.key)!, row, reading));
  const adopted = rows.filter((row) => known.get(row.key)?.origin === 'demonstration' && reading.format !== 'demonstration');
  const ended = [...known.values()].filter(
    (authority) => authority.validTo === null && !present.has(authority.key) && !isOlder(authority, reading) && mayEnd(reading, authority),
  );
  return {
    added,
    changed,
    adopted,
    unchanged: rows.length - added.length - changed.length,
    ended: ended.map((authority) => authority.key),
  };
}

async function write(em: EntityManager, plan: Plan, context: WriteContext): Promise<void> {
  const written = [...plan.added, ...plan.changed];
  const changed = new Set(plan.changed.map((row) => row.key));
  await writeTerritories(em, context.reading.territories);
  await writeAuthorities(em, [...written, ...plan.adopted.filter((row) => !changed.has(row.key))], context);
  await writeFigures(em, written);
  await writeFacts(em, written, context);
  await endAuthorities(em, plan.ended, context);
  await stamp(
    em,
    written.map((row) => row.key),
    context.revision,
    context.at,
  );
}
