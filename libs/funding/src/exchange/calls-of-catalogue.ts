import { DomainError } from '@app/kernel/domain-error.js';
import { rows, run } from '@app/persistence/sql.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Call, type CallContent } from '../call.js';
import { readCallCommand } from '../call-command.js';
import { nextCallOrdinal, saveCall } from '../call-store.js';
import { readCall } from '../read-calls.query.js';
import { type CallLine, callLine } from './catalogue-line.js';
import { type CatalogueStep, compared, type WritingCatalogue } from './writing-catalogue.js';

/** Takes in rounds under their ids, published and perhaps withdrawn on the days when that happened. */
export class CallsOfCatalogue {
  /** Those that come before the call they follow on, which happens in a circle only. */
  private readonly unlinked: { id: string; previousCallId: string }[] = [];

  /** Ids of the deadlines of the calls that were here before. */
  private taken: ReadonlySet<string> | undefined;

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

  /** To be called after the last one. */
  async finish(): Promise<void> {
    for (const { id, previousCallId } of this.unlinked) {
      await run(this.writing.em, 'update call set previous_call_id = $2 where id = $1', [id, previousCallId]);
    }
  }

  private async linked(line: CallLine): Promise<CallContent> {
    const content = contentOf(line);
    const { previousCallId } = content;
    if (previousCallId === null || (await readCall(this.writing.em, previousCallId))) return content;
    this.unlinked.push({ id: line.id, previousCallId });
    return { ...content, previousCallId: null };
  }

  /** A deadline's id is that of its entries in calendars and of its reminders: no two calls may share one. */
  private async refuseTakenDeadlines({ id, deadlines }: CallLine): Promise<void> {
    this.taken ??= await deadlineIds(this.writing.em);
    const taken = this.taken;
    if (deadlines.every((deadline) => deadline.id === undefined || !taken.has(deadline.id))) return;
    throw new DomainError('conflict', {}, [{ pointer: `/call/${id}/deadlines`, code: 'repeated' }]);
  }

  private async write(line: CallLine): Promise<void> {
    const { em, actor, at, jobs } = this.writing;
    const identity = { ordinal: await nextCallOrdinal(em), programId: line.programId };
    const content = await this.linked(line);
    const call = named(line.id, () => Call.fromElsewhere(line.id, identity, content, daysOf(line), at));
    await saveCall(em, call, {
      kind: line.state,
      actor,
      at,
      ...(line.withdrawalReason !== undefined && { reason: line.withdrawalReason }),
    });
    await jobs.enqueue(em, 'call-changed', { callId: call.id });
    // What is written is not needed any more; kept, each flush would look through all of it.
    em.clear();
  }
}

/** A refusal says of which call. */
function named<Result>(id: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const faults = error.faults.length > 0 ? error.faults : [{ pointer: '', code: error.code }];
    throw new DomainError(
      error.code,
      error.params,
      faults.map((fault) => ({ ...fault, pointer: `/call/${id}${fault.pointer}` })),
    );
  }
}

async function deadlineIds(em: EntityManager): Promise<ReadonlySet<string>> {
  const found = await rows<{ id: string }>(em, `select d ->> 'id' as id from call c, jsonb_array_elements(c.deadlines) d`);
  return new Set(found.map(({ id }) => id));
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
