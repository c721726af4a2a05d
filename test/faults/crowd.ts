import { newId } from '@app/kernel/ids.js';
import { SystemClock } from '@config/system-clock.js';
import { DUEREN, ReminderHouse } from '../integration/reminders/reminder-house.js';
import { eventually } from './eventually.js';
import type { MailSink } from './mail-sink.js';
import { Program } from './program.js';
import type { WorkerOrder } from './worker.js';

/** An hour after the reminders of 28 days before 25 July 2014 fell due, which is where the workers' clocks begin. */
const DUE = Temporal.Instant.from('2014-06-27T08:00:00+02:00');
const JOINED = '2014-01-01T00:00:00Z';
const READY_WITHIN_MS = 60_000;

export interface LetterLine {
  readonly id: string;
  readonly state: string;
  readonly attempts: number;
}

/** Many clerks of one town, a reminder due for each of them, and workers of their own that write the letters. */
export class Crowd {
  readonly addresses: string[] = [];
  private readonly workers: Program[] = [];
  private readonly started = new SystemClock().now();
  private from = DUE;

  private constructor(readonly house: ReminderHouse) {}

  /** On a database of its own: so many whose letter is bound and has its job, and so many for whom the workers have to do that too. */
  static async gather({ bound, planned }: { bound: number; planned: number }): Promise<Crowd> {
    const crowd = new Crowd(await ReminderHouse.open());
    await crowd.house.publish();
    await crowd.join(bound);
    await crowd.house.plan();
    crowd.house.at(DUE.toString());
    await crowd.house.release();
    await crowd.join(planned);
    await crowd.house.plan();
    return crowd;
  }

  /** So many more clerks, without any reminder planned yet. */
  async join(count: number): Promise<void> {
    const joining = Array.from({ length: count }, (_, index) => `clerk${this.addresses.length + index}@dueren.example`);
    const ids = joining.map(() => newId(this.house.now()));
    await this.house.database.sql(
      `insert into person (id, email, email_verified_at, name, language, roles, demonstration, version, created_at, updated_at)
       select id, email, $3, 'Jana Lennartz', 'de', '{staff}', false, 1, $3, $3 from unnest($1::uuid[], $2::text[]) as p (id, email)`,
      [ids, joining, JOINED],
    );
    await this.house.database.sql(
      'insert into membership (person_id, authority_id, since) select id, $2, $3 from unnest($1::uuid[]) as p (id)',
      [ids, DUEREN.id, JOINED],
    );
    this.addresses.push(...joining);
  }

  /** Workers that are hired from now on begin so many days later. */
  later(days: number): void {
    this.from = this.from.add({ hours: 24 * days });
    this.house.at(this.from.toString());
  }

  /** A new worker process; it need not be ready yet. */
  hire(sink: Pick<MailSink, 'urlFor'>): Program {
    const name = `worker-${this.workers.length + 1}`;
    const shiftMs = this.from.epochMilliseconds - this.started.epochMilliseconds;
    const order: WorkerOrder = { databaseUrl: this.house.database.url, smtpUrl: sink.urlFor(name), shiftMs };
    const worker = new Program(name, 'test/faults/worker.ts', { args: [JSON.stringify(order)] });
    this.workers.push(worker);
    return worker;
  }

  async ready(worker: Program): Promise<void> {
    await worker.says(/ready/, READY_WITHIN_MS);
  }

  letters(): Promise<LetterLine[]> {
    return this.house.database.sql<LetterLine>('select id, state, attempts from letter order by id');
  }

  /** Letters that a worker, alive or dead, has begun and not finished. */
  async begun(): Promise<string[]> {
    const sql = `select id from letter where state = 'bound' and claimed_at is not null`;
    return (await this.house.database.sql<{ id: string }>(sql)).map(({ id }) => id);
  }

  /** Reminders that are due and not settled, and jobs that are not done: nothing, once all is over. */
  async left(): Promise<Record<string, number>> {
    const found = await this.house.database.sql<{ what: string; count: number }>(
      `select 'reminders ' || state as what, count(*)::int as count from reminder where state in ('planned', 'bound') and due_at <= $1 group by 1
       union all select 'jobs ' || state, count(*)::int from pgboss.job where name = 'send-letter' and state <> 'completed' group by 1`,
      [this.from.toString()],
    );
    return Object.fromEntries(found.map(({ what, count }) => [what, count]));
  }

  /** Ends the pauses of letters that were refused for now: minutes and hours in which nothing would happen. */
  async hurry(): Promise<void> {
    await this.house.database.sql(
      `update pgboss.job set start_after = created_on where name = 'send-letter' and state = 'created' and start_after > created_on`,
    );
  }

  /** Waits until nothing is left: no reminder that is due, no letter on its way, no job. */
  async settled(withinMs: number): Promise<void> {
    await eventually('every due reminder is settled and the queue is empty', {
      withinMs,
      look: async () => {
        await this.hurry();
        return Object.keys(await this.left()).length === 0 ? true : undefined;
      },
      tell: async () => `Left: ${JSON.stringify(await this.left())}\n${this.workers.at(-1)?.tail ?? ''}`,
    });
  }

  async disperse(): Promise<void> {
    await Promise.all(this.workers.filter(({ isAlive }) => isAlive).map((worker) => worker.kill()));
    await this.house.close();
  }
}
