import type { Actor } from '@app/kernel/actor.js';
import { HOME_ZONE } from '@app/kernel/home-zone.js';
import type { Locale } from '@app/kernel/locale.js';
import { textOf } from '@app/kernel/reason.js';
import { scopeOf } from '@app/persistence/scope.js';
import { Transactions } from '@app/persistence/transactions.js';
import type { Operation } from '@app/reminders/alarm/open-troubles.query.js';
import { TROUBLE_TEXTS } from '@app/reminders/alarm/trouble.js';
import { type LetterView, ListLetters } from '@app/reminders/letters.query.js';
import { readSuspensions } from '@app/reminders/suspensions.query.js';
import { Injectable } from '@nestjs/common';
import { OperationNow } from '../../health/operation-now.js';
import { texts } from '../texts/texts.js';
import type { OperationModel } from './operation.model.js';

const MOST_LETTERS = 50;
/** What administrators have to know of the running of things. */
@Injectable()
export class OperationPage {
  constructor(
    private readonly transactions: Transactions,
    private readonly listLetters: ListLetters,
    private readonly operationNow: OperationNow,
  ) {}

  async model(actor: Actor, locale: Locale): Promise<OperationModel> {
    const operation = await this.operationNow.run(actor);
    const suspended = await this.transactions.run(scopeOf(actor), (em) => readSuspensions(em));
    const failed = await this.listLetters.run(actor, { state: 'failed' }, { limit: MOST_LETTERS });
    return {
      // administrators look after authorities of several zones; theirs is that of the house
      zone: HOME_ZONE,
      ...nowModel(operation, locale),
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

function nowModel({ facts, troubles }: Operation, locale: Locale): Pick<OperationModel, 'troubles' | 'facts'> {
  const { ticks, mail, queue, databaseAheadMs } = facts;
  return {
    troubles: troubles.map(({ kind, params, since }) => ({
      text: textOf(TROUBLE_TEXTS, { code: kind, params }, locale),
      help: texts(locale).operation.help[kind],
      ...(since && { since: since.toString() }),
    })),
    facts: {
      ticks: ticks.map(({ task, tickedAt, failedAt, reason }) => ({
        task,
        ...(tickedAt && { tickedAt: tickedAt.toString() }),
        ...(isLast(failedAt, tickedAt) && { failed: reason ?? '' }),
      })),
      ...(mail.lastSentAt && { lastSentAt: mail.lastSentAt.toString() }),
      refused: mail.refused,
      ...queue,
      databaseAheadMs,
    },
  };
}

function isLast(failedAt: Temporal.Instant | null, tickedAt: Temporal.Instant | null): boolean {
  return failedAt !== null && (tickedAt === null || Temporal.Instant.compare(failedAt, tickedAt) > 0);
}

function toFailed({ id, recipient, kind, triedAt, response }: LetterView): OperationModel['failed'][number] {
  const { name, email } = recipient;
  return { id, recipient: { name, email }, kind, ...(triedAt && { triedAt: triedAt.toString() }), ...(response && { response }) };
}
