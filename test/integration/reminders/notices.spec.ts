import type { PersonView } from '@app/accounts/person-view.js';
import { ChangeCall } from '@app/funding/change-call.js';
import { MailRejected } from '@app/mail/mailer.js';
import { scopeOf } from '@app/persistence/scope.js';
import { rows } from '@app/persistence/sql.js';
import { DropStance } from '@app/tracking/drop-stance.js';
import { SwitchDigest } from '@app/tracking/switch-digest.js';
import { TakeStance } from '@app/tracking/take-stance.js';
import { asActor, DUEREN, GUETERSLOH, MUENSTER, OPERATOR, ReminderHouse } from './reminder-house.js';

const NOON = '2014-06-20T10:00:00Z';

class NoticeHouse {
  constructor(readonly house: ReminderHouse) {}

  async take(
    person: PersonView,
    callId: string,
    kind: 'followed' | 'dismissed' = 'followed',
    town: { key: string } = DUEREN,
  ): Promise<void> {
    const { transactions, jobs } = this.house.hand;
    const wish = kind === 'followed' ? { kind } : { kind, reason: 'other' as const };
    await new TakeStance(transactions, this.house.clock, jobs).run(asActor(person), town.key, callId, wish, undefined);
  }

  async drop(person: PersonView, callId: string): Promise<void> {
    const { transactions, jobs } = this.house.hand;
    await new DropStance(transactions, this.house.clock, jobs).run(asActor(person), DUEREN.key, callId, 1);
  }

  /** Everything that a worker does about a call that changed, a tick later. */
  async tell(callId: string): Promise<string[]> {
    const { hand } = this.house;
    await hand.rematch.run(callId);
    await hand.changes.run(callId, this.house.now());
    await hand.outcomes.run(callId, this.house.now());
    return this.deliver();
  }

  async deliver(): Promise<string[]> {
    this.house.clock.advance({ seconds: 15 });
    await this.house.hand.notices.run(this.house.now());
    return this.house.sendBound();
  }

  notices() {
    return this.house.database.sql<{ kind: string; state: string; reason: string | null }>(
      `select kind, state, reason from notice order by created_at, (params ->> 'version')::int, id`,
    );
  }

  subjects(): string[] {
    return this.house.mailer.takeSubjects();
  }
}

