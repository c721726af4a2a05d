import { MailRejected } from '@app/mail/mailer.js';
import { SUSPENDED_AFTER } from '@app/reminders/address-trouble.js';
import { GIVEN_UP_AFTER } from '@app/reminders/back-off.js';
import { LiftSuspension } from '@app/reminders/lift-suspension.js';
import { asActor, DUEREN, GUETERSLOH, OPERATOR, ReminderHouse } from './reminder-house.js';

const DUE = '2014-06-27T05:00:00Z';
const noSuchMailbox = () => {
  throw new MailRejected({ permanent: true, isOfRecipient: true, responseCode: 550, reason: '550 5.1.1 no such mailbox' });
};
const tooMuch = () => {
  throw new MailRejected({ permanent: false, responseCode: 451, reason: '451 4.7.1 try again later' });
};

describe('a letter that the mail server does not take for now', () => {
  let house: ReminderHouse;
  beforeEach(async () => {
    house = await ReminderHouse.open();
    await house.employ(DUEREN);
    await house.publish();
    await house.plan();
    house.at(DUE);
    await house.release();
  });
  afterEach(() => house.close());

  const delays = () =>
    house.database.sql<{ minutes: number; refusals: number }>(
      `select round(extract(epoch from start_after - created_on) / 60)::int as minutes, (data ->> 'refusals')::int as refusals
       from pgboss.job where name = 'send-letter' order by created_on, refusals`,
    );

  it('waits 1, 5, 15, 60 and 240 minutes, and 240 again', async () => {
    house.mailer.before = tooMuch;
    for (let attempt = 0; attempt < 6; attempt += 1) expect(await house.sendBound()).toEqual(['postponed']);
    expect((await delays()).map(({ minutes, refusals }) => [refusals, minutes])).toEqual([
      [0, 0],
      [1, 1],
      [2, 5],
      [3, 15],
      [4, 60],
      [5, 240],
      [6, 240],
    ]);
    expect(await house.database.sql('select state, response, refusals from letter')).toEqual([
      { state: 'bound', response: '451 4.7.1 try again later', refusals: 6 },
    ]);
    house.mailer.before = () => undefined;
    expect(await house.sendBound()).toEqual(['sent']);
  });

  it('is not tried by a job of an earlier round: running a job twice makes one pause', async () => {
    house.mailer.before = tooMuch;
    const [job] = await house.letterJobs();
    expect(await house.hand.send.run(job!, house.now())).toBe('postponed');
    expect(await house.hand.send.run(job!, house.now())).toBe('over');
    expect(await delays()).toHaveLength(2);
  });

  it('is given up in the end, with the server’s answer', async () => {
    house.mailer.before = tooMuch;
    await house.database.sql('update letter set refusals = $1', [GIVEN_UP_AFTER - 1]);
    expect(await house.sendBound()).toEqual(['failed']);
    expect((await house.ledger())[0]).toMatchObject({ state: 'failed', reason: '451 4.7.1 try again later' });
    expect(await house.database.sql('select count(*)::int as count from address_trouble')).toEqual([{ count: 0 }]);
  });

  it('is dropped as soon as its deadline is over', async () => {
    house.mailer.before = tooMuch;
    await house.sendBound();
    house.at('2014-07-26T05:00:00Z');
    house.mailer.before = () => undefined;
    expect(await house.sendBound()).toEqual(['dropped']);
    expect(house.mailer.sent).toEqual([]);
  });
});

describe('an address that is refused for good', () => {
  let house: ReminderHouse;
  let person: Awaited<ReturnType<ReminderHouse['employ']>>;
  beforeEach(async () => {
    house = await ReminderHouse.open();
    person = await house.employ(DUEREN);
  });
  afterEach(() => house.close());

  const announce = async () => {
    await house.publish();
    await house.plan();
  };
  const lift = () => new LiftSuspension(house.hand.transactions, house.clock, house.hand.jobs);
  /** Each of the four leads fails. */
  const bounce = async (letters: number) => {
    house.mailer.before = noSuchMailbox;
    const mornings = [DUE, '2014-07-11T05:00:00Z', '2014-07-18T05:00:00Z', '2014-07-24T05:00:00Z'];
    for (const morning of mornings.slice(0, letters)) {
      house.at(morning);
      await house.work();
    }
    house.mailer.before = () => undefined;
  };
  const suspended = () => house.database.sql('select address, hard_bounces as bounces from address_trouble where suspended_at is not null');

  it('is suspended after three letters in a row, and gets nothing more', async () => {
    await announce();
    await bounce(SUSPENDED_AFTER - 1);
    expect(await suspended()).toEqual([]);
    await bounce(SUSPENDED_AFTER);
    expect(await suspended()).toEqual([{ address: person.email, bounces: 3 }]);
    house.at('2014-07-24T05:00:00Z');
    expect(await house.work()).toEqual([]);
    expect((await house.ledger()).at(-1)).toMatchObject({ lead: 1, state: 'skipped', reason: 'address-suspended' });
  });

  it('is not suspended when a letter came through in between', async () => {
    await announce();
    await bounce(2);
    house.at('2014-07-18T05:00:00Z');
    expect(await house.work()).toEqual(['sent']);
    house.mailer.before = noSuchMailbox;
    house.at('2014-07-24T05:00:00Z');
    expect(await house.work()).toEqual(['failed']);
    expect(await suspended()).toEqual([]);
  });

  it('gets the nearest missed lead once its owner says that it works again, and doing so twice changes nothing', async () => {
    await announce();
    await bounce(3);
    const owner = asActor(person);
    await lift().run(owner, person.email.toUpperCase());
    await expect(lift().run(owner, person.email)).rejects.toMatchObject({ code: 'not-found' });
    house.at('2014-07-20T08:00:00Z');
    expect(await house.work()).toEqual(['sent']);
    expect(house.mailer.sent).toHaveLength(1);
    expect((await house.ledger()).map(({ lead, state }) => `${lead} ${state}`)).toEqual([
      '28 skipped',
      '14 skipped',
      '7 sent',
      '1 planned',
    ]);
    const audit = await house.database.sql(
      `select actor_id as actor, subject_id as subject from audit_entry where action = 'address.reinstated'`,
    );
    expect(audit).toEqual([{ actor: person.id, subject: person.id }]);
  });

  it('is nobody else’s affair: another’s is not found, an administrator may', async () => {
    await announce();
    await bounce(3);
    const other = asActor(await house.employ(GUETERSLOH));
    await expect(lift().run(other, person.email)).rejects.toMatchObject({ code: 'not-found' });
    expect(await suspended()).toHaveLength(1);
    await lift().run(OPERATOR, person.email);
    expect(await suspended()).toEqual([]);
  });
});

