import type { PersonView } from '@app/accounts/person-view.js';
import { type Actor, systemActor } from '@app/kernel/actor.js';
import { MatchingIndex } from '@app/matching/matching-index.js';
import { ChooseAuthorityMail } from '@app/reminders/unheard/choose-authority-mail.js';
import { ForeseeUnheard } from '@app/reminders/unheard/foresee-unheard.js';
import { TakeStance } from '@app/tracking/take-stance.js';
import { asActor, DUEREN, GUETERSLOH, MUENSTER, ReminderHouse } from './reminder-house.js';

/** 07:00 in Berlin, seven days before the closing day. */
const A_WEEK_BEFORE = '2014-07-18T05:00:00Z';

describe('when nobody listens', () => {
  let house: ReminderHouse;
  let clerk: PersonView;
  let callId: string;

  beforeEach(async () => {
    house = await ReminderHouse.open();
    clerk = await house.employ(DUEREN);
    callId = await house.publish();
  });
  afterEach(() => house.close());

  /** What a worker does, a tick later. */
  async function tell(): Promise<string[]> {
    await house.hand.unheard.run(house.now());
    house.clock.advance({ seconds: 15 });
    await house.hand.notices.run(house.now());
    return house.sendBound();
  }
  const take = (person: PersonView, kind: 'followed' | 'dismissed') => {
    const wish = kind === 'followed' ? { kind } : { kind, reason: 'other' as const };
    return new TakeStance(house.hand.transactions, house.clock, house.hand.jobs).run(asActor(person), DUEREN.key, callId, wish, undefined);
  };
  const makeAdmin = (person: PersonView) => house.database.sql(`update person set roles = '{admin,staff}' where id = $1`, [person.id]);
  const mails = () => new ChooseAuthorityMail(house.hand.transactions, house.clock);
  const readers = () => house.mailer.sent.map(({ to }) => to.address).sort();
  const notices = () => house.database.sql<{ state: string; reason: string | null }>('select state, reason from notice order by id');

  it('a week before the closing it is told, once, at seven in the morning', async () => {
    house.at('2014-07-18T04:59:00Z');
    expect(await tell()).toEqual([]);
    house.at(A_WEEK_BEFORE);
    expect(await tell()).toEqual(['sent']);
    expect(house.mailer.sent[0]!.subject).toBe('Noch 7 Tage, auf keiner Merkliste: Modellkommune E-Government, 2. Runde');
    expect(house.mailer.sent[0]!.text.replace(/\s+/g, ' ')).toContain('weil Sie in Fördertakt für Düren arbeiten');
    expect(await tell()).toEqual([]);
    house.at('2014-07-22T05:00:00Z');
    expect(await tell()).toEqual([]);
  });

  describe('is foreseen for its day', () => {
    const foresee = async (day: string) => {
      const actor: Actor = { kind: 'person', id: clerk.id, roles: ['admin'], authorityIds: [] };
      const { transactions } = house.hand;
      const found = await new ForeseeUnheard(new MatchingIndex(transactions, house.clock), transactions, house.clock).run(
        actor,
        Temporal.PlainDate.from(day),
      );
      return found.map(({ recipient, authority, dueAt }) => `${recipient.email} ${authority.name} ${dueAt}`);
    };

    it('to whom it will go, until somebody takes it up or it has gone', async () => {
      expect(await foresee('2014-07-17')).toEqual([]);
      expect(await foresee('2014-07-18')).toEqual([`${clerk.email} Düren ${A_WEEK_BEFORE}`]);
      expect(await foresee('2014-07-19')).toEqual([]);
      const chief = await house.employ(DUEREN);
      await makeAdmin(chief);
      expect(await foresee('2014-07-18')).toEqual([`${chief.email} Düren ${A_WEEK_BEFORE}`]);
      house.at(A_WEEK_BEFORE);
      expect(await tell()).toEqual(['sent']);
      expect(readers()).toEqual([chief.email]);
      expect(await foresee('2014-07-18')).toEqual([]);
    });

    it('not once it is followed, and not to those who will be reminded that day', async () => {
      await house.plan();
      expect(await foresee('2014-07-18')).toEqual([]);
      await makeAdmin(clerk);
      expect(await foresee('2014-07-18')).toHaveLength(1);
      await take(clerk, 'followed');
      expect(await foresee('2014-07-18')).toEqual([]);
    });

    it('to administrators only', async () => {
      const { transactions } = house.hand;
      const asked = new ForeseeUnheard(new MatchingIndex(transactions, house.clock), transactions, house.clock);
      await expect(asked.run(asActor(clerk), Temporal.PlainDate.from('2014-07-18'))).rejects.toThrow('forbidden');
    });
  });

  it('goes to the administrators among its members, not to the others', async () => {
    const chief = await house.employ(DUEREN);
    await makeAdmin(chief);
    house.at(A_WEEK_BEFORE);
    expect(await tell()).toEqual(['sent']);
    expect(readers()).toEqual([chief.email]);
    expect(house.mailer.sent[0]!.text.replace(/\s+/g, ' ')).toContain('weil Sie Fördertakt für Düren verwalten');
    await makeAdmin(clerk);
    expect(await tell()).toEqual([]);
  });

  it('who is reminded of it that day anyway hears no more of it', async () => {
    await house
      .preferences()
      .run(asActor(clerk), clerk.id, undefined, { leads: [28, 7], unit: 'days', about: 'eligible', frequency: 'daily' });
    const other = await house.employ(DUEREN);
    const wish = { leads: [28, 14, 1], unit: 'days', about: 'eligible', frequency: 'daily' } as const;
    await house.preferences().run(asActor(other), other.id, undefined, wish);
    await house.plan();
    for (const sent of ['2014-06-27T05:00:00Z', '2014-07-11T05:00:00Z']) {
      house.at(sent);
      await house.work();
    }
    house.mailer.takeSubjects();
    house.at(A_WEEK_BEFORE);
    await house.hand.unheard.run(house.now());
    house.at('2014-07-18T05:01:00Z');
    await house.hand.notices.run(house.now());
    await house.release();
    await house.sendBound();
    const got = house.mailer.sent.map(({ to, subject }) => [to.address, subject.slice(0, 14)]).sort();
    expect(got).toEqual([
      [clerk.email, 'Noch 7 Tage: M'],
      [other.email, 'Noch 7 Tage, a'],
    ]);
  });

  it('nor who is reminded late of it after an outage', async () => {
    await house
      .preferences()
      .run(asActor(clerk), clerk.id, undefined, { leads: [28, 14], unit: 'days', about: 'eligible', frequency: 'daily' });
    await house.plan();
    house.at('2014-07-19T06:00:00Z');
    expect(await tell()).toEqual([]);
    expect(await house.work()).toEqual(['sent']);
    expect(await tell()).toEqual([]);
    expect(house.mailer.takeSubjects()).toEqual(['Noch 6 Tage: Modellkommune E-Government, 2. Runde (bis 25. Juli 2014)']);
  });

  it('goes to everybody there when the administrator has stopped all mail', async () => {
    const chief = await house.employ(DUEREN);
    await makeAdmin(chief);
    await house.preferences().setStopped(systemActor('test'), chief.id, true);
    house.at(A_WEEK_BEFORE);
    expect(await tell()).toEqual(['sent']);
    expect(readers()).toEqual([clerk.email]);
  });

  it.each(['followed', 'dismissed'] as const)('is nothing where somebody has %s it, whoever that is', async (kind) => {
    await makeAdmin(await house.employ(DUEREN));
    await take(clerk, kind);
    house.at(A_WEEK_BEFORE);
    expect(await tell()).toEqual([]);
  });

  it('who has left does not listen any more', async () => {
    const gone = await house.employ(DUEREN);
    await take(gone, 'followed');
    await house.move(gone, GUETERSLOH);
    house.at(A_WEEK_BEFORE);
    await tell();
    expect(readers()).toEqual([clerk.email, gone.email].sort());
  });

  it('is nothing where the call does not fit, is withdrawn, or is over', async () => {
    await house.employ(MUENSTER);
    house.at(A_WEEK_BEFORE);
    await tell();
    expect(readers()).toEqual([clerk.email]);
    const second = await house.publish({ title: { de: 'Zweiter' } });
    await house.withdraw(second);
    house.at('2014-07-25T21:00:00Z');
    expect(await tell()).toEqual([]);
    house.at('2014-07-25T22:00:00Z');
    expect(await tell()).toEqual([]);
  });

  it('a call that was published in its last week has until the next morning', async () => {
    house.at('2014-07-21T10:00:00Z');
    await house.withdraw(callId);
    await house.publish({ title: { de: 'Spät' } });
    expect(await tell()).toEqual([]);
    house.at('2014-07-22T05:00:00Z');
    expect(await tell()).toEqual(['sent']);
    expect(house.mailer.sent[0]!.subject).toBe('Noch 3 Tage, auf keiner Merkliste: Spät');
  });

  it.each([
    ['heard', () => take(clerk, 'followed')],
    ['moved', () => house.amend(callId, '2014-08-29')],
    ['switched-off', () => mails().run(asActor(clerk), DUEREN.key, undefined, false)],
  ])('bound to a letter and then not right any more: %s', async (reason, change) => {
    house.at(A_WEEK_BEFORE);
    await house.hand.unheard.run(house.now());
    house.clock.advance({ seconds: 15 });
    await house.hand.notices.run(house.now());
    await change();
    expect(await house.sendBound()).toEqual(['dropped']);
    expect(await notices()).toEqual([{ state: 'skipped', reason }]);
  });

  it('an authority switches it off and on again, its own people only', async () => {
    const actor = asActor(clerk);
    await expect(mails().run(actor, GUETERSLOH.key, undefined, false)).rejects.toMatchObject({ code: 'not-found' });
    await mails().run(actor, DUEREN.key, undefined, false);
    await expect(mails().run(actor, DUEREN.key, undefined, true)).rejects.toMatchObject({ code: 'if-match-required' });
    await expect(mails().run(actor, DUEREN.key, 9, true)).rejects.toMatchObject({ code: 'stale', params: { current: 1 } });
    house.at(A_WEEK_BEFORE);
    expect(await tell()).toEqual([]);
    expect(await mails().run(actor, DUEREN.key, 1, true)).toEqual({ tellsUnheard: true, version: 2 });
    expect(await tell()).toEqual(['sent']);
  });

  it('runs of several workers at once tell once', async () => {
    house.at(A_WEEK_BEFORE);
    const hands = [house.hand, await house.openHand()];
    await Promise.all(hands.flatMap(({ unheard }) => [unheard.run(house.now()), unheard.run(house.now())]));
    expect(await tell()).toEqual(['sent']);
  });
});
