import type { Localized } from '@app/kernel/locale.js';
import { decodeCursor, encodeCursor, type Page, type PageRequest } from '@app/kernel/page.js';
import type { Reason } from '@app/kernel/reason.js';
import { rows } from '@app/persistence/sql.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { ChangeKind, ChangeState } from './authority-change.js';
import type { SuccessionResult } from './carry-out.js';
import { type ProposalCode, proposalText } from './proposal-texts.js';

interface ChangedAuthority {
  readonly key: string;
  readonly name: string;
}

export interface ChangeView {
  readonly id: string;
  readonly kind: ChangeKind;
  readonly state: ChangeState;
  /** Null of a new authority. */
  readonly old: ChangedAuthority | null;
  /** Null: no successor. */
  readonly successor: ChangedAuthority | null;
  readonly effectiveOn: string;
  readonly reason: Localized;
  /** Of another name or kind: before and after. */
  readonly from: string | null;
  readonly to: string | null;
  /** What went over, once it is confirmed. */
  readonly result: SuccessionResult | null;
  readonly version: number;
}

export interface ChangeFilter {
  readonly state?: ChangeState;
  readonly importId?: string;
}

interface ChangeRow extends Omit<ChangeView, 'reason' | 'from' | 'to'> {
  readonly reason: Reason<ProposalCode>;
}

const COLUMNS = `c.id, c.kind, c.state, c.effective_on::text as "effectiveOn", c.reason, c.result, c.version,
  case when o.id is not null then jsonb_build_object('key', o.key, 'name', o.name) end as old,
  case when n.id is not null then jsonb_build_object('key', n.key, 'name', n.name) end as successor`;
const TABLES = `authority_change c left join authority o on o.id = c.old_authority_id left join authority n on n.id = c.new_authority_id`;

/** What registers have changed and what waits for a decision, newest first. */
export async function listChanges(em: EntityManager, filter: ChangeFilter, page: PageRequest): Promise<Page<ChangeView>> {
  const where = `($1::text is null or c.state = $1) and ($2::uuid is null or c.import_id = $2)`;
  const parameters = [filter.state ?? null, filter.importId ?? null];
  const [counted] = await rows<{ total: number }>(em, `select count(*)::int as total from authority_change c where ${where}`, parameters);
  const after = page.cursor ? String(decodeCursor(page.cursor, 1)[0]) : null;
  const found = await rows<ChangeRow>(
    em,
    `select ${COLUMNS} from ${TABLES} where ${where} and ($3::text is null or c.id::text < $3) order by c.id desc limit $4`,
    [...parameters, after, page.limit + 1],
  );
  const items = found.slice(0, page.limit).map(toView);
  return { items, total: counted!.total, next: found.length > page.limit ? encodeCursor([items.at(-1)!.id]) : null };
}

/** Everything that one import changed, and what of it is open, by the keys of the authorities. */
export async function changesOfImport(em: EntityManager, importId: string): Promise<ChangeView[]> {
  return (
    await rows<ChangeRow>(em, `select ${COLUMNS} from ${TABLES} where c.import_id = $1 order by coalesce(o.key, n.key), c.id`, [importId])
  ).map(toView);
}

/** What waits for a decision, by the keys of the old authorities. */
export async function openChanges(em: EntityManager): Promise<ChangeView[]> {
  return (await rows<ChangeRow>(em, `select ${COLUMNS} from ${TABLES} where c.state = 'proposed' order by o.key, c.id`)).map(toView);
}

function toView(found: ChangeRow): ChangeView {
  const { from, to } = found.reason.params;
  return { ...found, reason: proposalText(found.reason), from: from?.toString() ?? null, to: to?.toString() ?? null };
}
