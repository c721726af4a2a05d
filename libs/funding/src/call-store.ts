import type { Actor } from '@app/kernel/actor.js';
import { DomainError } from '@app/kernel/domain-error.js';
import { isId, newId } from '@app/kernel/ids.js';
import { inLocale } from '@app/kernel/locale.js';
import { recordAudit } from '@app/persistence/audit.js';
import { raiseIndexRevision } from '@app/persistence/index-revision.js';
import { row, rows, searchable } from '@app/persistence/sql.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Call, type CallContent } from './call.js';
import { Program } from './program.js';

/** What happened to a call, as its version and the audit trail name it. */
export type CallChange = 'published' | 'changed' | 'amended' | 'withdrawn';

/** Loads a call to be changed; `version` is the one that the change is based on (absent: none was demanded). */
export async function loadCall(em: EntityManager, id: string, version?: number): Promise<Call> {
  const call = isId(id) ? await em.findOne(Call, { id }) : null;
  if (!call) throw new DomainError('not-found');
  if (version !== undefined && call.version !== version) throw new DomainError('stale', { current: call.version });
  return call;
}

/** References to what does not exist are refused with their pointer. */
export async function checkReferences(em: EntityManager, content: Partial<CallContent>): Promise<void> {
  const previous = content.previousCallId;
  if (previous && !(isId(previous) && (await em.findOne(Call, { id: previous })))) {
    throw new DomainError('unknown-call', {}, [{ pointer: '/previousCallId', code: 'unknown-call' }]);
  }
}

/** Everything a reader may search a call by, German and English. */
async function searchTextOf(em: EntityManager, call: Call): Promise<string> {
  const program = await em.findOneOrFail(Program, { id: call.programId });
  const texts = [program.title, program.summary, call.title, call.summary].flatMap((text) => [text?.de, text?.en]);
  const partners = [...program.partners, ...call.partners].map((partner) => partner.name);
  return searchable([...texts, call.round, ...program.topics, ...partners].filter((text) => text).join(' '));
}

/** Writes a call with its audit entry; what others can see also makes a version and moves the index on. */
export async function saveCall(
  em: EntityManager,
  call: Call,
  change: {
    kind: CallChange | 'drafted';
    actor: Actor;
    at: Temporal.Instant;
    reason?: string;
    answers?: readonly object[];
    unanswered?: readonly object[];
  },
): Promise<void> {
  call.searchText = await searchTextOf(em, call);
  call.revision = await raiseIndexRevision(em);
  em.persist(call);
  await em.flush();
  await recordAudit(em, {
    actor: change.actor,
    action: `call.${change.kind}`,
    subject: { kind: 'call', id: call.id },
    detail: {
      version: call.version,
      round: call.round,
      title: inLocale(call.title ?? undefined, 'de'),
      reason: change.reason,
      answers: change.answers,
      unanswered: change.unanswered,
    },
    at: change.at,
  });
  if (change.kind === 'drafted' || call.state === 'draft') return;
  await rows(
    em,
    'insert into call_version (call_id, version, change, reason, document, changed_by, changed_at, revision) values ($1, $2, $3, $4, $5, $6, $7, $8)',
    [
      call.id,
      call.version,
      change.kind,
      change.reason ?? null,
      JSON.stringify(call.document()),
      change.actor.id,
      change.at.toString(),
      call.revision.toString(),
    ],
  );
}

/** Writes a draft of a programme that is there. Throws 'unknown-call' for a previous call that is not. */
export async function addCall(
  em: EntityManager,
  programId: string,
  content: CallContent,
  { actor, at }: { readonly actor: Actor; readonly at: Temporal.Instant },
): Promise<Call> {
  await checkReferences(em, content);
  const call = new Call(newId(at), { ordinal: await nextCallOrdinal(em), programId }, content, at);
  await saveCall(em, call, { kind: 'drafted', actor, at });
  return call;
}

export async function nextCallOrdinal(em: EntityManager): Promise<number> {
  const next = await row<{ ordinal: number }>(em, `select nextval('call_ordinal')::int as ordinal`);
  return next!.ordinal;
}
