import type { Actor } from '@app/kernel/actor.js';
import { newId } from '@app/kernel/ids.js';
import { recordAudit } from '@app/persistence/audit.js';
import { raiseIndexRevision } from '@app/persistence/index-revision.js';
import { run } from '@app/persistence/sql.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Program, type ProgramContent } from './program.js';

/** Who writes, and when. */
export interface Writing {
  readonly actor: Actor;
  readonly at: Temporal.Instant;
}

/** Writes a programme that is not there yet, with its audit entry. */
export async function addProgram(em: EntityManager, content: ProgramContent, { actor, at }: Writing): Promise<Program> {
  const program = new Program(newId(at), content, at);
  em.persist(program);
  await em.flush();
  await recordAudit(em, {
    actor,
    action: 'program.created',
    subject: { kind: 'program', id: program.id },
    detail: { title: content.title },
    at,
  });
  return program;
}

/** Writes a change; the calls of the programme show its title and partners, so they are stamped to be read anew. */
export async function saveProgramChange(
  em: EntityManager,
  program: Program,
  content: Partial<ProgramContent>,
  { actor, at }: Writing,
): Promise<void> {
  program.change(content, at);
  await em.flush();
  await recordAudit(em, {
    actor,
    action: 'program.changed',
    subject: { kind: 'program', id: program.id },
    detail: { fields: Object.keys(content) },
    at,
  });
  const revision = await raiseIndexRevision(em);
  await run(em, 'update call set revision = $1, content_changed_at = $2 where program_id = $3', [revision, at.toString(), program.id]);
}
