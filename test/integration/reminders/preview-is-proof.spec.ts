import { Instance } from '@app/accounts/instance.js';
import type { PersonView } from '@app/accounts/person-view.js';
import { ChooseLeads } from '@app/reminders/leads/choose-leads.js';
import type { ReminderChoice } from '@app/reminders/preference.js';
import { RemindersOn, type ReminderView } from '@app/reminders/reminders-on.query.js';
import { TakeStance } from '@app/tracking/take-stance.js';
import { asActor, DUEREN, GUETERSLOH, MUENSTER, OPERATOR, ReminderHouse } from './reminder-house.js';

const DAILY: ReminderChoice = { leads: [28, 14, 7, 1], unit: 'days', about: 'eligible', frequency: 'daily' };

describe('the ledger of a day', () => {
  let house: ReminderHouse;
  let remindersOn: RemindersOn;
  let weekly: PersonView;

  const list = async (on: string, state: 'planned' | 'sent') => (await remindersOn.run(OPERATOR, { on, state }, { limit: 100 })).items;
  const brief = (items: readonly ReminderView[]) =>
    items
      .map(({ recipient, authority, call, deadline, lead }) =>
        [recipient.email, authority.name, call.id, deadline.closesOn, lead].join(' '),
      )
      .toSorted();

  beforeAll(async () => {
    house = await ReminderHouse.open();
    remindersOn = new RemindersOn(house.hand.transactions, new Instance(house.hand.transactions, house.clock));
    const follower = await house.employ(DUEREN, MUENSTER);
    weekly = await house.employ(DUEREN);
    const patient = await house.employ(GUETERSLOH);
    const choose = (person: PersonView, change: Partial<ReminderChoice>) =>
      house.preferences().run(asActor(person), person.id, undefined, { ...DAILY, ...change });
    await choose(weekly, { frequency: 'weekly', leads: [30, 9, 8, 2, 1, 0] });
    await choose(patient, { unit: 'working_days', leads: [20, 10, 3, 0], frequency: 'immediate' });
    const calls = [
      await house.publish(),
      await house.publish({ title: { de: 'Zweiter Aufruf' } }),
      await house.publish({ title: { de: 'Verlängerter' } }),
    ];
    const { transactions, jobs } = house.hand;
    const stances = new TakeStance(transactions, house.clock, jobs);
    await stances.run(asActor(follower), MUENSTER.key, calls[0]!, { kind: 'followed' }, undefined);
    await stances.run(asActor(follower), DUEREN.key, calls[1]!, { kind: 'dismissed', reason: 'other' }, undefined);
    await new ChooseLeads(transactions, house.clock, jobs).choose(
      asActor(follower),
      { personId: follower.id, key: DUEREN.key, callId: calls[0]! },
      undefined,
      { leads: [12, 2], unit: 'days' },
    );
    await house.amend(calls[2]!, '2014-08-01');
    await house.plan();
  }, 30_000);
  afterAll(() => house.close());

  it('shows in the evening before what goes out: on every day exactly that is sent', async () => {
    const days: string[] = [];
    for (let day = Temporal.PlainDate.from('2014-06-13'); day.toString() <= '2014-08-02'; day = day.add({ days: 1 })) {
      const on = day.toString();
      house.at(day.subtract({ days: 1 }).toZonedDateTime({ timeZone: 'Europe/Berlin', plainTime: '21:00' }).toInstant().toString());
      const preview = brief(await list(on, 'planned'));
      house.at(day.toZonedDateTime({ timeZone: 'Europe/Berlin', plainTime: '07:00' }).toInstant().toString());
      await house.release();
      await house.sendBound();
      const sent = await list(on, 'sent');
      expect([on, brief(sent)]).toEqual([on, preview]);
      for (const { sentAt, response, messageId } of sent)
        expect([sentAt, response, messageId]).toEqual([
          house.now().toString(),
          expect.stringContaining('250'),
          expect.stringMatching(/^<.+>$/),
        ]);
      if (preview.length > 0) days.push(on);
    }
    expect(days.length).toBeGreaterThan(10);
    const [left] = await house.database.sql<{ left: number }>(
      `select count(*)::int as left from reminder where state in ('planned', 'bound', 'failed')`,
    );
    expect(left!.left).toBe(0);
    expect((await house.database.sql(`select 1 from reminder where reason = 'superseded'`)).length).toBe(0);
  }, 60_000);

  it('counts each state, staff of their own authority only', async () => {
    const all = await remindersOn.counts(OPERATOR, { on: '2014-07-21' });
    expect(all.sent).toBeGreaterThan(0);
    const seen = await remindersOn.counts(asActor(weekly), {});
    const own = await remindersOn.counts(OPERATOR, { authority: DUEREN.key });
    expect(seen).toEqual(own);
    expect((await remindersOn.counts(asActor(weekly), { authority: GUETERSLOH.key })).sent).toBe(0);
  });
});