describe('what is told of a call that one follows', () => {
  let house: ReminderHouse;
  let told: NoticeHouse;
  let clerk: PersonView;
  let callId: string;

  beforeEach(async () => {
    house = await ReminderHouse.open();
    told = new NoticeHouse(house);
    clerk = await house.employ(DUEREN);
    callId = await house.publish();
    house.at(NOON);
    await told.take(clerk, callId);
    house.clock.advance({ minutes: 1 });
  });
  afterEach(() => house.close());

  it('a deadline that moved: before and after, once', async () => {
    await house.amend(callId, '2014-08-29');
    expect(await told.tell(callId)).toEqual(['sent']);
    expect(house.mailer.sent[0]!.text).toContain('bis Freitag, 25. Juli 2014');
    expect(house.mailer.sent[0]!.text).toMatch(/bis Freitag, 29\. August 2014.*noch 70 Tage/s);
    expect(house.mailer.sent[0]!.text).toContain('Begründung: Verlängert');
    expect(told.subjects()).toEqual(['Frist verlängert: Modellkommune E-Government, 2.… (jetzt bis 29. August 2014)']);
    expect(await told.tell(callId)).toEqual([]);
    expect(await told.notices()).toEqual([{ kind: 'deadline-changed', state: 'sent', reason: null }]);
  });

  it('brought forward: which reminders will not come', async () => {
    await house.amend(callId, '2014-07-01');
    expect(await told.tell(callId)).toEqual(['sent']);
    expect(house.mailer.sent[0]!.subject).toMatch(/^Frist verkürzt: .* \(jetzt bis 1\. Juli 2014\)$/);
    expect(house.mailer.sent[0]!.text.replace(/\s+/g, ' ')).toContain('Die Erinnerungen 28 und 14 Tage vorher kommen nicht mehr');
  });

  it.each([
    ['the reminder of this morning has come', '2014-07-18T10:00:00Z', '2014-07-22', []],
    ['the reminder of this morning never came', '2014-07-18T04:00:00Z', '2014-07-22', ['Die Erinnerung 7 Tage vorher kommt nicht mehr']],
  ])('brought forward when %s', async (_what, at, date, named) => {
    await house.plan();
    house.at('2014-07-18T05:00:00Z');
    if (named.length === 0) expect(await house.work()).toEqual(['sent']);
    house.at(at);
    await house.amend(callId, date);
    expect(await told.tell(callId)).toEqual(['sent']);
    expect(
      house.mailer.sent
        .at(-1)!
        .text.replace(/\s+/g, ' ')
        .match(/Die Erinnerung[^.]*/g) ?? [],
    ).toEqual(named);
  });

  it('brought forward in a week whose letter has named it already', async () => {
    await house
      .preferences()
      .run(asActor(clerk), clerk.id, undefined, { leads: [7], unit: 'days', about: 'eligible', frequency: 'weekly' });
    await house.plan();
    house.at('2014-07-14T05:00:00Z');
    expect(await house.work()).toEqual(['sent']);
    house.at('2014-07-16T10:00:00Z');
    await house.amend(callId, '2014-07-22');
    expect(await told.tell(callId)).toEqual(['sent']);
    expect(house.mailer.sent.at(-1)!.text).not.toContain('kommt nicht mehr');
  });

  it('withdrawn, with the reason', async () => {
    await house.withdraw(callId);
    expect(await told.tell(callId)).toEqual(['sent']);
    expect(house.mailer.sent[0]!.text).toContain('Haushaltssperre');
    expect(told.subjects()).toEqual(['Aufruf zurückgezogen: Modellkommune E-Government, 2. Runde']);
  });

  it('an edit that moves nothing tells nobody', async () => {
    const { transactions, jobs } = house.hand;
    await new ChangeCall(transactions, house.clock, jobs).run(OPERATOR, callId, 2, { summary: { de: 'Neu' } });
    expect(await told.tell(callId)).toEqual([]);
    expect(await told.notices()).toEqual([]);
  });

  it('moved twice before anybody heard of it: one letter, from what they know to what holds', async () => {
    await house.amend(callId, '2014-08-01');
    await house.hand.changes.run(callId, house.now());
    await house.amend(callId, '2014-08-29');
    expect(await told.tell(callId)).toEqual(['sent']);
    const { text } = house.mailer.sent[0]!;
    expect(text).toContain('25. Juli 2014');
    expect(text).toContain('29. August 2014');
    expect(text).not.toContain('1. August 2014');
    expect((await told.notices()).map(({ state, reason }) => [state, reason])).toEqual([
      ['skipped', 'superseded'],
      ['sent', null],
    ]);
  });

  it('moved and moved back before anybody heard of it: nothing', async () => {
    await house.amend(callId, '2014-08-01');
    await house.hand.changes.run(callId, house.now());
    await house.amend(callId, '2014-07-25');
    expect(await told.tell(callId)).toEqual(['dropped']);
    expect((await told.notices()).map(({ reason }) => reason)).toEqual(['superseded', 'undone']);
  });

  it('moved again after the letter: the next letter goes on from there', async () => {
    await house.amend(callId, '2014-08-01');
    await told.tell(callId);
    told.subjects();
    house.clock.advance({ hours: 1 });
    await house.amend(callId, '2014-07-25');
    expect(await told.tell(callId)).toEqual(['sent']);
    expect(house.mailer.sent.at(-1)!.text).toContain('1. August 2014');
    expect(told.subjects()[0]).toMatch(/^Frist verkürzt/);
  });

  it('in the evening it waits until 06:00, and the next morning’s reminder comes all the same', async () => {
    house.at('2014-06-26T19:00:00Z');
    await house.amend(callId, '2014-07-24');
    await house.amend(callId, '2014-07-25');
    await house.amend(callId, '2014-08-01');
    await house.plan();
    expect(await told.tell(callId)).toEqual([]);
    house.at('2014-06-27T03:59:00Z');
    expect(await told.deliver()).toEqual([]);
    house.at('2014-06-27T04:00:00Z');
    expect(await told.deliver()).toEqual(['sent']);
    const second = await house.publish({ title: { de: 'Zweiter' } });
    await told.take(clerk, second);
    house.at('2014-07-04T05:00:00Z');
    await house.amend(second, '2014-07-24');
    expect(await told.tell(second)).toEqual(['sent']);
    expect(await house.work()).toEqual(['sent']);
    expect(told.subjects().map((subject) => subject.slice(0, 9))).toEqual(['Frist ver', 'Frist ver', 'Noch 28 T']);
  });

  it('at night, when the deadline would be over before 06:00, it goes at once', async () => {
    house.at('2014-06-26T20:30:00Z');
    await house.amend(callId, '2014-06-26');
    expect(await told.tell(callId)).toEqual(['sent']);
    expect(told.subjects()[0]).toMatch(/^Frist verkürzt/);
  });

  it('refused for now in the evening, it is tried again in the morning, not at night', async () => {
    house.at('2014-06-26T17:50:00Z');
    await house.amend(callId, '2014-08-29');
    house.mailer.before = () => {
      throw new MailRejected({ permanent: false, reason: 'busy' });
    };
    expect(await told.tell(callId)).toEqual(['postponed']);
    house.mailer.before = () => undefined;
    for (const night of ['2014-06-26T18:05:00Z', '2014-06-27T03:59:59Z']) {
      house.at(night);
      expect(await house.sendBound()).toEqual(['postponed']);
    }
    expect(told.subjects()).toEqual([]);
    house.at('2014-06-27T04:00:00Z');
    expect(await house.sendBound()).toEqual(['sent']);
    expect(told.subjects()[0]).toMatch(/^Frist verlängert/);
    const [letter] = await house.database.sql<{ attempts: number; refusals: number }>('select attempts, refusals from letter');
    expect(letter).toEqual({ attempts: 2, refusals: 1 });
  });

  const gone: [string, () => Promise<unknown>][] = [
    ['unfollowed', () => told.drop(clerk, callId)],
    ['left', () => house.move(clerk, GUETERSLOH)],
    ['stopped', () => house.preferences().setStopped(asActor(clerk), clerk.id, true)],
    ['withdrawn', () => house.withdraw(callId)],
  ];
  it.each(gone)('bound to a letter and then not right any more: %s', async (reason, change) => {
    await house.amend(callId, '2014-08-29');
    await house.hand.changes.run(callId, house.now());
    house.clock.advance({ seconds: 15 });
    await house.hand.notices.run(house.now());
    await change();
    expect(await house.sendBound()).toEqual(['dropped']);
    expect((await told.notices())[0]).toEqual({ kind: 'deadline-changed', state: 'skipped', reason });
  });

  it('is nothing for who does not follow, followed later, or dismissed it', async () => {
    const [other, late, tired] = [await house.employ(GUETERSLOH), await house.employ(DUEREN), await house.employ(DUEREN)];
    await told.take(tired, callId, 'dismissed');
    await house.amend(callId, '2014-08-29');
    house.clock.advance({ minutes: 5 });
    await told.take(late, callId);
    await told.tell(callId);
    expect(house.mailer.sent.map(({ to }) => to.address)).toEqual([clerk.email]);
    const seen = await house.hand.transactions.run(scopeOf(asActor(other)), (em) => rows(em, 'select 1 from notice'));
    expect(seen).toEqual([]);
    expect(await house.hand.transactions.run(scopeOf(asActor(clerk)), (em) => rows(em, 'select 1 from notice'))).toHaveLength(1);
  });

  it('waits for the next minute when this one is full, but not what somebody waits for before a screen', async () => {
    const [other, tester] = [await house.employ(DUEREN), await house.employ(DUEREN)];
    await told.take(other, callId);
    await house.amend(callId, '2014-08-29');
    await house.hand.changes.run(callId, house.now());
    house.clock.advance({ seconds: 15 });
    await house.database.sql(
      `insert into notice (id, person_id, kind, subject, params, due_at, state, created_at, updated_at)
       values ('01900000-0000-7000-8000-0000000000f1', $1, 'test-letter', 'x', '{}', $2, 'planned', $2, $2)`,
      [tester.id, house.now().toString()],
    );
    const narrow = await house.openHand({ perMinute: 1, perMinuteAndDomain: 1 });
    const kinds = async () => {
      await narrow.notices.run(house.now());
      return (await house.database.sql<{ kind: string }>('select kind from letter order by kind')).map(({ kind }) => kind);
    };
    expect(await kinds()).toEqual(['changes', 'test-letter']);
    house.clock.advance({ seconds: 61 });
    expect(await kinds()).toEqual(['changes', 'changes', 'test-letter']);
  });

  it('runs of several workers at once tell once', async () => {
    await house.amend(callId, '2014-08-29');
    const hands = [house.hand, await house.openHand()];
    await Promise.all(hands.map((hand) => hand.changes.run(callId, house.now())));
    house.clock.advance({ seconds: 15 });
    await Promise.all(hands.flatMap((hand) => [hand.notices.run(house.now()), hand.notices.run(house.now())]));
    expect(await house.boundLetters()).toHaveLength(1);
    expect(await house.sendBound()).toEqual(['sent']);
  });
});

