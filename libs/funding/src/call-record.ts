import type { Criterion } from '@app/eligibility/criterion.js';
import { inLocale, type Locale, type PartlyLocalized } from '@app/kernel/locale.js';
import { toInstant } from '@app/persistence/instant.type.js';
import type { Award } from './award.js';
import type { CallSource, CallState } from './call.js';
import type { CallDeadline } from './call-deadline.js';
import type { Partner } from './partner.js';
import type { FundingLevel } from './program.js';

/** A call with its programme, as reading needs it: plain data, shared by API, pages, feeds, letters and the index. */
export interface CallRecord {
  readonly id: string;
  readonly ordinal: number;
  readonly program: {
    readonly id: string;
    readonly title: PartlyLocalized;
    readonly summary: PartlyLocalized;
    readonly partners: readonly Partner[];
    readonly topics: readonly string[];
    readonly fundingLevel: FundingLevel | null;
    readonly guidelineUrl: string | null;
  };
  readonly round: string;
  readonly ownTitle: PartlyLocalized | null;
  readonly summary: PartlyLocalized | null;
  readonly rule: Criterion;
  /** Removed ones too (`removedAt`): see `presentDeadlines`. */
  readonly deadlines: readonly CallDeadline[];
  readonly award: Award;
  /** The call's own; see `partnersOf`. */
  readonly partners: readonly Partner[];
  readonly source: CallSource | null;
  readonly previousCallId: string | null;
  readonly winners: readonly string[];
  readonly state: CallState;
  readonly publishedAt: Temporal.Instant | null;
  readonly withdrawnAt: Temporal.Instant | null;
  readonly withdrawalReason: string | null;
  readonly contentChangedAt: Temporal.Instant;
  readonly version: number;
  readonly createdAt: Temporal.Instant;
  readonly updatedAt: Temporal.Instant;
}

export const CALL_COLUMNS = `c.id, c.ordinal, c.round, c.title as "ownTitle", c.summary, c.rule, c.deadlines, c.award, c.partners, c.source,
  c.previous_call_id as "previousCallId", c.winners, c.state, c.published_at::text as "publishedAt", c.withdrawn_at::text as "withdrawnAt",
  c.withdrawal_reason as "withdrawalReason", c.content_changed_at::text as "contentChangedAt", c.version,
  c.created_at::text as "createdAt", c.updated_at::text as "updatedAt",
  jsonb_build_object('id', p.id, 'title', p.title, 'summary', p.summary, 'partners', p.partners, 'topics', p.topics,
    'fundingLevel', p.funding_level, 'guidelineUrl', p.guideline_url) as program`;
export const CALL_TABLES = 'call c join program p on p.id = c.program_id';

type Stored<Key extends keyof CallRecord> = Record<Key, string | null>;
export type CallRow = Omit<CallRecord, 'publishedAt' | 'withdrawnAt' | 'contentChangedAt' | 'createdAt' | 'updatedAt'> &
  Stored<'publishedAt' | 'withdrawnAt' | 'contentChangedAt' | 'createdAt' | 'updatedAt'>;

export function toCallRecord(row: CallRow): CallRecord {
  const instant = (text: string | null) => (text === null ? null : toInstant(text));
  return {
    ...row,
    publishedAt: instant(row.publishedAt),
    withdrawnAt: instant(row.withdrawnAt),
    contentChangedAt: toInstant(row.contentChangedAt!),
    createdAt: toInstant(row.createdAt!),
    updatedAt: toInstant(row.updatedAt!),
  };
}

export function presentDeadlines(call: Pick<CallRecord, 'deadlines'>): CallDeadline[] {
  return call.deadlines.filter((deadline) => !deadline.removedAt);
}

/** A call's own partners, else its programme's. */
export function partnersOf(call: CallRecord): readonly Partner[] {
  return call.partners.length > 0 ? call.partners : call.program.partners;
}

const ROUND_WORDS: Record<string, { de: string; en: string }> = {
  yearly: { de: 'jährlich', en: 'yearly' },
  rolling: { de: 'laufend', en: 'rolling' },
};

/** "2. Runde", "Runde 2026/27"; a small number is the ordinal of the round. */
export function roundName(round: string, locale: Locale): string {
  const word = ROUND_WORDS[round];
  if (word) return word[locale];
  if (/runde|round/i.test(round)) return round;
  if (/^\d{1,2}$/.test(round)) return locale === 'de' ? `${round}.\u00a0Runde` : `round\u00a0${round}`;
  return locale === 'de' ? `Runde ${round}` : `round ${round}`;
}

/** The call's own title, else its programme's with the round. */
export function titleOf(call: Pick<CallRecord, 'ownTitle' | 'round' | 'program'>, locale: Locale): string {
  const own = inLocale(call.ownTitle ?? undefined, locale);
  return own === '' ? `${inLocale(call.program.title, locale)}, ${roundName(call.round, locale)}` : own;
}

export function summaryOf(call: Pick<CallRecord, 'summary' | 'program'>, locale: Locale): string {
  return inLocale(call.summary ?? undefined, locale) || inLocale(call.program.summary, locale);
}
