import type { CallRecord } from '@app/funding/call-record.js';
import { titleOf } from '@app/funding/call-record.js';
import { draftCalls } from '@app/funding/read-calls.query.js';
import { readPrograms } from '@app/funding/read-programs.query.js';
import type { Actor } from '@app/kernel/actor.js';
import { Clock, dayAt } from '@app/kernel/clock.js';
import { HOME_ZONE } from '@app/kernel/home-zone.js';
import { inLocale, type Locale } from '@app/kernel/locale.js';
import { MatchingIndex } from '@app/matching/matching-index.js';
import { scopeOf } from '@app/persistence/scope.js';
import { Transactions } from '@app/persistence/transactions.js';
import { Injectable } from '@nestjs/common';
import { deadlinesFor } from '../calls/call-lists.js';
import type { EditedCall, EditorModel } from './editor.model.js';

/** The editors' desk: drafts, what is published or withdrawn, and the programmes. What was changed last comes first. */
@Injectable()
export class EditorPage {
  constructor(
    private readonly transactions: Transactions,
    private readonly index: MatchingIndex,
    private readonly clock: Clock,
  ) {}

  async model(actor: Actor, locale: Locale): Promise<EditorModel> {
    const state = await this.index.current();
    const { drafts, programs } = await this.transactions.run(scopeOf(actor), async (em) => ({
      drafts: await draftCalls(em),
      programs: await readPrograms(em),
    }));
    const shown = [...state.calls.values()];
    const calls = [...drafts, ...shown.map(({ call }) => call)];
    const fitting = (id: string) => ({ eligible: state.calls.get(id)!.outcomes.eligible.count(), total: state.authorities.size });
    const rows = (which: CallRecord['state']) => lastChangedFirst(calls.filter((call) => call.state === which));
    return {
      drafts: rows('draft').map((call) => this.edited(call, locale)),
      published: rows('published').map((call) => ({ ...this.edited(call, locale), fitting: fitting(call.id) })),
      withdrawn: rows('withdrawn').map((call) => this.edited(call, locale)),
      programs: programs.map(({ id, title }) => ({
        id,
        title: inLocale(title, locale),
        rounds: calls.filter((call) => call.program.id === id).length,
      })),
    };
  }

  private edited(call: CallRecord, locale: Locale): EditedCall {
    const [deadline] = deadlinesFor(call, { locale, now: this.clock.now() });
    return {
      id: call.id,
      title: titleOf(call, locale),
      changedOn: dayAt(call.updatedAt, HOME_ZONE).toString(),
      ...(deadline && { deadline }),
    };
  }
}

function lastChangedFirst(calls: readonly CallRecord[]): CallRecord[] {
  return calls.toSorted((a, b) => Temporal.Instant.compare(b.updatedAt, a.updatedAt));
}
