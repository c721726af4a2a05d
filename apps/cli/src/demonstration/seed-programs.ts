import { CreateCall } from '@app/funding/create-call.js';
import { CreateProgram } from '@app/funding/create-program.js';
import { PublishCall } from '@app/funding/publish-call.js';
import { systemActor } from '@app/kernel/actor.js';
import { FixedClock } from '@app/kernel/clock.js';
import { HOME_ZONE } from '@app/kernel/home-zone.js';
import type { Jobs } from '@app/persistence/jobs.js';
import { systemScope } from '@app/persistence/scope.js';
import { row } from '@app/persistence/sql.js';
import type { Transactions } from '@app/persistence/transactions.js';
import type { ProgramFacts, RoundFacts } from './program-facts.js';

const ACTOR = systemActor('demonstration');
const SCOPE = systemScope('demonstration');

interface KnownCall {
  readonly id: string;
  readonly state: string;
  readonly version: number;
}

/** Enters programmes and publishes their rounds as an editor would have done, each on the day of its announcement. */
export class SeedPrograms {
  private readonly clock: FixedClock;

  constructor(
    private readonly transactions: Transactions,
    private readonly jobs: Jobs,
    private readonly now: Temporal.Instant,
  ) {
    this.clock = new FixedClock(now);
  }

  /** What is there already (by title and round) stays as it is. */
  async run(program: ProgramFacts, today: Temporal.PlainDate): Promise<void> {
    const { rounds, ...content } = program;
    const facts = rounds(today);
    this.clock.set(this.announcement(facts[0]!));
    const programId = (await this.knownProgram(program)) ?? (await new CreateProgram(this.transactions, this.clock).run(ACTOR, content));
    let previousCallId: string | null = null;
    for (const round of facts) previousCallId = await this.publish(programId, round, previousCallId);
  }

  private async publish(programId: string, facts: RoundFacts, previousCallId: string | null): Promise<string> {
    this.clock.set(this.announcement(facts));
    const known = await this.knownCall(programId, facts.round);
    const id = known?.id ?? (await this.draft(programId, facts, previousCallId));
    if (known && known.state !== 'draft') return id;
    const { version } = (await this.knownCall(programId, facts.round))!;
    await new PublishCall(this.transactions, this.clock, this.jobs).run(ACTOR, id, version);
    return id;
  }

  private draft(programId: string, facts: RoundFacts, previousCallId: string | null): Promise<string> {
    const { announcedOn: _day, title = null, summary = null, source = null, winners = [], ...content } = facts;
    const command = { ...content, title, summary, source, winners, partners: [], previousCallId };
    return new CreateCall(this.transactions, this.clock).run(ACTOR, programId, command);
  }

  /** 09:00 on the day of the announcement; under a clock that has not got there, the present. */
  private announcement({ announcedOn }: RoundFacts): Temporal.Instant {
    const announced = Temporal.PlainDate.from(announcedOn).toZonedDateTime({ timeZone: HOME_ZONE, plainTime: '09:00' }).toInstant();
    return Temporal.Instant.compare(announced, this.now) < 0 ? announced : this.now;
  }

  private async knownProgram({ title }: ProgramFacts): Promise<string | undefined> {
    const known = await this.transactions.run(SCOPE, (em) =>
      row<{ id: string }>(em, `select id from program where title ->> 'de' = $1 order by created_at limit 1`, [title.de]),
    );
    return known?.id;
  }

  private knownCall(programId: string, round: string): Promise<KnownCall | undefined> {
    return this.transactions.run(SCOPE, (em) =>
      row<KnownCall>(em, 'select id, state, version from call where program_id = $1 and round = $2 order by created_at limit 1', [
        programId,
        round,
      ]),
    );
  }
}