describe('limits of letters', () => {
  let house: ReminderHouse;
  beforeEach(async () => {
    house = await ReminderHouse.open();
    for (let number = 0; number < 7; number += 1) await house.employ(DUEREN);
    await house.publish();
    await house.plan();
    house.at(DUE);
  });
  afterEach(() => house.close());

  const bound = async () => (await house.boundLetters()).length;

  it.each([
    ['a minute', { perMinute: 3, perMinuteAndDomain: 100 }],
    ['a minute and domain', { perMinute: 100, perMinuteAndDomain: 3 }],
  ])('of %s keep the rest for the next ones; nothing is lost', async (_what, limits) => {
    const hands = [await house.openHand(limits), await house.openHand(limits)];
    for (const minute of [3, 6, 7]) {
      for (const hand of hands) await house.release(hand);
      expect(await bound()).toBe(minute);
      house.clock.advance({ seconds: 61 });
    }
  });

  it('of a domain with many people keep nobody else waiting, nor those of them whose letters go elsewhere too', async () => {
    await house.database.sql(
      `with many as (insert into person (id, email, email_verified_at, name, language, roles, demonstration, version, created_at, updated_at)
         select gen_random_uuid(), 'clerk' || i || '@' || case when i = 300 then 'kreis.example' else 'grossstadt.example' end, email_verified_at, name, language,
           roles, false, 1, created_at, created_at from (select * from person limit 1) p, generate_series(1, 300) i returning id, email)
       , joined as (insert into membership (person_id, authority_id, since) select id, $1, '2014-01-01' from many)
       insert into letter_address (id, person_id, address, wanted, verified_at, version, created_at, updated_at)
         select gen_random_uuid(), id, 'amt@anderswo.example', true, '2014-01-01', 1, '2014-01-01', '2014-01-01' from many where email like 'clerk299@%'`,
      [DUEREN.id],
    );
    // who chose another address does not want their own
    await house.database.sql(
      `insert into letter_address (id, person_id, address, wanted, verified_at, version, created_at, updated_at)
       select id, id, email, false, created_at, 1, created_at, created_at from person where email like 'clerk299@%'`,
    );
    house.at('2014-06-20T08:00:00Z');
    await house.plan();
    house.at(DUE);
    await house.release(await house.openHand({ perMinute: 100, perMinuteAndDomain: 2 }));
    const domains = await house.database.sql<{ domain: string; count: number }>(
      'select domains[1] as domain, count(*)::int as count from letter group by 1 order by 1',
    );
    expect(domains).toEqual([
      { domain: 'anderswo.example', count: 1 },
      { domain: 'grossstadt.example', count: 2 },
      { domain: 'kreis.example', count: 1 },
      { domain: 'rathaus.example', count: 2 },
    ]);
  });

  it('count a letter for each address that it goes to', async () => {
    await house.database.sql(
      `insert into letter_address (id, person_id, address, wanted, verified_at, version, created_at, updated_at)
       select gen_random_uuid(), id, 'eingang-' || email, true, created_at, 1, created_at, created_at from person`,
    );
    const hand = await house.openHand({ perMinute: 4, perMinuteAndDomain: 100 });
    for (const minute of [2, 4, 6, 7]) {
      await house.release(hand);
      expect(await bound()).toBe(minute);
      house.clock.advance({ seconds: 61 });
    }
  });

  it('count what deputies get where they get it', async () => {
    const people = await house.database.sql<{ id: string }>('select id from person order by id');
    await house.database.sql(`update person set email = 'vertretung@kreis.example' where id = $1`, [people[0]!.id]);
    await house.database.sql(
      `insert into absence (id, person_id, authority_id, from_day, until_day, deputy_id, also_to_me, version, created_at, updated_at)
       select gen_random_uuid(), id, $1, '2014-06-20', '2014-07-20', $2, false, 1, created_at, created_at from person where id = any ($3::uuid[])`,
      [DUEREN.id, people[0]!.id, people.slice(1, 4).map(({ id }) => id)],
    );
    const hand = await house.openHand({ perMinute: 100, perMinuteAndDomain: 2 });
    for (const minute of [4, 7]) {
      await house.release(hand);
      expect(await bound()).toBe(minute);
      house.clock.advance({ seconds: 61 });
    }
  });
});
