import { isId } from '@app/kernel/ids.js';
import type { Localized } from '@app/kernel/locale.js';
import { row } from '@app/persistence/sql.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { ImportCounts } from './import-register.js';

export interface RegisterImportView {
  readonly id: string;
  readonly state: 'queued' | 'running' | 'done' | 'refused';
  readonly counts: ImportCounts | null;
  readonly problems: readonly { line: number; reason: Localized }[];
  readonly version: number;
}

export async function readRegisterImport(em: EntityManager, id: string): Promise<RegisterImportView | undefined> {
  if (!isId(id)) return undefined;
  return row<RegisterImportView>(em, 'select id, state, counts, problems, version from register_import where id = $1', [id]);
}
