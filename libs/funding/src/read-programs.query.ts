import { isId } from '@app/kernel/ids.js';
import { toInstant } from '@app/persistence/instant.type.js';
import { rows } from '@app/persistence/sql.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { ProgramContent } from './program.js';

export interface ProgramRecord extends ProgramContent {
  readonly id: string;
  readonly version: number;
  readonly createdAt: Temporal.Instant;
  readonly updatedAt: Temporal.Instant;
  /** Whether a call of it is published: only then everybody sees it. */
  readonly published: boolean;
}

const SELECT = `select p.id, p.title, p.summary, p.partners, p.topics, p.funding_level as "fundingLevel", p.guideline_url as "guidelineUrl", p.version,
  p.created_at::text as "createdAt", p.updated_at::text as "updatedAt",
  exists (select from call c where c.program_id = p.id and c.state <> 'draft') as published from program p`;

type ProgramRow = Omit<ProgramRecord, 'createdAt' | 'updatedAt'> & { createdAt: string; updatedAt: string };

function toProgramRecord(row: ProgramRow): ProgramRecord {
  return { ...row, createdAt: toInstant(row.createdAt), updatedAt: toInstant(row.updatedAt) };
}

export async function readProgram(em: EntityManager, id: string): Promise<ProgramRecord | undefined> {
  if (!isId(id)) return undefined;
  return (await rows<ProgramRow>(em, `${SELECT} where p.id = $1`, [id])).map(toProgramRecord)[0];
}

/** All programmes, newest first. */
export async function readPrograms(em: EntityManager): Promise<ProgramRecord[]> {
  return (await rows<ProgramRow>(em, `${SELECT} order by p.id desc`)).map(toProgramRecord);
}
