import { CreatePerson } from '@app/accounts/create-person.js';
import { Instance } from '@app/accounts/instance.js';
import type { PersonView } from '@app/accounts/person-view.js';
import { UpdatePerson } from '@app/accounts/update-person.js';
import { AmendDeadline } from '@app/funding/amend-deadline.js';
import { CreateCall } from '@app/funding/create-call.js';
import { CreateProgram } from '@app/funding/create-program.js';
import type { ProgramContent } from '@app/funding/program.js';
import { PublishCall } from '@app/funding/publish-call.js';
import { WithdrawCall } from '@app/funding/withdraw-call.js';
import { type Actor, systemActor } from '@app/kernel/actor.js';
import { FixedClock } from '@app/kernel/clock.js';
import { MatchingIndex } from '@app/matching/matching-index.js';
import { RematchCall } from '@app/matching/rematch-call.js';
import { SearchCalls } from '@app/matching/search-calls.js';
import { appConnectionOptions } from '@app/persistence/connection.js';
import { Jobs } from '@app/persistence/jobs.js';
import { Transactions } from '@app/persistence/transactions.js';
import type { LetterLimits } from '@app/reminders/letter-limits.js';
import type { LetterJob } from '@app/reminders/letter-state.js';
import { FoundMatches } from '@app/reminders/matches/found-matches.js';
import { TellOfMatches } from '@app/reminders/matches/tell-of-matches.js';
import { ReleaseDueNotices } from '@app/reminders/notices/release-due-notices.js';
import { TellOfChanges } from '@app/reminders/notices/tell-of-changes.js';
import { TellOfOutcomes } from '@app/reminders/notices/tell-of-outcomes.js';
import { WriteNotices } from '@app/reminders/notices/write-notices.js';
import { PlanReminders } from '@app/reminders/plan-reminders.js';
import { ReleaseDueLetters } from '@app/reminders/release-due-letters.js';
import { RemindersSettings } from '@app/reminders/reminders-settings.js';
import { RequeueLetters } from '@app/reminders/requeue-letters.js';
import { SendLetter } from '@app/reminders/send-letter.js';
import { SetReminderPreference } from '@app/reminders/set-preference.js';
import { TellOfUnheard } from '@app/reminders/unheard/tell-of-unheard.js';
import { WriteLetter } from '@app/reminders/write-letter.js';
import { FoundBySearch } from '@app/tracking/found-by-search.js';
import { ormOptions } from '@config/mikro-orm.config.js';
import { MikroORM } from '@mikro-orm/postgresql';
import { Logger } from '@nestjs/common';
import { PgBoss } from 'pg-boss';
import { freshDatabase, type TestDatabase } from '../../support/database.js';
import { FakeMailer } from '../../support/fake-mailer.js';
import { MODELLKOMMUNE_PROGRAM, roundTwo } from '../../support/modellkommune.js';

export const DUEREN = { id: '01900000-0000-7000-8000-000000000001', key: 'DE:05358008', name: 'Düren', inhabitants: 93_207 };
export const GUETERSLOH = { id: '01900000-0000-7000-8000-000000000002', key: 'DE:05754008', name: 'Gütersloh', inhabitants: 102_464 };
export const MUENSTER = { id: '01900000-0000-7000-8000-000000000003', key: 'DE:05515000', name: 'Münster', inhabitants: 320_946 };
export const OPERATOR = systemActor('test');
/** 08:00 in Berlin on the day on which the call was announced. */
const ANNOUNCED = '2014-06-12T06:00:00Z';
const LETTERS_OF = { baseUrl: 'https://foerdertakt.example', mailFrom: 'Fördertakt <noreply@foerdertakt.example>' };

/** What one worker process is made of: its own pool, its own queue and its own index; only the mail server is the same for all. */
export interface Hand {
  readonly plan: PlanReminders;
  readonly release: ReleaseDueLetters;
  readonly send: SendLetter;
  readonly requeue: RequeueLetters;
  readonly notices: ReleaseDueNotices;
  readonly changes: TellOfChanges;
  readonly outcomes: TellOfOutcomes;
  readonly matches: TellOfMatches;
  readonly unheard: TellOfUnheard;
  readonly rematch: RematchCall;
  readonly transactions: Transactions;
  readonly jobs: Jobs;
  close(): Promise<void>;
}

