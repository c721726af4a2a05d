import { APPLICATION_STAGES } from '@app/deadlines/deadline.js';
import { type ExpectedRound, expectRound, type PastRound } from '@app/deadlines/rounds/expect-round.js';
import { latest } from '@app/kernel/latest.js';
import type { CallRecord } from './call-record.js';
import { callStateAt, reckonDeadlines } from './call-status.js';
import { type Series, seriesOf } from './series.js';

/** The round that may come after the past ones of a series. */
export interface Expectation {
  readonly round: ExpectedRound;
  readonly programId: string;
  /** The past rounds, the last to close last. */
  readonly past: readonly CallRecord[];
  /** The real round has been published since, or one that may be it: nothing is expected any more. */
  readonly replacedBy?: CallRecord;
  /** Rises with whatever changes what is expected, and never falls. */
  readonly sequence: number;
  /** When the expectation last changed or came to be. */
  readonly changedAt: Temporal.Instant;
}

type Bare = Omit<Expectation, 'sequence' | 'changedAt'>;

/** What a new round has replaced is remembered so long, for calendars. */
const DAYS_REMEMBERED = 90;

/**
 * What is expected on a day, of every series of calls; where the real round has come in the last 90 days, what was expected before. A call
 * that is announced, open or without a day is that round, and so is a later one that stands beside the chain.
 */
export function expectedRounds(calls: Iterable<CallRecord>, day: Temporal.PlainDate, zone: string): Expectation[] {
  const known = [...calls].filter(({ state }) => state !== 'draft');
  const programs = Map.groupBy(known, ({ program }) => program.id);
  const now = day.toZonedDateTime(zone).toInstant();
  return seriesOf(known).flatMap((series) => {
    const bare = expectationAt(series, now, zone) ?? replacedAt(series, now, zone);
    return bare ? [dated(bare, programs.get(bare.programId)!, now, zone)] : [];
  });
}

function expectationAt({ calls, loose }: Series, now: Temporal.Instant, zone: string): Bare | undefined {
  const past = pastRounds(calls, now, zone);
  const last = past.at(-1);
  const isUnderWay = [...calls, ...loose].some((call) => !isClosed(call, now));
  if (!last || isUnderWay || pastRounds(loose, now, zone).some((one) => isLater(one, last))) return undefined;
  const months = past.map((one) => one.months);
  const round = expectRound(months, monthAt(now, zone));
  return round && { round, programId: last.call.program.id, past: past.map(({ call }) => call) };
}

function isClosed(call: CallRecord, now: Temporal.Instant): boolean {
  return callStateAt(call, now).status === 'closed';
}

/** Every version of every call of the programme may have changed what is expected; a version counts twice, so that a withdrawal outweighs what it takes back. */
function dated(bare: Bare, calls: readonly CallRecord[], now: Temporal.Instant, zone: string): Expectation {
  const { past, replacedBy, round } = bare;
  const { closesAt } = callStateAt(past.at(-1)!, now);
  const closed = closesAt && Temporal.Instant.compare(closesAt, now) <= 0 ? closesAt : undefined;
  const missed = round.missed?.add({ months: 1 }).toPlainDate({ day: 1 }).toZonedDateTime(zone).toInstant();
  const changes = calls.flatMap(({ contentChangedAt, publishedAt, withdrawnAt }) => [contentChangedAt, publishedAt, withdrawnAt]);
  const versions = calls.reduce((sum, { version }) => sum + version, 0);
  return {
    ...bare,
    sequence: 2 * versions + Number(replacedBy !== undefined) + Number(missed !== undefined),
    changedAt: latest([...changes, closed, missed]),
  };
}

/** As of just before the newest call was published, unless that was over by then: past rounds are entered belatedly. */
function replacedAt({ calls, loose }: Series, now: Temporal.Instant, zone: string): Bare | undefined {
  const published = [...calls, ...loose].filter(({ publishedAt }) => publishedAt !== null);
  const newest = published.toSorted((one, other) => Temporal.Instant.compare(one.publishedAt!, other.publishedAt!)).at(-1);
  if (!newest) return undefined;
  const then = newest.publishedAt!;
  const isRecent = Temporal.Instant.compare(then.add({ hours: DAYS_REMEMBERED * 24 }), now) > 0;
  if (!isRecent || isClosed(newest, then)) return undefined;
  const without = (list: readonly CallRecord[]) => list.filter((call) => call !== newest);
  const before = expectationAt({ calls: without(calls), loose: without(loose) }, then, zone);
  return before && { ...before, replacedBy: newest };
}

interface Past {
  readonly call: CallRecord;
  readonly months: PastRound;
}

/** Those that were closed by then, the last to close last. */
function pastRounds(calls: readonly CallRecord[], now: Temporal.Instant, zone: string): Past[] {
  return calls
    .filter((call) => isClosed(call, now))
    .flatMap((call) => {
      const months = monthsOf(call, now, zone);
      return months ? [{ call, months }] : [];
    })
    .toSorted((one, other) => Temporal.PlainYearMonth.compare(one.months.closed, other.months.closed));
}

function isLater(one: Past, other: Past): boolean {
  return Temporal.PlainYearMonth.compare(one.months.closed, other.months.closed) > 0;
}

/** From its opening, or the day of its announcement, to its last closing; undefined for one that was exhausted without a day. */
function monthsOf(call: CallRecord, now: Temporal.Instant, zone: string): PastRound | undefined {
  const applications = reckonDeadlines(call, now).filter(({ deadline }) => APPLICATION_STAGES.includes(deadline.stage));
  const closings = applications.flatMap(({ deadline: { schedule }, state }) => {
    if (state.closing) return [state.closing.day.toPlainYearMonth()];
    return schedule.kind === 'month' ? [Temporal.PlainYearMonth.from(schedule.closes)] : [];
  });
  const openings = applications.flatMap(({ state }) => (state.opensAt ? [monthAt(state.opensAt, zone)] : []));
  const announced = call.source?.publishedOn;
  const [opened] = openings.toSorted(Temporal.PlainYearMonth.compare);
  const closed = closings.toSorted(Temporal.PlainYearMonth.compare).at(-1);
  return closed && { opened: opened ?? (announced ? Temporal.PlainYearMonth.from(announced) : undefined), closed };
}

function monthAt(at: Temporal.Instant, zone: string): Temporal.PlainYearMonth {
  return at.toZonedDateTimeISO(zone).toPlainDate().toPlainYearMonth();
}
