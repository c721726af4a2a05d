import { rows } from '@app/persistence/sql.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { CallDeadline, StatedDeadline } from './call-deadline.js';
import { CALL_COLUMNS, CALL_TABLES, type CallRecord, type CallRow, toCallRecord } from './call-record.js';

/** Which versions count: those of before an instant, or up to an index revision. */
export type VersionLimit = { readonly before: Temporal.Instant } | { readonly revision: bigint };

type VersionRow = CallRow & {
  document: Pick<CallRecord, 'round' | 'summary' | 'rule' | 'award' | 'partners' | 'source' | 'winners' | 'state'> & {
    title: CallRecord['ownTitle'];
    deadlines: (StatedDeadline & { id: string })[];
  };
};

/** Published calls in the version that was in force then, newest publication first. Title and partners of a programme are those of today. */
export async function callsAt(em: EntityManager, limit: VersionLimit, callId?: string): Promise<CallRecord[]> {
  const [condition, value] =
    'before' in limit
      ? ['v.changed_at < $1::timestamptz', limit.before.toString()]
      : ['v.revision <= $1::bigint', limit.revision.toString()];
  const found = await rows<VersionRow>(
    em,
    `select ${CALL_COLUMNS}, last.document from ${CALL_TABLES}
     join lateral (select v.document from call_version v where v.call_id = c.id and ${condition} order by v.version desc limit 1) last on true
     where last.document ->> 'state' = 'published' and ($2::uuid is null or c.id = $2) order by c.published_at desc, c.id desc`,
    [value, callId ?? null],
  );
  return found.map(asItWas);
}

function asItWas({ document, ...row }: VersionRow): CallRecord {
  const { title, deadlines, round, summary, rule, award, partners, source, winners, state } = document;
  const unmarked = deadlines.map((deadline): CallDeadline => ({ ...deadline, marks: [] }));
  return { ...toCallRecord(row), round, summary, rule, award, partners, source, winners, state, ownTitle: title, deadlines: unmarked };
}
