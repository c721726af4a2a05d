import { setTimeout as sleep } from 'node:timers/promises';
import { MailRejected } from '@app/mail/mailer.js';
import { asActor, DUEREN, GUETERSLOH, MUENSTER, ReminderHouse } from './reminder-house.js';

/** 07:00 in Berlin in summer. */
const morningOf = (day: string) => `${day}T05:00:00Z`;
const justBefore = (day: string) => `${day}T04:59:59.999Z`;
const FOUR_WEEKS_BEFORE = '2014-06-27';
const TWO_WEEKS_BEFORE = '2014-07-11';

describe('reminders of the call of 2014, which closes on 25 July', () => {
  let house: ReminderHouse;

  beforeEach(async () => {
    house = await ReminderHouse.open();
  });
  afterEach(() => house.close());

  it('are planned 28, 14, 7 and 1 days before, at 07:00, for members of authorities that may apply', async () => {
    await house.employ(DUEREN, MUENSTER);
    await house.publish();
    await house.plan();
    expect(await house.ledger()).toEqual(
      [
        [28, '2014-06-27 05:00'],
        [14, '2014-07-11 05:00'],
        [7, '2014-07-18 05:00'],
        [1, '2014-07-24 05:00'],
      ].map(([lead, due]) => ({ authority: 'Düren', lead, due, state: 'planned', reason: null })),
    );
  });

  it('go out on the instant, one letter a lead, and never twice', async () => {
    await house.employ(DUEREN);
    await house.publish();
    await house.plan();
    const subjects: string[] = [];
    for (const day of [FOUR_WEEKS_BEFORE, TWO_WEEKS_BEFORE, '2014-07-18', '2014-07-24']) {
      house.at(justBefore(day));
      expect(await house.work()).toEqual([]);
      house.at(morningOf(day));
      expect(await house.work()).toEqual(['sent']);
      expect(await house.work()).toEqual([]);
      subjects.push(...house.mailer.takeSubjects());
    }
    expect(subjects).toEqual(
      ['Noch 28 Tage', 'Noch 14 Tage', 'Noch 7 Tage', 'Noch 1 Tag'].map(
        (left) => `${left}: Modellkommune E-Government, 2. Runde (bis 25. Juli 2014)`,
      ),
    );
    house.at('2014-07-25T21:59:59Z');
    expect(await house.work()).toEqual([]);
  });

  it('are planned once, however often they are planned', async () => {
    await house.employ(DUEREN);
    await house.publish();
    expect(await house.plan()).toMatchObject({ seen: 4, changed: 4, skipped: 0 });
    expect(await house.plan()).toMatchObject({ seen: 4, changed: 0, skipped: 0 });
  });

  it('that are added after the day’s letter wait for the morning of the next day', async () => {
    await house.employ(DUEREN);
    await house.publish();
    await house.plan();
    house.at(morningOf(FOUR_WEEKS_BEFORE));
    expect(await house.work()).toEqual(['sent']);
    house.mailer.takeSubjects();
    house.at('2014-06-27T08:00:00Z');
    await house.publish({ title: { de: 'Nachzügler' } });
    await house.plan();
    for (const instant of ['2014-06-27T08:05:00Z', '2014-06-27T22:30:00Z', '2014-06-28T04:59:59Z']) {
      house.at(instant);
      expect(await house.work()).toEqual([]);
    }
    house.at('2014-06-28T05:00:00Z');
    expect(await house.work()).toEqual(['sent']);
    expect(house.mailer.takeSubjects()).toEqual(['Noch 27 Tage: Nachzügler (bis 25. Juli 2014)']);
  });

  it('of what closes tomorrow do not wait, though the day’s letter has gone', async () => {
    await house.employ(DUEREN);
    await house.publish();
    await house.plan();
    house.at(morningOf('2014-07-24'));
    expect(await house.work()).toEqual(['sent']);
    house.mailer.takeSubjects();
    house.at('2014-07-24T08:00:00Z');
    await house.publish({ title: { de: 'Nachzügler' } });
    await house.plan();
    house.at('2014-07-24T08:05:00Z');
    expect(await house.work()).toEqual(['sent']);
    expect(house.mailer.takeSubjects()).toEqual(['Noch 1 Tag: Nachzügler (bis 25. Juli 2014)']);
  });

  it('are in one letter however many calls there are, the earliest closing first', async () => {
    await house.employ(DUEREN);
    await house.publish();
    await house.publish({ title: { de: 'Zweiter Aufruf' } });
    await house.plan();
    house.at(morningOf(FOUR_WEEKS_BEFORE));
    expect(await house.work()).toEqual(['sent']);
    expect(house.mailer.takeSubjects()).toEqual(['2 Fristen für Düren, die nächste am 25. Juli 2014']);
  });

  it('of calls that are published one after the other on the day itself wait for each other, but not for long', async () => {
    await house.employ(DUEREN);
    house.at(`${FOUR_WEEKS_BEFORE}T09:00:00Z`);
    await house.publish();
    await house.plan();
    house.clock.advance({ seconds: 8 });
    await house.publish({ title: { de: 'Zweiter Aufruf' } });
    await house.plan();
    house.clock.advance({ seconds: 8 });
    expect(await house.work()).toEqual([]);
    house.clock.advance({ seconds: 8 });
    expect(await house.work()).toEqual(['sent']);
    expect(house.mailer.takeSubjects()).toEqual(['2 Fristen für Düren, die nächste am 25. Juli 2014']);
  });

  it('fire on the very day of the publication, and never for leads before it', async () => {
    await house.employ(DUEREN);
    house.at(`${TWO_WEEKS_BEFORE}T15:00:00Z`);
    await house.publish();
    await house.plan();
    expect((await house.ledger()).map(({ lead }) => lead)).toEqual([14, 7, 1]);
    house.clock.advance({ seconds: 15 });
    expect(await house.work()).toEqual(['sent']);
    expect(house.mailer.sent[0]!.text).not.toContain('verspätet');
  });

  it('that an outage swallowed come as one, the nearest, and it says that it is late', async () => {
    await house.employ(DUEREN);
    await house.publish();
    await house.plan();
    house.at('2014-07-20T10:00:00Z');
    expect(await house.work()).toEqual(['sent']);
    expect(house.mailer.sent[0]!.subject).toContain('Noch 5 Tage');
    expect(house.mailer.sent[0]!.text).toContain('Diese Erinnerung kommt verspätet, sie war am 18. Juli 2014 fällig.');
    expect((await house.ledger()).map(({ lead, state, reason }) => [lead, state, reason])).toEqual([
      [28, 'skipped', 'superseded'],
      [14, 'skipped', 'superseded'],
      [7, 'sent', null],
      [1, 'planned', null],
    ]);
    expect(await house.plan()).toMatchObject({ changed: 0, skipped: 0 });
  });

  it('of an authority that may apply only since a moment ago begin with the nearest that has passed (ADR 0004)', async () => {
    await house.employ(MUENSTER);
    await house.publish();
    await house.plan();
    house.at(`${TWO_WEEKS_BEFORE}T12:00:00Z`);
    expect(await house.work()).toEqual([]);
    house.at('2014-07-14T10:00:00Z');
    await house.database.sql('update population_figure set value = 299000 where authority_id = $1', [MUENSTER.id]);
    await house.database.sql('update index_revision set revision = revision + 1');
    await house.database.sql('update authority set revision = (select revision from index_revision) where id = $1', [MUENSTER.id]);
    await house.plan();
    house.clock.advance({ minutes: 2 });
    expect(await house.work()).toEqual(['sent']);
    expect(house.mailer.takeSubjects()).toEqual(['Noch 11 Tage: Modellkommune E-Government, 2. Runde (bis 25. Juli 2014)']);
    expect((await house.ledger()).map(({ lead, state }) => `${lead} ${state}`)).toEqual([
      '28 skipped',
      '14 sent',
      '7 planned',
      '1 planned',
    ]);
  });

  it('that are late wait in the night for what is due in the morning', async () => {
    await house.employ(DUEREN);
    await house.publish();
    await house.plan();
    house.at(justBefore(TWO_WEEKS_BEFORE));
    expect(await house.work()).toEqual([]);
    house.at(morningOf(TWO_WEEKS_BEFORE));
    expect(await house.work()).toEqual(['sent']);
    expect(house.mailer.takeSubjects()[0]).toContain('Noch 14 Tage');
  });

  it('never come for a deadline that is over', async () => {
    await house.employ(DUEREN);
    await house.publish();
    await house.plan();
    house.at('2014-07-25T22:00:00Z');
    expect((await house.release()).skipped).toBe(4);
    expect(await house.boundLetters()).toEqual([]);
    expect(new Set((await house.ledger()).map(({ reason }) => reason))).toEqual(new Set(['over']));
  });

  describe('bound to a letter and then wrong', () => {
    let callId: string;
    let clerk: Awaited<ReturnType<ReminderHouse['employ']>>;

    beforeEach(async () => {
      clerk = await house.employ(DUEREN);
      callId = await house.publish();
      await house.plan();
      house.at(morningOf(FOUR_WEEKS_BEFORE));
      await house.release();
    });

    const changes: [string, () => Promise<unknown>][] = [
      ['withdrawn', () => house.withdraw(callId)],
      ['moved', () => house.amend(callId, '2014-08-29')],
      ['left', () => house.move(clerk, GUETERSLOH)],
      ['stopped', () => house.preferences().setStopped(asActor(clerk), clerk.id, true)],
      [
        'plan-changed',
        () =>
          house.preferences().run(asActor(clerk), clerk.id, undefined, { leads: [3], unit: 'days', about: 'eligible', frequency: 'daily' }),
      ],
    ];

    it.each(changes)('are not sent: %s', async (reason, change) => {
      await change();
      expect(await house.sendBound()).toEqual(['dropped']);
      expect(house.mailer.sent).toEqual([]);
      expect((await house.ledger())[0]).toMatchObject({ lead: 28, state: 'skipped', reason });
    });

    const waitAnd = (change: () => Promise<unknown>) => async () => {
      await sleep(2_100);
      await change();
    };

    it.each(changes.slice(1, 3))('are not sent when that happens while the letter waits for its turn: %s', async (reason, change) => {
      house.mailer.meanwhile = waitAnd(change);
      await expect(house.sendBound()).rejects.toThrow('would say something else now');
      expect(house.mailer.sent).toEqual([]);
      expect((await house.ledger())[0]).toMatchObject({ lead: 28, state: 'skipped', reason });
      house.mailer.meanwhile = async () => undefined;
      expect(await house.sendBound()).toEqual([]);
    });

    it('are written anew when less is right after the letter has waited', async () => {
      const other = await house.publish({ title: { de: 'Zweiter' } });
      await house.plan();
      house.at(morningOf(FOUR_WEEKS_BEFORE));
      await house.database.sql(
        `update reminder set state = 'bound', letter_id = (select id from letter) where call_id = $1 and lead = 28`,
        [other],
      );
      house.mailer.meanwhile = waitAnd(() => house.withdraw(callId));
      await expect(house.sendBound()).rejects.toThrow('would say something else now');
      house.mailer.meanwhile = async () => undefined;
      expect(await house.sendBound()).toEqual(['sent']);
      expect(house.mailer.sent.map(({ text }) => [text.includes('Zweiter'), text.includes('Modellkommune')])).toEqual([[true, false]]);
    });

    it('are sent when the letter has waited and says what it would say now', async () => {
      house.mailer.meanwhile = waitAnd(async () => undefined);
      expect(await house.sendBound()).toEqual(['sent']);
    });

    it('are sent when nothing has changed (the twin of the above)', async () => {
      expect(await house.sendBound()).toEqual(['sent']);
    });
  });

  it('aim at the new date when a deadline has moved, and leads before the change do not fire', async () => {
    await house.employ(DUEREN);
    const callId = await house.publish();
    await house.plan();
    house.at('2014-07-02T10:00:00Z');
    await house.amend(callId, '2014-07-28');
    await house.plan();
    const planned = (await house.ledger()).filter(({ state }) => state === 'planned');
    expect(planned.map(({ lead, due }) => [lead, due])).toEqual([
      [14, '2014-07-14 05:00'],
      [7, '2014-07-21 05:00'],
      [1, '2014-07-27 05:00'],
    ]);
    await house.amend(callId, '2014-07-25');
    await house.plan();
    expect((await house.ledger()).filter(({ state }) => state === 'planned').map(({ due }) => due.slice(0, 10))).toEqual([
      '2014-07-11',
      '2014-07-18',
      '2014-07-24',
    ]);
  });
});

