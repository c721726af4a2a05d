import { DomainError } from '@app/kernel/domain-error.js';
import { rows } from '@app/persistence/sql.js';
import { Call, type CallContent } from '../call.js';
import { readCallCommand } from '../call-command.js';
import { nextCallOrdinal, saveCall } from '../call-store.js';
import { readCall } from '../read-calls.query.js';
import { type CallLine, callLine } from './catalogue-line.js';
import { type CatalogueStep, compared, type WritingCatalogue } from './writing-catalogue.js';

/** Takes in rounds under their ids, published and perhaps withdrawn on the days when that happened. */
export class CallsOfCatalogue {
  constructor(private readonly writing: WritingCatalogue) {}

  async take(line: CallLine): Promise<CatalogueStep> {
    const { em, isTrial } = this.writing;
    const here = await readCall(em, line.id);
    if (here)
      return compared(
        callLine(here, () => true),
        line,
      );
    await this.refuseTakenDeadlines(line);
    if (!isTrial) await this.write(line);
    return 'added';
  }

  /** A deadline's id is that of its entries in calendars and of its reminders: no two calls may share one. */
  private async refuseTakenDeadlines({ id, deadlines }: CallLine): Promise<void> {
    const ids = deadlines.flatMap((deadline) => deadline.id ?? []);
    const taken = await rows(
      this.writing.em,
      `select 1 from call c, jsonb_array_elements(c.deadlines) d where d ->> 'id' = any ($1::text[]) limit 1`,
      [ids],
    );
    if (taken.length > 0) throw new DomainError('conflict', {}, [{ pointer: `/call/${id}/deadlines`, code: 'repeated' }]);
  }

  private async write(line: CallLine): Promise<void> {
    const { em, actor, at, jobs } = this.writing;
    const identity = { ordinal: await nextCallOrdinal(em), programId: line.programId };
    const call = Call.fromElsewhere(line.id, identity, contentOf(line), daysOf(line), at);
    await saveCall(em, call, {
      kind: line.state,
      actor,
      at,
      ...(line.withdrawalReason !== undefined && { reason: line.withdrawalReason }),
    });
    await jobs.enqueue(em, 'call-changed', { callId: call.id });
  }
}

function contentOf(line: CallLine): CallContent {
  const { title = null, summary = null, partners = [], source = null, previousCallId = null, winners = [] } = line;
  const { rule, deadlines } = readCallCommand({ rule: line.rule, deadlines: line.deadlines }) as Pick<CallContent, 'rule' | 'deadlines'>;
  return { round: line.round, title, summary, rule, deadlines, award: line.award, partners, source, previousCallId, winners };
}

function daysOf({ state, publishedAt, changedAt, withdrawnAt, withdrawalReason = '' }: CallLine) {
  const instant = (text: string): Temporal.Instant => Temporal.Instant.from(text);
  const withdrawn = state === 'withdrawn' ? { at: instant(withdrawnAt ?? changedAt), reason: withdrawalReason } : undefined;
  return { publishedAt: instant(publishedAt), changedAt: instant(changedAt), ...(withdrawn && { withdrawn }) };
}