describe('when an authority moves over a line', () => {
  let house: ReminderHouse;
  let told: NoticeHouse;
  let callId: string;

  const setInhabitants = async (town: { id: string }, value: number) => {
    await house.database.sql('update population_figure set value = $2 where authority_id = $1', [town.id, value]);
    await house.database.sql('update index_revision set revision = revision + 1');
    await house.database.sql('update authority set revision = (select revision from index_revision) where id = $1', [town.id]);
  };

  beforeEach(async () => {
    house = await ReminderHouse.open();
    told = new NoticeHouse(house);
    for (const { id } of [DUEREN, GUETERSLOH, MUENSTER])
      await house.database.sql(
        `insert into authority_version (authority_id, revision, recorded_at, document) values ($1, 0, '2014-01-01', '{}')`,
        [id],
      );
    callId = await house.publish();
    house.at(NOON);
    await house.hand.rematch.run(callId);
  });
  afterEach(() => house.close());

  it('everybody who is reminded of what fits hears once that it fits now, but who has dismissed it', async () => {
    const [clerk, tired] = [await house.employ(MUENSTER), await house.employ(MUENSTER)];
    await told.take(tired, callId, 'dismissed', MUENSTER);
    house.clock.advance({ minutes: 1 });
    await setInhabitants(MUENSTER, 299_000);
    expect(await told.tell(callId)).toEqual(['sent']);
    expect(house.mailer.sent.map(({ to, subject }) => [to.address, subject])).toEqual([
      [clerk.email, 'Passt jetzt: Modellkommune E-Government, 2. Runde'],
    ]);
    expect(house.mailer.sent[0]!.text).toContain('299.000');
    expect(await told.tell(callId)).toEqual([]);
  });

  it('followers hear once that it does not fit any more, others do not', async () => {
    const [follower] = [await house.employ(DUEREN), await house.employ(DUEREN)];
    await told.take(follower!, callId);
    house.clock.advance({ minutes: 1 });
    await setInhabitants(DUEREN, 300_001);
    expect(await told.tell(callId)).toEqual(['sent']);
    expect(house.mailer.sent.map(({ to }) => to.address)).toEqual([follower!.email]);
    expect(told.subjects()).toEqual(['Passt nicht mehr: Modellkommune E-Government, 2. Runde']);
    expect(await told.tell(callId)).toEqual([]);
  });

  it('back again before anybody heard of it: nothing', async () => {
    const follower = await house.employ(DUEREN);
    await told.take(follower, callId);
    house.clock.advance({ minutes: 1 });
    await setInhabitants(DUEREN, 300_001);
    await house.hand.rematch.run(callId);
    await house.hand.outcomes.run(callId, house.now());
    await setInhabitants(DUEREN, 93_207);
    expect(await told.tell(callId)).toEqual(['dropped']);
    expect(new Set((await told.notices()).map(({ state }) => state))).toEqual(new Set(['skipped']));
  });

  it('who is new in the register has gained nothing', async () => {
    await house.employ(MUENSTER);
    await house.database.sql(`delete from authority_version where authority_id = $1`, [MUENSTER.id]);
    house.clock.advance({ minutes: 1 });
    await setInhabitants(MUENSTER, 299_000);
    expect(await told.tell(callId)).toEqual([]);
    expect(await told.notices()).toEqual([]);
  });

  it('by a rule that was corrected: who was told that they may apply gets a correction, others do not', async () => {
    const clerk = await house.employ(DUEREN);
    await house.plan();
    house.at('2014-06-27T05:00:00Z');
    expect(await house.work()).toEqual(['sent']);
    told.subjects();
    await house.employ(GUETERSLOH);
    house.clock.advance({ minutes: 1 });
    const { transactions, jobs } = house.hand;
    const rule = { applicantType: { in: ['county'] } };
    await new ChangeCall(transactions, house.clock, jobs).run(OPERATOR, callId, 2, { rule });
    expect(await told.tell(callId)).toEqual(['sent']);
    expect(house.mailer.sent.at(-1)!.to.address).toBe(clerk.email);
    expect(told.subjects()).toEqual(['Berichtigung, passt doch nicht: Modellkommune E-Government, 2. Runde']);
    expect(await told.notices()).toEqual([{ kind: 'correction', state: 'sent', reason: null }]);
    expect(await told.tell(callId)).toEqual([]);
  });

  it('by a rule that was corrected: so does who was told by a digest of new matches alone', async () => {
    const clerk = await house.employ(DUEREN);
    const { transactions, jobs } = house.hand;
    await new SwitchDigest(transactions, house.clock).choose(asActor(clerk), DUEREN.key, undefined, 'daily');
    await house.hand.matches.run(house.now());
    house.clock.advance({ minutes: 1 });
    const rolling = {
      stage: 'application',
      zone: 'Europe/Berlin',
      effect: 'excludes',
      schedule: { kind: 'rolling', untilExhausted: true },
    };
    const newId = await house.publish({ title: { de: 'Laufend' }, deadlines: [rolling] });
    await house.hand.rematch.run(newId);
    house.at('2014-06-21T05:00:00Z');
    await house.hand.matches.run(house.now());
    expect(await told.deliver()).toEqual(['sent']);
    expect(told.subjects()).toEqual(['Ein neuer Aufruf für Düren']);
    const rule = { applicantType: { in: ['county'] } };
    await new ChangeCall(transactions, house.clock, jobs).run(OPERATOR, newId, 2, { rule });
    expect(await told.tell(newId)).toEqual(['sent']);
    expect(told.subjects()).toEqual(['Berichtigung, passt doch nicht: Laufend']);
    expect(await told.tell(newId)).toEqual([]);
  });
});
