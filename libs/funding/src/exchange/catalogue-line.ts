import type { NamedTerritoryView } from '@app/authorities/territories/named-territory.js';
import type { Criterion } from '@app/eligibility/criterion.js';
import type { PartlyLocalized } from '@app/kernel/locale.js';
import type { Award } from '../award.js';
import type { CallSource } from '../call.js';
import { type StatedDeadline, statedOf } from '../call-deadline.js';
import { type CallRecord, presentDeadlines } from '../call-record.js';
import type { Partner } from '../partner.js';
import type { FundingLevel, ProgramContent } from '../program.js';

/** A line of an exported catalogue (catalogue-schema.ts). What there is nothing of is left out; ids and instants are those of the instance. */
export interface HeaderLine {
  readonly kind: 'catalogue';
  readonly format: 1;
}

export interface NamedTerritoryLine {
  readonly kind: 'named_territory';
  readonly slug: string;
  readonly title: PartlyLocalized;
  readonly source: string;
  readonly sourceUrl?: string;
  readonly validFrom?: string;
  readonly validTo?: string;
  readonly entries?: readonly string[];
  readonly includes?: readonly string[];
  readonly excludes?: readonly string[];
}

export interface ProgramLine {
  readonly kind: 'program';
  readonly id: string;
  readonly title: PartlyLocalized;
  readonly summary?: PartlyLocalized;
  readonly partners?: readonly Partner[];
  readonly topics?: readonly string[];
  readonly fundingLevel?: FundingLevel;
  readonly guidelineUrl?: string;
  readonly createdAt: string;
  readonly changedAt: string;
}

export interface CallLine {
  readonly kind: 'call';
  readonly id: string;
  readonly programId: string;
  readonly round: string;
  readonly state: 'published' | 'withdrawn';
  readonly title?: PartlyLocalized;
  readonly summary?: PartlyLocalized;
  readonly rule: Criterion;
  readonly deadlines: readonly StatedDeadline[];
  readonly award: Award;
  readonly partners?: readonly Partner[];
  readonly source?: CallSource;
  readonly previousCallId?: string;
  readonly winners?: readonly string[];
  readonly publishedAt: string;
  readonly changedAt: string;
  readonly withdrawnAt?: string;
  readonly withdrawalReason?: string;
}

export type CatalogueLine = HeaderLine | NamedTerritoryLine | ProgramLine | CallLine;

export const HEADER_LINE: HeaderLine = { kind: 'catalogue', format: 1 };

export function namedTerritoryLine(set: Omit<NamedTerritoryView, 'version' | 'createdAt' | 'updatedAt'>): NamedTerritoryLine {
  const { slug, title, source, sourceUrl, validFrom, validTo, entries, includes, excludes } = set;
  return filled<NamedTerritoryLine>(
    { kind: 'named_territory', slug, title, source },
    { sourceUrl, validFrom, validTo, entries, includes, excludes },
  );
}

interface DatedProgram extends ProgramContent {
  readonly id: string;
  readonly createdAt: Temporal.Instant;
  readonly updatedAt: Temporal.Instant;
}

export function programLine({ id, title, createdAt, updatedAt, ...program }: DatedProgram): ProgramLine {
  const { summary, partners, topics, fundingLevel, guidelineUrl } = program;
  return filled<ProgramLine>(
    { kind: 'program', id, title, createdAt: createdAt.toString(), changedAt: updatedAt.toString() },
    { summary, partners, topics, fundingLevel, guidelineUrl },
  );
}

/** Of a call that everybody may see. `isPublic` says whether another one is: a draft that it follows on is not named. */
export function callLine(call: CallRecord, isPublic: (callId: string) => boolean): CallLine {
  const { id, round, rule, award, ownTitle, summary, partners, source, previousCallId, winners, withdrawalReason } = call;
  const days = { publishedAt: (call.publishedAt ?? call.createdAt).toString(), changedAt: call.contentChangedAt.toString() };
  return filled<CallLine>(
    {
      kind: 'call',
      id,
      programId: call.program.id,
      round,
      state: call.state as 'published' | 'withdrawn',
      rule,
      deadlines: presentDeadlines(call).map(statedOf),
      award,
      ...days,
    },
    {
      title: ownTitle,
      summary,
      partners,
      source,
      previousCallId: previousCallId !== null && isPublic(previousCallId) ? previousCallId : undefined,
      winners,
      withdrawnAt: call.withdrawnAt?.toString(),
      withdrawalReason,
    },
  );
}

/** With those of the optional ones in which there is something. */
function filled<Line extends object>(required: Line, optional: Readonly<Record<string, unknown>>): Line {
  const present = Object.entries(optional).filter(([, value]) => value !== undefined && value !== null && !isEmpty(value));
  return { ...required, ...Object.fromEntries(present) };
}

const isEmpty = (value: unknown): boolean => typeof value === 'object' && Object.keys(value as object).length === 0;
