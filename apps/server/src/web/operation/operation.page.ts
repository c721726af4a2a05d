import type { Actor } from '@app/kernel/actor.js';
import { scopeOf } from '@app/persistence/scope.js';
import { Transactions } from '@app/persistence/transactions.js';
import { type LetterView, ListLetters } from '@app/reminders/letters.query.js';
import { readSuspensions } from '@app/reminders/suspensions.query.js';
import { Injectable } from '@nestjs/common';
import type { OperationModel } from './operation.model.js';

const MOST_LETTERS = 50;
/** Administrators look after authorities of several zones; theirs is that of the house. */
const ZONE = 'Europe/Berlin';

/** What administrators have to know of the running of things. */
@Injectable()
export class OperationPage {
  constructor(
    private readonly transactions: Transactions,
    private readonly listLetters: ListLetters,
  ) {}

  async model(actor: Actor): Promise<OperationModel> {
    const suspended = await this.transactions.run(scopeOf(actor), (em) => readSuspensions(em));
    const failed = await this.listLetters.run(actor, { state: 'failed' }, { limit: MOST_LETTERS });
    return {
      zone: ZONE,
      suspended: suspended.map(({ address, owners, hardBounces, lastReason, suspendedAt }) => ({
        address,
        owners: owners.map(({ name }) => name),
        bounces: hardBounces,
        lastReason,
        since: suspendedAt.toString(),
      })),
      failed: failed.items.map(toFailed),
      failedTotal: failed.total,
    };
  }
}

function toFailed({ id, recipient, kind, triedAt, response }: LetterView): OperationModel['failed'][number] {
  const { name, email } = recipient;
  return { id, recipient: { name, email }, kind, ...(triedAt && { triedAt: triedAt.toString() }), ...(response && { response }) };
}
