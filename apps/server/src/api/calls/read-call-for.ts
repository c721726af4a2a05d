import { type CallRecord } from '@app/funding/call-record.js';
import { readCall } from '@app/funding/read-calls.query.js';
import { type Actor, mayEdit } from '@app/kernel/actor.js';
import { DomainError } from '@app/kernel/domain-error.js';
import { scopeOf } from '@app/persistence/scope.js';
import { Transactions } from '@app/persistence/transactions.js';
import { Injectable } from '@nestjs/common';

/** A call as the actor may see it: a draft exists for editors only. */
@Injectable()
export class ReadCallFor {
  constructor(private readonly transactions: Transactions) {}

  async run(actor: Actor | undefined, id: string): Promise<CallRecord> {
    const call = await this.transactions.run(scopeOf(actor), (em) => readCall(em, id));
    if (!call || (call.state === 'draft' && !(actor && mayEdit(actor)))) throw new DomainError('not-found');
    return call;
  }
}