async function openHand(database: TestDatabase, clock: FixedClock, mailer: FakeMailer, limits?: LetterLimits): Promise<Hand> {
  const orm = await MikroORM.init(ormOptions(database.url));
  const boss = new PgBoss({
    ...appConnectionOptions(database.url),
    migrate: false,
    createSchema: false,
    schedule: false,
    supervise: false,
    max: 2,
  });
  boss.on('error', () => undefined);
  await boss.start();
  const transactions = new Transactions(orm);
  const jobs = new Jobs(boss);
  const index = new MatchingIndex(transactions, clock);
  const settings = new RemindersSettings({ ...LETTERS_OF, ...(limits && { limits }) });
  const found = new FoundMatches(new FoundBySearch(new SearchCalls(index, transactions, clock), index));
  const letters = new WriteLetter(transactions, index, new Instance(transactions, clock), settings, new WriteNotices(settings, found));
  return {
    transactions,
    jobs,
    plan: new PlanReminders(index, transactions),
    release: new ReleaseDueLetters(index, transactions, jobs, settings),
    notices: new ReleaseDueNotices(transactions, jobs, settings),
    changes: new TellOfChanges(index, transactions),
    outcomes: new TellOfOutcomes(index, transactions),
    unheard: new TellOfUnheard(index, transactions),
    matches: new TellOfMatches(index, transactions, found),
    rematch: new RematchCall(index, transactions, jobs, clock),
    requeue: new RequeueLetters(transactions, jobs),
    send: new SendLetter(letters, mailer, transactions, jobs),
    close: async () => {
      await boss.stop({ graceful: false });
      await orm.close();
    },
  };
}

export interface LedgerLine {
  authority: string;
  lead: number;
  due: string;
  state: string;
  reason: string | null;
}

/** A database with three towns, the call of 2014 and its worker; time stands still until it is set. */
export class ReminderHouse {
  readonly mailer = new FakeMailer();
  readonly clock = new FixedClock(Temporal.Instant.from(ANNOUNCED));
  private readonly hands: Hand[] = [];
  private people = 0;

  private constructor(
    readonly database: TestDatabase,
    private programId: string,
  ) {}

  static async open(): Promise<ReminderHouse> {
    Logger.overrideLogger(['error']);
    const database = await freshDatabase();
    const house = new ReminderHouse(database, '');
    for (const [ordinal, town] of [DUEREN, GUETERSLOH, MUENSTER].entries()) await house.addTown(town, ordinal);
    const { transactions } = await house.openHand();
    await new Instance(transactions, house.clock).ensure({ domain: 'foerdertakt.example', demonstration: false });
    const program = { summary: {}, guidelineUrl: null, ...MODELLKOMMUNE_PROGRAM } as unknown as ProgramContent;
    house.programId = await new CreateProgram(transactions, house.clock).run(OPERATOR, program);
    return house;
  }

  get hand(): Hand {
    return this.hands[0]!;
  }

  async openHand(limits?: LetterLimits): Promise<Hand> {
    const hand = await openHand(this.database, this.clock, this.mailer, limits);
    this.hands.push(hand);
    return hand;
  }

  at(instant: string): void {
    this.clock.set(instant);
  }

  now(): Temporal.Instant {
    return this.clock.now();
  }

  /** A published call with the rule of 2014; by default its second round. */
  async publish(changes: { deadlines?: unknown[]; title?: { de: string } } = {}): Promise<string> {
    const { transactions, jobs } = this.hand;
    const { programId, ...content } = roundTwo(this.programId, '');
    const call = { title: null, summary: null, partners: [], source: null, winners: [], ...content, previousCallId: null, ...changes };
    const id = await new CreateCall(transactions, this.clock).run(OPERATOR, programId, call);
    await new PublishCall(transactions, this.clock, jobs).run(OPERATOR, id, await this.versionOf(id));
    return id;
  }

