import { callStateAt } from '@app/funding/call-status.js';
import { callsWithWords } from '@app/funding/read-calls.query.js';
import { readPrograms } from '@app/funding/read-programs.query.js';
import { Clock } from '@app/kernel/clock.js';
import { MatchingIndex } from '@app/matching/matching-index.js';
import { Transactions } from '@app/persistence/transactions.js';
import { Injectable } from '@nestjs/common';
import type { ProgramRounds, Round } from './opportunity.mapper.js';

const BY_RANK = ['open', 'upcoming', 'undated', 'closed'];

/** Programmes of which a round is or was published, each with those rounds; drafts are in none of them. */
@Injectable()
export class ReadOpportunities {
  constructor(
    private readonly index: MatchingIndex,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  async all(): Promise<ProgramRounds[]> {
    const now = this.clock.now();
    const rounds = [...(await this.index.current()).calls.all()].map((call) => ({ call, state: callStateAt(call, now) }));
    const byProgram = Map.groupBy(rounds, ({ call }) => call.program.id);
    const programs = await this.transactions.run({ kind: 'nobody' }, readPrograms);
    return programs.flatMap((program) => {
      const own = byProgram.get(program.id);
      return own ? [{ program, rounds: own.toSorted(byPublication), current: currentOf(own) }] : [];
    });
  }

  /** Programmes in one of whose rounds every word occurs. */
  async withWords(words: string): Promise<ProgramRounds[]> {
    const found = await this.transactions.run({ kind: 'nobody' }, (em) => callsWithWords(em, words));
    return (await this.all()).filter(({ rounds }) => rounds.some(({ call }) => found.has(call.id)));
  }
}

function byPublication(one: Round, other: Round): number {
  const [left, right] = [one.call.publishedAt ?? one.call.createdAt, other.call.publishedAt ?? other.call.createdAt];
  return Temporal.Instant.compare(right, left) || (one.call.id < other.call.id ? 1 : -1);
}

/** What is not withdrawn before what is; then open, upcoming, undated, closed; then the next closing, of closed ones the last. */
function currentOf(rounds: readonly Round[]): Round {
  return rounds.toSorted(byCurrency)[0]!;
}

function byCurrency(one: Round, other: Round): number {
  const withdrawn = Number(one.call.state === 'withdrawn') - Number(other.call.state === 'withdrawn');
  const rank = BY_RANK.indexOf(one.state.status) - BY_RANK.indexOf(other.state.status);
  const [left, right] = [one.state.closesAt, other.state.closesAt];
  const sign = one.state.status === 'closed' ? -1 : 1;
  const closing = left && right ? sign * Temporal.Instant.compare(left, right) : Number(!left) - Number(!right);
  return withdrawn || rank || closing || byPublication(one, other);
}