describe('workers', () => {
  let house: ReminderHouse;
  let letterId: string;

  beforeEach(async () => {
    house = await ReminderHouse.open();
    await house.employ(DUEREN);
    await house.publish();
  });
  afterEach(() => house.close());

  const bind = async () => {
    await house.plan();
    house.at(morningOf(FOUR_WEEKS_BEFORE));
    await house.release();
    letterId = (await house.boundLetters())[0]!;
  };

  it('that plan, bind and send at once send nothing twice', async () => {
    const hands = [house.hand, await house.openHand(), await house.openHand()];
    await Promise.all(hands.map((hand) => house.plan(hand)));
    house.at(morningOf(FOUR_WEEKS_BEFORE));
    await Promise.all(hands.flatMap((hand) => [house.release(hand), house.release(hand)]));
    await house.release();
    const letters = await house.boundLetters();
    expect(letters).toHaveLength(1);
    const sends = await Promise.allSettled(hands.map((hand) => hand.send.run({ letterId: letters[0]! }, house.now())));
    expect(house.mailer.sent).toHaveLength(1);
    expect(sends.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThan(0);
    const jobs = await house.database.sql(`select id from pgboss.job where name = 'send-letter'`);
    expect(jobs).toHaveLength(1);
  });

  it('that die between the server’s 250 and the commit send the letter again under the same Message-ID, once', async () => {
    await bind();
    house.mailer.afterwards = () => {
      throw new Error('killed');
    };
    await expect(house.sendBound()).rejects.toThrow('killed');
    house.mailer.afterwards = () => undefined;
    await expect(house.sendBound()).rejects.toThrow('another worker');
    house.clock.advance({ seconds: 60 });
    expect(await house.sendBound()).toEqual(['sent']);
    expect(house.mailer.sent.map(({ id }) => id)).toEqual([`${letterId}@foerdertakt.example`, `${letterId}@foerdertakt.example`]);
    expect(await house.hand.send.run({ letterId }, house.now())).toBe('over');
    expect(house.mailer.sent).toHaveLength(2);
  });

  it('give up at once when the server refuses for good', async () => {
    await bind();
    house.mailer.before = () => {
      throw new MailRejected({ permanent: true, responseCode: 550, reason: '550 no such mailbox' });
    };
    expect(await house.sendBound()).toEqual(['failed']);
    expect((await house.ledger())[0]).toMatchObject({ state: 'failed', reason: '550 no such mailbox' });
  });

  it('take up a letter again that has lost its job', async () => {
    await bind();
    house.clock.advance({ hours: 5 });
    expect(await house.hand.requeue.run(house.now())).toMatchObject({ seen: 0 });
    house.clock.advance({ hours: 2 });
    expect(await house.hand.requeue.run(house.now())).toMatchObject({ changed: 1 });
    expect(await house.hand.requeue.run(house.now())).toMatchObject({ seen: 0 });
  });

  it('send nothing twice when the clock is set back and on again', async () => {
    await bind();
    expect(await house.sendBound()).toEqual(['sent']);
    house.at('2014-06-20T05:00:00Z');
    expect(await house.work()).toEqual([]);
    house.at(morningOf(FOUR_WEEKS_BEFORE));
    expect(await house.work()).toEqual([]);
    expect(house.mailer.sent).toHaveLength(1);
  });
});