  async withdraw(callId: string): Promise<void> {
    const { transactions, jobs } = this.hand;
    await new WithdrawCall(transactions, this.clock, jobs).run(OPERATOR, callId, await this.versionOf(callId), 'Haushaltssperre');
  }

  async amend(callId: string, date: string): Promise<void> {
    const { transactions, jobs } = this.hand;
    const [row] = await this.database.sql<{ id: string }>(`select deadlines -> 0 ->> 'id' as id from call where id = $1`, [callId]);
    const amendment = { deadlineId: row!.id, schedule: { kind: 'fixed', closes: { date } }, reason: 'Verlängert' };
    await new AmendDeadline(transactions, this.clock, jobs).run(OPERATOR, callId, await this.versionOf(callId), amendment);
  }

  employ(...towns: { key: string }[]): Promise<PersonView> {
    this.people += 1;
    const details = { email: `clerk${this.people}@rathaus.example`, name: 'Jana Lennartz', language: 'de', roles: ['staff'] } as const;
    const { transactions, jobs } = this.hand;
    return new CreatePerson(transactions, this.clock, jobs).run(OPERATOR, { ...details, authorities: towns.map(({ key }) => key) });
  }

  async move(person: PersonView, ...towns: { key: string }[]): Promise<void> {
    const { transactions, jobs } = this.hand;
    const change = { authorities: towns.map(({ key }) => key) };
    await new UpdatePerson(transactions, this.clock, jobs).run(OPERATOR, { id: person.id, change });
  }

  preferences(): SetReminderPreference {
    return new SetReminderPreference(this.hand.transactions, this.clock, this.hand.jobs);
  }

  plan(hand = this.hand) {
    return hand.plan.run({}, this.now());
  }

  release(hand = this.hand) {
    return hand.release.run(this.now());
  }

  /** Sends every letter that is bound, as the queue would. */
  async sendBound(hand = this.hand): Promise<string[]> {
    const outcomes: string[] = [];
    for (const job of await this.letterJobs()) outcomes.push(await hand.send.run(job, this.now()));
    return outcomes;
  }

  /** Everything a worker does at this instant. */
  async work(hand = this.hand): Promise<string[]> {
    await this.plan(hand);
    await this.release(hand);
    return this.sendBound(hand);
  }

  async boundLetters(): Promise<string[]> {
    return (await this.database.sql<{ id: string }>(`select id from letter where state = 'bound' order by id`)).map(({ id }) => id);
  }

  /** The jobs of the letters that are bound, as the queue would have them when all pauses are over. */
  letterJobs(): Promise<LetterJob[]> {
    return this.database.sql<LetterJob>(`select id as "letterId", refusals from letter where state = 'bound' order by id`);
  }

  ledger(): Promise<LedgerLine[]> {
    return this.database.sql<LedgerLine>(`select a.name as authority, r.lead, to_char(r.due_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI') as due,
      r.state, r.reason from reminder r join authority a on a.id = r.authority_id order by r.due_at, a.name, r.lead desc`);
  }

  async close(): Promise<void> {
    for (const hand of this.hands) await hand.close();
    await this.database.drop();
  }

  private async versionOf(callId: string): Promise<number> {
    return (await this.database.sql<{ version: number }>('select version from call where id = $1', [callId]))[0]!.version;
  }

  private async addTown(town: typeof DUEREN, ordinal: number): Promise<void> {
    await this.database.sql(
      `insert into authority (id, ordinal, key, name, official_name, types, territory, zone, origin, source, search_text, revision, version, created_at, updated_at)
        values ($1, $2, $3, $4, $4, '{municipality,town}', $5, 'Europe/Berlin', 'register', '© Destatis', 'n', 0, 1, '2014-01-01', '2014-01-01')`,
      [town.id, ordinal, town.key, town.name, town.key.replace(':', '-')],
    );
    await this.database.sql(`insert into population_figure values ($1, '2012-12-31', $2, '© Destatis')`, [town.id, town.inhabitants]);
  }
}

export function asActor(person: PersonView): Actor {
  return { kind: 'person', id: person.id, roles: person.roles, authorityIds: person.authorities.map(({ id }) => id) };
}
