import type { Actor } from '@app/kernel/actor.js';
import { Clock } from '@app/kernel/clock.js';
import { DomainError } from '@app/kernel/domain-error.js';
import { inLocale } from '@app/kernel/locale.js';
import { scopeOf } from '@app/persistence/scope.js';
import { row } from '@app/persistence/sql.js';
import { Transactions } from '@app/persistence/transactions.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Call, type CallContent } from '../call.js';
import { readCallCommand } from '../call-command.js';
import { addCall, saveCall } from '../call-store.js';
import { Program } from '../program.js';
import { addProgram, saveProgramChange, type Writing } from '../program-store.js';
import type { ForeignCall, ForeignProgram, ImportProblem } from './foreign-catalogue.js';
import { digestOf, findMark, type ImportKey, writeMark } from './import-marks.js';

/** `kept`: the source says something else now, but here it was published or somebody has worked on it, so it stays. */
export type ImportStep = 'added' | 'changed' | 'unchanged' | 'kept';
export type ImportCounts = Readonly<Record<ImportStep, number>>;

export interface DraftImport {
  /** Where the programmes come from: with it and their ids there they are found again. */
  readonly source: string;
  /** Says what would be done, and does nothing. */
  readonly isTrial: boolean;
}

/** What became of one programme and of its rounds. */
export interface ImportedProgram {
  readonly program: ImportStep;
  readonly calls: readonly ImportStep[];
}

interface Doing extends Writing, DraftImport {
  readonly em: EntityManager;
}

/** Takes over programmes of another server with their rounds as drafts, for editors to check and to publish. Twice is as good as once. */
@Injectable()
export class ImportDrafts {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** One programme with its rounds, all or nothing. Answers a problem where this house refuses what the source says. */
  async run(actor: Actor, foreign: ForeignProgram, request: DraftImport): Promise<ImportedProgram | ImportProblem> {
    const at = this.clock.now();
    try {
      return await this.transactions.run(scopeOf(actor), (em) => takeOver(foreign, { ...request, em, actor, at }));
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const [fault] = error.faults;
      const detail = fault ? `${error.code} ${fault.pointer} ${fault.code}` : error.code;
      return { code: 'refused', subject: inLocale(foreign.content.title, 'de'), detail };
    }
  }
}

async function takeOver(foreign: ForeignProgram, doing: Doing): Promise<ImportedProgram> {
  const { id, step } = await takeOverProgram(foreign, doing);
  const calls: ImportStep[] = [];
  for (const call of foreign.calls) calls.push(await takeOverCall(id, call, doing));
  return { program: step, calls };
}

/** In a trial a programme that would be added has no id yet. */
async function takeOverProgram({ externalId, content }: ForeignProgram, doing: Doing): Promise<{ id?: string; step: ImportStep }> {
  const { em, source, isTrial } = doing;
  const key: ImportKey = { source, kind: 'program', externalId };
  const digest = digestOf(content);
  const mark = await findMark(em, key);
  if (!mark) {
    if (isTrial) return { step: 'added' };
    const program = await addProgram(em, content, doing);
    await writeMark(em, key, { subjectId: program.id, digest, subjectVersion: program.version }, doing.at);
    return { id: program.id, step: 'added' };
  }
  const id = mark.subjectId;
  if (mark.digest === digest) return { id, step: 'unchanged' };
  const program = await em.findOneOrFail(Program, { id });
  if (program.version !== mark.subjectVersion || (await isPublished(em, id))) return { id, step: 'kept' };
  if (!isTrial) {
    await saveProgramChange(em, program, content, doing);
    await writeMark(em, key, { subjectId: id, digest, subjectVersion: program.version }, doing.at);
  }
  return { id, step: 'changed' };
}

async function takeOverCall(programId: string | undefined, { externalId, content }: ForeignCall, doing: Doing): Promise<ImportStep> {
  const { em, source, isTrial, actor, at } = doing;
  const key: ImportKey = { source, kind: 'call', externalId };
  const read = readCallCommand(content) as CallContent;
  const digest = digestOf(content);
  const mark = await findMark(em, key);
  if (!mark) {
    if (isTrial || programId === undefined) return 'added';
    const call = await addCall(em, programId, read, doing);
    await writeMark(em, key, { subjectId: call.id, digest, subjectVersion: call.version }, at);
    return 'added';
  }
  if (mark.digest === digest) return 'unchanged';
  const call = await em.findOneOrFail(Call, { id: mark.subjectId });
  if (call.state !== 'draft' || call.version !== mark.subjectVersion) return 'kept';
  if (!isTrial) {
    call.change(read, at);
    await saveCall(em, call, { kind: 'changed', actor, at });
    await writeMark(em, key, { subjectId: call.id, digest, subjectVersion: call.version }, at);
  }
  return 'changed';
}

async function isPublished(em: EntityManager, programId: string): Promise<boolean> {
  return (await row(em, `select 1 from call where program_id = $1 and state <> 'draft' limit 1`, [programId])) !== undefined;
}
