import { Instance } from '@app/accounts/instance.js';
import type { PersonView } from '@app/accounts/person-view.js';
import { MailRejected } from '@app/mail/mailer.js';
import { systemScope } from '@app/persistence/scope.js';
import { RemindersOn } from '@app/reminders/reminders-on.query.js';
import type { AbsenceContent } from '@app/tracking/absence/absence.js';
import { readAbsences } from '@app/tracking/absence/absences.query.js';
import { EndAbsence } from '@app/tracking/absence/end-absence.js';
import { EnterAbsence } from '@app/tracking/absence/enter-absence.js';
import { TakeStance } from '@app/tracking/take-stance.js';
import { asActor, DUEREN, GUETERSLOH, OPERATOR, ReminderHouse } from './reminder-house.js';

const DUE = '2014-06-27T05:00:00Z';

describe('letters of somebody who is away', () => {
  let house: ReminderHouse;
  let jana: PersonView;
  let ben: PersonView;
  let callId: string;

  beforeEach(async () => {
    house = await ReminderHouse.open();
    jana = await house.employ(DUEREN);
    ben = await house.employ(DUEREN);
    // only Jana is reminded, so that what Ben gets is hers
    await house.preferences().run(asActor(ben), ben.id, undefined, { leads: [], unit: 'days', about: 'eligible', frequency: 'daily' });
    callId = await house.publish();
    await house.plan();
  });
  afterEach(() => house.close());

  const enter = (person: PersonView, change: Partial<AbsenceContent> = {}, town = DUEREN) => {
    const content = { from: '2014-06-20', until: '2014-07-04', deputy: ben.id, alsoToMe: false, ...change };
    return new EnterAbsence(house.hand.transactions, house.clock, house.hand.jobs).run(asActor(person), town.key, content);
  };
  /** Everything a worker does, the jobs that copies make included. */
  const work = async () => {
    const outcomes = await house.work();
    for (let tries = 0; tries < 5 && (await house.boundLetters()).length > 0; tries += 1) outcomes.push(...(await house.sendBound()));
    return outcomes;
  };
  const recipients = () => house.mailer.sent.map(({ to }) => to.address);
  const copies = () =>
    house.database.sql(
      `select p.email as who, c.address, c.state, c.deputy from letter_copy c join person p on p.id = c.person_id order by 1, 2`,
    );

  it('are foreseen by the ledger: on days of the absence to the deputy, as they are then sent', async () => {
    await enter(jana);
    const ledger = new RemindersOn(house.hand.transactions, new Instance(house.hand.transactions, house.clock));
    const readersOn = async (on: string) => (await ledger.run(OPERATOR, { on }, { limit: 10 })).items.map(({ goesTo }) => goesTo);
    const asDeputy = [{ id: ben.id, name: ben.name, address: ben.email, deputy: true }];
    expect(await readersOn('2014-06-27')).toEqual([asDeputy]);
    expect(await readersOn('2014-07-11')).toEqual([undefined]);
    const own = await ledger.run(asActor(jana), { on: '2014-06-27' }, { limit: 10 });
    expect(own.items.map(({ goesTo }) => goesTo)).toEqual([undefined]);
    house.at(DUE);
    await work();
    const [sent] = (await ledger.run(OPERATOR, { on: '2014-06-27' }, { limit: 10 })).items;
    expect([sent!.sentTo, sent!.goesTo]).toEqual([asDeputy, undefined]);
  });

  it('go to the deputy, who reads why; the ledger keeps whom it was for and who got it', async () => {
    await enter(jana);
    house.at(DUE);
    await work();
    expect(recipients()).toEqual([ben.email]);
    const [letter] = house.mailer.sent;
    expect(letter!.to.name).toBe('Jana Lennartz');
    expect(letter!.text).toContain('in Vertretung von Jana Lennartz: für Düren läuft diese Frist:');
    expect(letter!.text.replace(/\s+/g, ' ')).toContain('weil Sie Jana Lennartz vertreten, abwesend bis 4. Juli 2014.');
    expect(letter!.html).toContain('weil Sie Jana Lennartz vertreten');
    expect(letter!.unsubscribeUrl).toContain(ben.id);
    expect(await copies()).toEqual([{ who: ben.email, address: ben.email, state: 'sent', deputy: true }]);
    expect(await house.database.sql(`select p.email from reminder r join person p on p.id = r.person_id where r.state = 'sent'`)).toEqual([
      { email: jana.email },
    ]);
    const { transactions } = house.hand;
    const ledger = new RemindersOn(transactions, new Instance(transactions, house.clock));
    for (const reader of [jana, ben]) {
      const { items } = await ledger.run(asActor(reader), { state: 'sent' }, { limit: 10 });
      const gotIt = { id: ben.id, name: ben.name, address: ben.email, deputy: true };
      expect(items.map(({ recipient, sentTo }) => [recipient.email, sentTo])).toEqual([[jana.email, [gotIt]]]);
    }
  });

  it('go to both where that was chosen, each once, however often it is tried', async () => {
    await enter(jana, { alsoToMe: true });
    house.at(DUE);
    await work();
    await work();
    expect(recipients().sort()).toEqual([jana.email, ben.email].sort());
    expect(house.mailer.sent.find(({ to }) => to.address === jana.email)!.text).not.toContain('Vertretung');
    expect(new Set(house.mailer.sent.map(({ id }) => id)).size).toBe(1);
  });

  it('go to the person again when the absence is over or was ended', async () => {
    const id = await enter(jana, { until: '2014-06-26' });
    house.at(DUE);
    await work();
    expect(recipients()).toEqual([jana.email]);
    await new EndAbsence(house.hand.transactions, house.clock, house.hand.jobs).run(asActor(jana), DUEREN.key, id, 1);
    house.at('2014-07-11T05:00:00Z');
    await work();
    expect(recipients()).toEqual([jana.email, jana.email]);
    expect(
      (await house.database.sql(`select action from audit_entry where action like 'absence.%' order by id`)).map(({ action }) => action),
    ).toEqual(['absence.entered', 'absence.ended']);
  });

  it('go to the person themselves where the deputy is away as well: there are no chains', async () => {
    const carl = await house.employ(DUEREN);
    await house.preferences().run(asActor(carl), carl.id, undefined, { leads: [], unit: 'days', about: 'eligible', frequency: 'daily' });
    await enter(jana);
    await enter(ben, { deputy: carl.id });
    const absences = await house.hand.transactions.run(systemScope('administration'), (em) => readAbsences(em, DUEREN.id));
    expect(absences.find(({ person }) => person.id === jana.id)!.deputyIsAbsent).toBe(true);
    house.at(DUE);
    await work();
    expect(recipients()).toEqual([jana.email]);
  });

  it('come to the person where two stand in for each other', async () => {
    await enter(jana);
    await enter(ben, { deputy: jana.id });
    house.at(DUE);
    await work();
    expect(recipients()).toEqual([jana.email]);
  });

  it('are those of the one authority only; of another nobody else learns anything', async () => {
    await house.move(jana, DUEREN, GUETERSLOH);
    await enter(jana);
    house.at('2014-06-28T05:00:00Z');
    await house.publish({ title: { de: 'Noch ein Aufruf' } });
    house.clock.advance({ minutes: 5 });
    await work();
    const texts = new Map(house.mailer.sent.map(({ to, text }) => [to.address, text]));
    expect([...texts.keys()].sort()).toEqual([jana.email, ben.email].sort());
    expect([texts.get(ben.email)!.includes('Düren'), texts.get(ben.email)!.includes('Gütersloh')]).toEqual([true, false]);
    expect(texts.get(jana.email)).toContain('Gütersloh');
  });

  const suspend = (email: string) =>
    house.database.sql(
      `insert into address_trouble (address, hard_bounces, last_reason, last_bounce_at, suspended_at) values ($1, 3, '550 no', $2, $2)`,
      [email, house.now().toString()],
    );

  it.each([[false], [true]])('go to the deputy alone where the own address is suspended (to both was chosen: %s)', async (alsoToMe) => {
    await suspend(jana.email);
    await enter(jana, { from: '2014-06-25', until: '2014-06-30', alsoToMe });
    await work();
    expect((await house.ledger()).map(({ lead, state }) => `${lead} ${state}`)).toEqual([
      '28 planned',
      '14 skipped',
      '7 skipped',
      '1 skipped',
    ]);
    house.at(DUE);
    await work();
    expect(recipients()).toEqual([ben.email]);
    house.at('2014-07-11T05:00:00Z');
    await work();
    expect(recipients()).toEqual([ben.email]);
  });

  it('go nowhere where the deputy cannot be reached either', async () => {
    await enter(jana);
    await suspend(jana.email);
    house.at(DUE);
    await house.plan();
    await suspend(ben.email);
    await house.release();
    expect((await house.ledger())[0]).toMatchObject({ lead: 28, state: 'skipped', reason: 'address-suspended' });
    expect(recipients()).toEqual([]);
  });

  it('go to the deputy on the days on which they are there', async () => {
    await suspend(jana.email);
    await enter(jana);
    await enter(ben, { from: '2014-06-27', until: '2014-06-27', deputy: jana.id });
    await house.plan();
    expect((await house.ledger())[0]).toMatchObject({ lead: 28, state: 'skipped', reason: 'address-suspended' });
  });

  it('wait for both after trouble for the moment, and come once to each', async () => {
    await enter(jana, { alsoToMe: true });
    house.at(DUE);
    house.mailer.before = ({ to }) => {
      if (to.address === ben.email) throw new MailRejected({ permanent: false, responseCode: 451, reason: '451 later' });
    };
    await house.work();
    await house.sendBound();
    expect(recipients()).toEqual([jana.email]);
    expect(await house.database.sql('select state, refusals from letter')).toEqual([{ state: 'bound', refusals: 1 }]);
    house.mailer.before = () => undefined;
    await house.sendBound();
    expect(recipients()).toEqual([jana.email, ben.email]);
    expect(await house.database.sql('select state, response from letter')).toEqual([{ state: 'sent', response: '250 OK' }]);
  });

  it('are tried with each once before they wait, when nobody takes them for the moment', async () => {
    await enter(jana, { alsoToMe: true });
    house.at(DUE);
    const tried: string[] = [];
    house.mailer.before = ({ to }) => {
      tried.push(to.address);
      throw new MailRejected({ permanent: false, responseCode: 451, reason: '451 later' });
    };
    await house.work();
    await house.sendBound();
    expect(tried).toEqual([jana.email, ben.email]);
    expect(await house.database.sql('select state, refusals from letter')).toEqual([{ state: 'bound', refusals: 1 }]);
    house.mailer.before = () => undefined;
    await house.sendBound();
    await house.sendBound();
    expect(recipients()).toEqual([jana.email, ben.email]);
  });

  it('come to the person in the end where the deputy’s mail server refuses them for good', async () => {
    await enter(jana);
    house.at(DUE);
    house.mailer.before = ({ to }) => {
      if (to.address === ben.email) throw new MailRejected({ permanent: true, isOfRecipient: true, responseCode: 550, reason: '550 no' });
    };
    await work();
    expect(recipients()).toEqual([jana.email]);
    expect((await copies()).map(({ who, state }) => `${who} ${state}`)).toEqual([`${jana.email} sent`, `${ben.email} failed`].sort());
    expect(await house.database.sql(`select address, hard_bounces as bounces from address_trouble`)).toEqual([
      { address: ben.email, bounces: 1 },
    ]);
  });

  it('come to the person with another letter where one has told them the rest already', async () => {
    await house.move(jana, DUEREN, GUETERSLOH);
    await enter(jana, { until: '2014-07-20' });
    await house.plan();
    house.at('2014-07-11T05:00:00Z');
    house.mailer.before = ({ to }) => {
      if (to.address === ben.email) throw new MailRejected({ permanent: true, isOfRecipient: true, responseCode: 550, reason: '550 no' });
    };
    await work();
    expect(house.mailer.sent.map(({ to, text }) => [to.address, text.includes('Düren')])).toEqual([[jana.email, false]]);
    house.at('2014-07-12T05:00:00Z');
    await work();
    expect(house.mailer.sent.map(({ to, text }) => [to.address, text.includes('Düren')])).toEqual([
      [jana.email, false],
      [jana.email, true],
    ]);
    expect((await house.ledger()).filter(({ lead }) => lead === 14).map(({ authority, state }) => `${authority} ${state}`)).toEqual([
      'Düren sent',
      'Gütersloh sent',
    ]);
  });

  it.each([['in use'], ['suspended']])('include what is told of calls that the person follows, their address %s', async (address) => {
    const { transactions, jobs, rematch, changes } = house.hand;
    await new TakeStance(transactions, house.clock, jobs).run(asActor(jana), DUEREN.key, callId, { kind: 'followed' }, undefined);
    await enter(jana);
    if (address === 'suspended') await suspend(jana.email);
    house.at('2014-06-21T10:00:00Z');
    await house.amend(callId, '2014-08-15');
    await rematch.run(callId);
    await changes.run(callId, house.now());
    house.clock.advance({ seconds: 15 });
    await house.hand.notices.run(house.now());
    await house.sendBound();
    expect(recipients()).toEqual([ben.email]);
    const [letter] = house.mailer.sent;
    expect(letter!.text).toContain('in Vertretung von Jana Lennartz: ');
    expect(letter!.text.replace(/\s+/g, ' ')).toContain('weil Sie Jana Lennartz vertreten');
  });

  it('never include what concerns the person alone', async () => {
    await enter(jana);
    await house.database.sql(
      `insert into notice (id, person_id, kind, subject, params, due_at, state, created_at, updated_at)
       values ('01900000-0000-7000-8000-0000000000f1', $1, 'test-letter', 'x', '{}', '2014-06-20', 'planned', '2014-06-20', '2014-06-20')`,
      [jana.id],
    );
    house.at('2014-06-21T10:00:00Z');
    await house.hand.notices.run(house.now());
    await house.sendBound();
    expect(recipients()).toEqual([jana.email]);
  });

  it.each([
    ['a stranger', () => house.employ(GUETERSLOH).then(({ id }) => ({ deputy: id })), 'invalid'],
    ['oneself', async () => ({ deputy: jana.id }), 'invalid'],
    ['days that overlap', async () => ({ from: '2014-07-04', until: '2014-07-05' }), 'conflict'],
  ])('are refused a deputy or days that cannot be: %s', async (_what, change, code) => {
    await enter(jana);
    await expect(enter(jana, { from: '2014-08-01', until: '2014-08-02', ...(await change()) })).rejects.toMatchObject({ code });
  });

  it('are nobody else’s affair: not of a person of another authority', async () => {
    const other = await house.employ(GUETERSLOH);
    const id = await enter(jana);
    await expect(enter(other)).rejects.toMatchObject({ code: 'not-found' });
    const end = new EndAbsence(house.hand.transactions, house.clock, house.hand.jobs);
    await expect(end.run(asActor(other), DUEREN.key, id, 1)).rejects.toMatchObject({ code: 'not-found' });
    await expect(end.run(asActor(ben), DUEREN.key, id, 1)).rejects.toMatchObject({ code: 'not-found' });
    await expect(end.run(asActor(jana), DUEREN.key, id, 7)).rejects.toMatchObject({ code: 'stale', params: { current: 1 } });
  });
});
