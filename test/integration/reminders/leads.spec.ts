import type { PersonView } from '@app/accounts/person-view.js';
import { scopeOf } from '@app/persistence/scope.js';
import { rows } from '@app/persistence/sql.js';
import { ChooseLeads } from '@app/reminders/leads/choose-leads.js';
import type { Leads } from '@app/reminders/leads/lead-choice.js';
import { asActor, DUEREN, GUETERSLOH, MUENSTER, OPERATOR, ReminderHouse } from './reminder-house.js';

const DAYS = (...leads: number[]): Leads => ({ leads, unit: 'days' });

/** The call of 2014 closes on 25 July, a Friday. */
describe('leads for one authority or one call', () => {
  let house: ReminderHouse;
  let choose: ChooseLeads;
  let clerk: PersonView;
  let callId: string;

  const place = (key: string, call: string | null = null) => ({ personId: clerk.id, key, callId: call });
  const ledger = async () =>
    (await house.ledger())
      .filter(({ state }) => state === 'planned')
      .map(({ authority, lead, due }) => `${authority} ${lead} ${due.slice(0, 10)}`);

  beforeEach(async () => {
    house = await ReminderHouse.open();
    clerk = await house.employ(DUEREN, GUETERSLOH);
    callId = await house.publish();
    choose = new ChooseLeads(house.hand.transactions, house.clock, house.hand.jobs);
  });
  afterEach(() => house.close());

  it('the most specific choice is planned, and each taken back gives way to the next', async () => {
    await house.preferences().run(asActor(clerk), clerk.id, undefined, { leads: [9], unit: 'days', about: 'eligible', frequency: 'daily' });
    await choose.choose(asActor(clerk), place(DUEREN.key), undefined, DAYS(8));
    const ofCall = await choose.choose(asActor(clerk), place(DUEREN.key, callId), undefined, DAYS(6, 7));
    expect(ofCall).toMatchObject({ leads: [7, 6], from: 'call', version: 1 });
    await house.plan();
    expect(await ledger()).toEqual(['Gütersloh 9 2014-07-16', 'Düren 7 2014-07-18', 'Düren 6 2014-07-19']);
    await choose.inherit(asActor(clerk), place(DUEREN.key, callId), 1);
    await house.plan();
    expect(await ledger()).toEqual(['Gütersloh 9 2014-07-16', 'Düren 8 2014-07-17']);
    await choose.inherit(asActor(clerk), place(DUEREN.key), 1);
    await house.plan();
    expect(await ledger()).toEqual(['Düren 9 2014-07-16', 'Gütersloh 9 2014-07-16']);
    expect(await choose.find(asActor(clerk), place(DUEREN.key, callId))).toMatchObject({ leads: [9], from: 'person', version: 2 });
  });

  it('working days are those of the authority’s own state', async () => {
    // 6 January is a holiday in Bavaria, not in North Rhine-Westphalia
    await house.database.sql(`update authority set territory = 'DE-09162000', revision = revision + 1 where key = $1`, [GUETERSLOH.key]);
    await house.amend(callId, '2015-01-07');
    for (const { key } of [DUEREN, GUETERSLOH])
      await choose.choose(asActor(clerk), place(key), undefined, { leads: [1], unit: 'working_days' });
    await house.plan();
    expect(await ledger()).toEqual(['Gütersloh 1 2015-01-05', 'Düren 1 2015-01-06']);
  });

  it('none at all is a choice too, and a lead before the choice never fires', async () => {
    await choose.choose(asActor(clerk), place(GUETERSLOH.key), undefined, DAYS());
    house.at('2014-07-12T08:00:00Z');
    await choose.choose(asActor(clerk), place(DUEREN.key, callId), undefined, DAYS(14, 7));
    await house.plan();
    expect(await ledger()).toEqual(['Düren 7 2014-07-18']);
  });

  it('a choice after the letter was bound is seen right before it is sent', async () => {
    await house.plan();
    house.at('2014-06-27T05:00:00Z');
    await house.release();
    for (const { key } of [DUEREN, GUETERSLOH]) await choose.choose(asActor(clerk), place(key), undefined, DAYS(3));
    expect(await house.sendBound()).toEqual(['dropped']);
    expect((await house.ledger())[0]).toMatchObject({ lead: 28, reason: 'plan-changed' });
  });

  it('needs no version the first time, the present one after that, and stands in the audit trail', async () => {
    await expect(choose.inherit(asActor(clerk), place(DUEREN.key), 1)).rejects.toMatchObject({ code: 'not-found' });
    await choose.choose(asActor(clerk), place(DUEREN.key), undefined, DAYS(8));
    await expect(choose.choose(asActor(clerk), place(DUEREN.key), undefined, DAYS(8))).rejects.toMatchObject({ code: 'if-match-required' });
    await expect(choose.choose(asActor(clerk), place(DUEREN.key), 7, DAYS(8))).rejects.toMatchObject({
      code: 'stale',
      params: { current: 1 },
    });
    await choose.choose(asActor(clerk), place(DUEREN.key, callId), undefined, DAYS(8));
    await choose.inherit(asActor(clerk), place(DUEREN.key, callId), 1);
    const actions = await house.database.sql<{ action: string; detail: object }>(
      `select action, detail from audit_entry where action like 'reminders.leads%' order by action, id`,
    );
    expect(actions.map(({ action }) => action)).toEqual(['reminders.leads-chosen', 'reminders.leads-chosen', 'reminders.leads-inherited']);
    expect(actions.map(({ detail }) => detail)).toContainEqual({ authorityId: DUEREN.id, leads: [8], unit: 'days' });
  });

  it('is nobody else’s business, and only for one’s own authorities', async () => {
    const other = await house.employ(DUEREN);
    await choose.choose(OPERATOR, place(DUEREN.key), undefined, DAYS(8));
    await expect(choose.find(asActor(other), place(DUEREN.key))).rejects.toMatchObject({ code: 'not-found' });
    await expect(choose.choose(asActor(other), place(DUEREN.key), 1, DAYS(8))).rejects.toMatchObject({ code: 'not-found' });
    await expect(choose.choose(asActor(clerk), place(MUENSTER.key), undefined, DAYS(8))).rejects.toMatchObject({ code: 'not-found' });
    const seen = (scope: Parameters<typeof house.hand.transactions.run>[0]) =>
      house.hand.transactions.run(scope, async (em) => (await rows(em, 'select 1 from lead_choice')).length);
    expect([await seen(scopeOf(asActor(clerk))), await seen(scopeOf(asActor(other)))]).toEqual([1, 0]);
  });
});
