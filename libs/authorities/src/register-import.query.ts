import { isId } from '@app/kernel/ids.js';
import type { Localized } from '@app/kernel/locale.js';
import { row, rows } from '@app/persistence/sql.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import { changesOfImport } from './changes/changes.query.js';
import { type ImportReport, reportOf } from './changes/import-report.js';
import type { ImportCounts } from './import-register.js';
import type { ImportFormat } from './read-register.js';

export interface ImportSummary {
  readonly id: string;
  readonly format: ImportFormat;
  readonly fileName: string;
  readonly state: 'queued' | 'running' | 'done' | 'refused';
  readonly counts: ImportCounts | null;
  readonly problems: readonly { line: number; reason: Localized }[];
  /** RFC 3339. */
  readonly createdAt: string;
  readonly version: number;
}

export interface RegisterImportView extends ImportSummary {
  readonly report: ImportReport;
}

const COLUMNS = `id, format, file_name as "fileName", state, counts, problems, to_char(created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "createdAt",
  version`;

export async function readRegisterImport(em: EntityManager, id: string): Promise<RegisterImportView | undefined> {
  if (!isId(id)) return undefined;
  const found = await row<ImportSummary>(em, `select ${COLUMNS} from register_import where id = $1`, [id]);
  return found && { ...found, report: reportOf(await changesOfImport(em, id)) };
}

/** The last imports, newest first. */
export function recentImports(em: EntityManager, count: number): Promise<ImportSummary[]> {
  return rows<ImportSummary>(em, `select ${COLUMNS} from register_import order by id desc limit $1`, [count]);
}
