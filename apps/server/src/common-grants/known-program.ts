import { changedAt } from '@app/calendar/call-news.js';
import type { CallState } from '@app/deadlines/call-status.js';
import type { CallRecord } from '@app/funding/call-record.js';
import type { ProgramRecord } from '@app/funding/read-programs.query.js';

const BY_RANK = ['open', 'upcoming', 'undated', 'closed'];

/** A programme with the rounds that everybody may see, the newest publication first. */
export interface KnownProgram {
  readonly program: ProgramRecord;
  readonly calls: readonly CallRecord[];
  readonly lastModifiedAt: Temporal.Instant;
}

/** A round that everybody may see, with where it stands. */
export interface Round {
  readonly call: CallRecord;
  readonly state: CallState;
}

/** A programme with its rounds; `current` is one of them. */
export interface ProgramRounds {
  readonly program: ProgramRecord;
  readonly rounds: readonly Round[];
  readonly current: Round;
  readonly lastModifiedAt: Temporal.Instant;
}

/** When readers could last see something of it change; that a day has passed is no change. */
export function lastModifiedAt(program: ProgramRecord, calls: readonly CallRecord[]): Temporal.Instant {
  return [program.updatedAt, ...calls.map(changedAt)].toSorted(Temporal.Instant.compare).at(-1)!;
}

/** The last change first; of two at the same instant the younger programme, so that pages never overlap. */
export function byLastChange(one: KnownProgram, other: KnownProgram): number {
  return Temporal.Instant.compare(other.lastModifiedAt, one.lastModifiedAt) || (one.program.id < other.program.id ? 1 : -1);
}

export function newestPublicationFirst(one: CallRecord, other: CallRecord): number {
  return Temporal.Instant.compare(other.publishedAt ?? other.createdAt, one.publishedAt ?? one.createdAt) || (one.id < other.id ? 1 : -1);
}

/** What is not withdrawn before what is; then open, upcoming, undated, closed; then the next closing, of closed ones the last. */
export function currentOf(rounds: readonly Round[]): Round {
  return rounds.toSorted(byCurrency)[0]!;
}

function byCurrency(one: Round, other: Round): number {
  const withdrawn = Number(one.call.state === 'withdrawn') - Number(other.call.state === 'withdrawn');
  const rank = BY_RANK.indexOf(one.state.status) - BY_RANK.indexOf(other.state.status);
  const [left, right] = [one.state.closesAt, other.state.closesAt];
  const sign = one.state.status === 'closed' ? -1 : 1;
  const closing = left && right ? sign * Temporal.Instant.compare(left, right) : Number(!left) - Number(!right);
  return withdrawn || rank || closing || newestPublicationFirst(one.call, other.call);
}
