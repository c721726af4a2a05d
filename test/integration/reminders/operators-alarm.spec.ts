import { Instance } from '@app/accounts/instance.js';
import { FixedClock } from '@app/kernel/clock.js';
import { MailRejected } from '@app/mail/mailer.js';
import { noteFailedTick, noteTick } from '@app/reminders/alarm/note-tick.js';
import { TellOperator } from '@app/reminders/alarm/tell-operator.js';
import { WatchOperation } from '@app/reminders/alarm/watch-operation.js';
import { GIVEN_UP_AFTER } from '@app/reminders/back-off.js';
import { RemindersSettings } from '@app/reminders/reminders-settings.js';
import { ReminderHouse } from './reminder-house.js';

const OPERATOR = { email: 'it@rathaus.example', language: 'de' as const };

describe('the operator’s alarm', () => {
  let house: ReminderHouse;
  let wall: FixedClock;

  beforeEach(async () => {
    house = await ReminderHouse.open();
    const [{ at }] = (await house.database.sql(
      `select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at`,
    )) as [{ at: string }];
    wall = new FixedClock(Temporal.Instant.from(at));
  });
  afterEach(() => house.close());

  const watcher = (operator: typeof OPERATOR | null = OPERATOR) => {
    const { transactions } = house.hand;
    const settings = new RemindersSettings({
      baseUrl: 'https://foerdertakt.example',
      mailFrom: 'noreply@foerdertakt.example',
      ...(operator && { operator }),
    });
    const teller = new TellOperator(transactions, house.mailer, new Instance(transactions, house.clock), settings);
    return new WatchOperation(transactions, house.clock, wall, teller);
  };
  const tick = (task = 'release-due-letters') => house.hand.transactions.run({ kind: 'nobody' }, (em) => noteTick(em, task, wall.now()));
  /** A minute of each watcher; ticks as long as the workers live. Since the database's clock goes on, that trouble is another test's. */
  const minutes = async (count: number, watchers: WatchOperation[], lives = true) => {
    for (let minute = 0; minute < count; minute += 1) {
      wall.advance({ minutes: 1 });
      if (lives) await tick();
      await Promise.all(watchers.map((watch) => watch.run()));
    }
  };
  const told = (word: string) => house.mailer.sent.filter(({ text }) => text.includes(word)).map(({ subject }) => subject);
  const NEEDS = 'Fördertakt braucht Hilfe: Mails kommen vielleicht nicht an';
  const OVER = 'Fördertakt: wieder in Ordnung';

  it('is one mail when nothing ticks for ten minutes, and one when it does again, however many watch', async () => {
    const watchers = [watcher(), watcher()];
    await minutes(3, watchers);
    expect(told('keine Mail vorbereitet')).toEqual([]);
    await minutes(30, watchers, false);
    expect(told('keine Mail vorbereitet')).toEqual([NEEDS]);
    const [mail] = house.mailer.sent.filter(({ text }) => text.includes('keine Mail vorbereitet'));
    expect(mail!.to.address).toBe(OPERATOR.email);
    expect(mail!.text).toContain('https://foerdertakt.example/operation');
    await minutes(5, watchers);
    expect(told('keine Mail vorbereitet')).toEqual([NEEDS, OVER]);
    await minutes(15, watchers, false);
    expect(told('keine Mail vorbereitet')).toEqual([NEEDS, OVER, NEEDS]);
  });

  it('says why the work fails, since a task that fails does not tick', async () => {
    const watch = watcher();
    await tick();
    await minutes(12, [watch], false);
    await house.hand.transactions.run({ kind: 'nobody' }, (em) => noteFailedTick(em, 'release-due-letters', 'disk is full', wall.now()));
    await minutes(2, [watch], false);
    const [trouble] = await house.database.sql(
      `select params ->> 'reason' as reason from trouble where kind = 'no-tick' and ended_at is null`,
    );
    expect(trouble).toEqual({ reason: 'disk is full' });
  });

  it('is no mail after a start: ticks from before an outage are no news', async () => {
    await tick();
    wall.advance({ hours: 10 });
    const watch = watcher();
    await watch.run();
    await minutes(5, [watch]);
    expect(told('keine Mail vorbereitet')).toEqual([]);
  });

  it('is told as soon as mail works again, where it is the mail server that fails', async () => {
    const watch = watcher();
    const person = await house.employ({ key: 'DE:05358008' });
    await house.database.sql(
      `insert into letter (id, person_id, local_day, number, state, attempts, refusals, kind, response, bound_at, tried_at)
       values ('01900000-0000-7000-8000-0000000000f1', $1, '2014-06-12', 1, 'bound', 3, 3, 'reminders', 'ECONNREFUSED', $2, $2)`,
      [person.id, house.now().toString()],
    );
    house.mailer.before = () => {
      throw new MailRejected({ permanent: false, reason: 'ECONNREFUSED' });
    };
    await minutes(10, [watch]);
    expect(house.mailer.sent).toEqual([]);
    expect(await house.database.sql(`select kind from trouble where kind = 'mail-fails' and ended_at is null`)).toHaveLength(1);
    house.mailer.before = () => undefined;
    await minutes(10, [watch]);
    expect(told('ECONNREFUSED')).toEqual([NEEDS]);
    await house.database.sql(`update letter set state = 'sent', sent_at = tried_at`);
    await minutes(2, [watch]);
    expect(told('ECONNREFUSED')).toEqual([NEEDS, OVER]);
  });

  it('is none where one address is refused for good, however long the letter waited before; is one where letters were given up', async () => {
    const person = await house.employ({ key: 'DE:05358008' });
    const insert = (number: number, refusals: number) =>
      house.database.sql(
        `insert into letter (id, person_id, local_day, number, state, attempts, refusals, kind, response, bound_at, tried_at)
         values (gen_random_uuid(), $1, '2014-06-12', $3, 'failed', $4 + 1, $4, 'reminders', '550 5.1.1 no such user', $2, $2)`,
        [person.id, house.now().toString(), number, refusals],
      );
    const open = () => house.database.sql(`select kind from trouble where kind = 'mail-fails' and ended_at is null`);
    await insert(1, 3);
    await insert(2, 4);
    await minutes(3, [watcher()]);
    expect(await open()).toEqual([]);
    await insert(3, GIVEN_UP_AFTER - 1);
    await minutes(3, [watcher()]);
    expect(await open()).toHaveLength(1);
  });

  it('notices clocks that are apart and a queue that does not get smaller', async () => {
    await house.database.sql(
      `insert into pgboss.job (name, data, state, start_after) values ('recipients-changed', '{}', 'created', now() - interval '20 minutes')`,
    );
    wall.advance({ hours: 2 });
    await minutes(4, [watcher()]);
    expect((await house.database.sql(`select kind from trouble where ended_at is null order by 1`)).map(({ kind }) => kind)).toEqual([
      'clock-apart',
      'queue-grows',
    ]);
    expect(told('Uhren')).toEqual([NEEDS]);
    expect(told('Warteschlange')).toEqual([NEEDS]);
  });

  it('is written down without an operator too, and mailed to nobody', async () => {
    await tick();
    await minutes(15, [watcher(null)], false);
    expect(await house.database.sql(`select kind from trouble where kind = 'no-tick' and ended_at is null`)).toHaveLength(1);
    expect(house.mailer.sent).toEqual([]);
  });
});
