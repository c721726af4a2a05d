import { openChanges } from '@app/authorities/changes/changes.query.js';
import { readRegisterImport, recentImports } from '@app/authorities/register-import.query.js';
import type { Actor } from '@app/kernel/actor.js';
import { DomainError } from '@app/kernel/domain-error.js';
import { HOME_ZONE } from '@app/kernel/home-zone.js';
import type { Locale } from '@app/kernel/locale.js';
import { scopeOf } from '@app/persistence/scope.js';
import { Transactions } from '@app/persistence/transactions.js';
import { Injectable } from '@nestjs/common';
import type { ImportModel, RegisterModel } from './register.model.js';

const SHOWN = 20;
/** What editors see of the register: imports, and who follows whom. */
@Injectable()
export class RegisterPage {
  constructor(private readonly transactions: Transactions) {}

  model(actor: Actor): Promise<RegisterModel> {
    return this.transactions.run(scopeOf(actor), async (em) => ({
      open: await openChanges(em),
      imports: await recentImports(em, SHOWN),
      zone: HOME_ZONE,
    }));
  }

  /** Throws not-found. */
  async import(actor: Actor, id: string, locale: Locale): Promise<ImportModel> {
    const found = await this.transactions.run(scopeOf(actor), (em) => readRegisterImport(em, id));
    if (!found) throw new DomainError('not-found');
    const { fileName, format, state, counts, report, createdAt } = found;
    const problems = found.problems.map(({ line, reason }) => ({ line, reason: reason[locale] }));
    return { fileName, format, state, at: createdAt, zone: HOME_ZONE, ...(counts ? { counts } : {}), problems, report };
  }
}
