import { Instance } from '@app/accounts/instance.js';
import type { PersonView } from '@app/accounts/person-view.js';
import { scopeOf } from '@app/persistence/scope.js';
import { rows } from '@app/persistence/sql.js';
import { FindReminderPreference } from '@app/reminders/find-preference.js';
import { DEFAULT_CHOICE, type ReminderChoice } from '@app/reminders/preference.js';
import { RemindersOn } from '@app/reminders/reminders-on.query.js';
import { StopLetters } from '@app/reminders/stop-letters.js';
import { stopToken } from '@app/reminders/stop-token.js';
import { asActor, DUEREN, GUETERSLOH, OPERATOR, ReminderHouse } from './reminder-house.js';

const PAGE = { limit: 50 };
const MINE: ReminderChoice = { leads: [3, 10], unit: 'working_days', about: 'eligible', frequency: 'weekly' };

describe('whose reminders are whose', () => {
  let house: ReminderHouse;
  let ofDueren: PersonView;
  let ofGuetersloh: PersonView;
  let remindersOn: RemindersOn;

  beforeAll(async () => {
    house = await ReminderHouse.open();
    ofDueren = await house.employ(DUEREN);
    ofGuetersloh = await house.employ(GUETERSLOH);
    await house.publish();
    await house.plan();
    house.at('2014-06-27T05:00:00Z');
    await house.release();
    await house.sendBound();
    for (const { id } of [ofDueren, ofGuetersloh]) await house.preferences().run(OPERATOR, id, undefined, DEFAULT_CHOICE);
    remindersOn = new RemindersOn(house.hand.transactions, new Instance(house.hand.transactions, house.clock));
  });
  afterAll(() => house.close());

  it('are listed by the local day, with the letter that carried them', async () => {
    const { items, total } = await remindersOn.run(OPERATOR, { on: '2014-06-27', authority: DUEREN.key }, PAGE);
    expect(total).toBe(1);
    expect(items[0]).toMatchObject({
      recipient: { id: ofDueren.id, name: 'Jana Lennartz', email: ofDueren.email },
      authority: { key: DUEREN.key, name: 'Düren' },
      call: { title: { de: 'Modellkommune E-Government, 2.\u00a0Runde' } },
      deadline: { stage: 'application', closesOn: '2014-07-25' },
      lead: 28,
      dueAt: '2014-06-27T05:00:00Z',
      state: 'sent',
      sentAt: '2014-06-27T05:00:00Z',
    });
    expect(items[0]!.messageId).toMatch(/^<[0-9a-f-]{36}@foerdertakt\.example>$/);
    expect((await remindersOn.run(OPERATOR, { on: '2014-06-28' }, PAGE)).total).toBe(0);
    expect((await remindersOn.run(OPERATOR, { state: 'planned' }, PAGE)).total).toBe(6);
  });

  it('come in pages that fit together', async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await remindersOn.run(OPERATOR, {}, { limit: 3, cursor });
      expect(page.total).toBe(8);
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.next ?? undefined;
    } while (cursor);
    expect(new Set(seen).size).toBe(8);
    await expect(remindersOn.run(OPERATOR, {}, { limit: 3, cursor: btoa('["x","y"]') })).rejects.toMatchObject({ code: 'invalid-cursor' });
  });

  it('show staff their own authority only, asked for or not', async () => {
    const mine = await remindersOn.run(asActor(ofDueren), {}, PAGE);
    expect(new Set(mine.items.map(({ authority }) => authority.key))).toEqual(new Set([DUEREN.key]));
    expect(mine.total).toBe(4);
    expect((await remindersOn.run(asActor(ofGuetersloh), { authority: DUEREN.key }, PAGE)).total).toBe(0);
  });

  it.each(['reminder', 'letter', 'reminder_preference'])(
    'are kept apart by the database too, with the query’s filter left out: %s',
    async (table) => {
      const count = (scope: Parameters<typeof house.hand.transactions.run>[0]) =>
        house.hand.transactions.run(scope, async (em) => (await rows(em, `select 1 from ${table}`)).length);
      const [all] = await house.database.sql<{ count: number }>(`select count(*)::int as count from ${table}`);
      expect(all!.count).toBeGreaterThan(1);
      expect(await count({ kind: 'system', place: 'letter-sending' })).toBe(all!.count);
      expect(await count(scopeOf(asActor(ofDueren)))).toBe(all!.count / 2);
      expect(await count({ kind: 'nobody' })).toBe(0);
    },
  );
});

describe('what somebody chooses', () => {
  let house: ReminderHouse;
  let clerk: PersonView;
  let other: PersonView;

  beforeEach(async () => {
    house = await ReminderHouse.open();
    clerk = await house.employ(DUEREN);
    other = await house.employ(GUETERSLOH);
  });
  afterEach(() => house.close());

  it('is 28, 14, 7 and 1 days, daily, until they choose', async () => {
    const find = new FindReminderPreference(house.hand.transactions);
    expect(await find.run(asActor(clerk), clerk.id)).toMatchObject({
      leads: [28, 14, 7, 1],
      unit: 'days',
      about: 'eligible',
      frequency: 'daily',
      version: 0,
    });
  });

  it('needs no version the first time and the present one after that', async () => {
    const preferences = house.preferences();
    const first = await preferences.run(asActor(clerk), clerk.id, undefined, MINE);
    expect(first).toMatchObject({ leads: [10, 3], version: 1 });
    await expect(preferences.run(asActor(clerk), clerk.id, undefined, MINE)).rejects.toMatchObject({ code: 'if-match-required' });
    await expect(preferences.run(asActor(clerk), clerk.id, 7, MINE)).rejects.toMatchObject({ code: 'stale', params: { current: 1 } });
    expect(await preferences.run(asActor(clerk), clerk.id, 1, { ...MINE, leads: [] })).toMatchObject({ leads: [], version: 2 });
  });

  it('is nobody else’s business', async () => {
    const find = new FindReminderPreference(house.hand.transactions);
    await expect(find.run(asActor(other), clerk.id)).rejects.toMatchObject({ code: 'not-found' });
    await expect(house.preferences().run(asActor(other), clerk.id, undefined, MINE)).rejects.toMatchObject({ code: 'not-found' });
    expect(await house.preferences().run(OPERATOR, clerk.id, undefined, MINE)).toMatchObject({ version: 1 });
  });

  it.each([
    ['91 days', { leads: [91] }, '/leads/0'],
    ['half a day', { leads: [7, 0.5] }, '/leads/1'],
    ['the same twice', { leads: [7, 7] }, '/leads/1'],
    ['more than twenty', { leads: Array.from({ length: 21 }, (_, lead) => lead) }, '/leads'],
  ])('is refused: %s', async (_, change, pointer) => {
    const refused = house.preferences().run(asActor(clerk), clerk.id, undefined, { ...MINE, ...change });
    await expect(refused).rejects.toMatchObject({ code: 'invalid', faults: [{ pointer }] });
  });

  it('can be stopped and resumed by the token in a letter, and by no other', async () => {
    const { transactions } = house.hand;
    const instance = new Instance(transactions, house.clock);
    const stopLetters = new StopLetters(transactions, instance, house.preferences());
    const token = stopToken((await instance.read())!.secret, clerk.id);
    await house.publish();
    await house.plan();
    expect(await stopLetters.find(token)).toMatchObject({ personId: clerk.id, stopped: false });
    expect(await stopLetters.run(token, 'stop')).toMatchObject({ stopped: true });
    expect(await stopLetters.run(token, 'stop')).toMatchObject({ stopped: true });
    await house.plan();
    expect((await house.ledger()).filter(({ authority }) => authority === 'Düren').map(({ state, reason }) => [state, reason])).toEqual(
      Array(4).fill(['skipped', 'stopped']),
    );
    expect(await stopLetters.run(token, 'resume')).toMatchObject({ stopped: false });
    await house.plan();
    expect((await house.ledger()).every(({ state }) => state === 'planned')).toBe(true);
    const forged = stopToken('another secret', clerk.id);
    await expect(stopLetters.run(forged, 'stop')).rejects.toMatchObject({ code: 'not-found' });
    await expect(stopLetters.find(`${other.id}.${token.split('.')[1]}`)).rejects.toMatchObject({ code: 'not-found' });
  });
});
