import type { PersonView } from '@app/accounts/person-view.js';
import type { Actor } from '@app/kernel/actor.js';
import { DropStance } from '@app/tracking/drop-stance.js';
import type { StanceWish } from '@app/tracking/stance.js';
import { TakeStance } from '@app/tracking/take-stance.js';
import { asActor, DUEREN, GUETERSLOH, MUENSTER, ReminderHouse } from './reminder-house.js';

const DISMISSED: StanceWish = { kind: 'dismissed', reason: 'no_capacity' };
const FOLLOWED: StanceWish = { kind: 'followed' };
const morningOf = (day: string) => `${day}T05:00:00Z`;
const FOUR_WEEKS_BEFORE = '2014-06-27';
const TWO_WEEKS_BEFORE = '2014-07-11';
const ONE_WEEK_BEFORE = '2014-07-18';

/** The call of 2014 closes on 25 July; Düren and Gütersloh may apply, Münster is too large. */
describe('following and dismissing decide about reminders', () => {
  let house: ReminderHouse;
  let callId: string;
  let clerk: PersonView;

  const asClerk = (): Actor => asActor(clerk);
  const take = async (wish: StanceWish, { key, version }: { key?: string; version?: number } = {}) =>
    new TakeStance(house.hand.transactions, house.clock, house.hand.jobs).run(asClerk(), key ?? DUEREN.key, callId, wish, version);
  const drop = (version: number) =>
    new DropStance(house.hand.transactions, house.clock, house.hand.jobs).run(asClerk(), DUEREN.key, callId, version);
  const about = (wish: 'eligible' | 'followed') =>
    house.preferences().run(asClerk(), clerk.id, undefined, { leads: [28, 14, 7, 1], unit: 'days', about: wish, frequency: 'daily' });
  const states = async () => (await house.ledger()).map(({ lead, state, reason }) => [lead, reason ?? state]);

  beforeEach(async () => {
    house = await ReminderHouse.open();
    clerk = await house.employ(DUEREN, MUENSTER);
    callId = await house.publish();
    await house.plan();
  });
  afterEach(() => house.close());

  it('plan anew in the same transaction that takes a stance, and the one that drops it', async () => {
    const jobs = () =>
      house.database.sql<{ count: number }>(
        `select count(*)::int as count from pgboss.job where name = 'recipients-changed' and data ->> 'personId' = $1`,
        [clerk.id],
      );
    const [before] = await jobs();
    await take(DISMISSED);
    await drop(1);
    expect((await jobs())[0]!.count - before!.count).toBe(2);
    await expect(take(FOLLOWED, { key: GUETERSLOH.key })).rejects.toMatchObject({ code: 'not-found' });
    expect((await jobs())[0]!.count - before!.count).toBe(2);
  });

  it('a dismissed call is quiet, and says so in the ledger; taken back, its later reminders are there again', async () => {
    house.at('2014-06-20T08:00:00Z');
    await take(DISMISSED);
    await house.plan();
    expect(await states()).toEqual([28, 14, 7, 1].map((lead) => [lead, 'dismissed']));
    house.at(morningOf(FOUR_WEEKS_BEFORE));
    expect(await house.work()).toEqual([]);
    house.at('2014-07-02T08:00:00Z');
    await drop(1);
    expect(await house.work()).toEqual([]);
    expect(await states()).toEqual([
      [28, 'dismissed'],
      [14, 'planned'],
      [7, 'planned'],
      [1, 'planned'],
    ]);
    house.at(morningOf(TWO_WEEKS_BEFORE));
    expect(await house.work()).toEqual(['sent']);
    expect(house.mailer.sent[0]!.text).not.toContain('verspätet');
  });

  it('a dismissal silences its person alone, on behalf of one authority', async () => {
    const colleague = await house.employ(DUEREN);
    await house.move(clerk, DUEREN, GUETERSLOH);
    clerk = { ...clerk, authorities: [DUEREN, GUETERSLOH] as never };
    await take(DISMISSED);
    await house.plan();
    house.at(morningOf(FOUR_WEEKS_BEFORE));
    expect(await house.work()).toEqual(['sent', 'sent']);
    const got = house.mailer.sent.map(({ to, subject }) => [to.address, subject.includes('Modellkommune')]);
    expect(got.toSorted()).toEqual([
      [clerk.email, true],
      [colleague.email, true],
    ]);
    expect(house.mailer.sent.find(({ to }) => to.address === clerk.email)!.text).toContain('für Gütersloh läuft');
  });

  it('a dismissal after the letter was bound is seen right before it is sent', async () => {
    house.at(morningOf(FOUR_WEEKS_BEFORE));
    await house.release();
    await take(DISMISSED);
    expect(await house.sendBound()).toEqual(['dropped']);
    expect(house.mailer.sent).toEqual([]);
    expect((await states())[0]).toEqual([28, 'dismissed']);
  });

  it('a followed call is told of though it does not fit, and the letter says so', async () => {
    expect((await house.ledger()).map(({ authority }) => authority)).not.toContain('Münster');
    await take(FOLLOWED, { key: MUENSTER.key });
    await about('followed');
    await house.plan();
    expect((await house.ledger()).filter(({ state }) => state === 'planned').map(({ authority, lead }) => [authority, lead])).toEqual(
      [28, 14, 7, 1].map((lead) => ['Münster', lead]),
    );
    house.at(morningOf(FOUR_WEEKS_BEFORE));
    expect(await house.work()).toEqual(['sent']);
    const [letter] = house.mailer.sent;
    const words = letter!.text.replaceAll(/\s+/g, ' ');
    expect(words).toContain('Für Münster: passt nicht:');
    expect(words).toContain('weil der Aufruf für Münster auf Ihrer Merkliste steht');
    expect(`${letter!.text}${letter!.html}`).not.toContain('darf sich bewerben');
    expect(letter!.html).not.toContain('&#10003;');
  });

  it('who wants the watch list only hears of what they follow, and of the rest not', async () => {
    await about('followed');
    await house.plan();
    expect(await states()).toEqual([28, 14, 7, 1].map((lead) => [lead, 'not-followed']));
    house.at('2014-07-02T08:00:00Z');
    await take(FOLLOWED);
    await house.plan();
    expect(await states()).toEqual([
      [28, 'not-followed'],
      [14, 'planned'],
      [7, 'planned'],
      [1, 'planned'],
    ]);
  });

  it('unfollowing moves the ledger, following again moves it back', async () => {
    await about('followed');
    await take(FOLLOWED);
    await house.plan();
    house.at(morningOf(FOUR_WEEKS_BEFORE));
    expect(await house.work()).toEqual(['sent']);
    house.at('2014-07-01T08:00:00Z');
    await drop(1);
    await house.plan();
    expect(await states()).toEqual([
      [28, 'sent'],
      [14, 'not-followed'],
      [7, 'not-followed'],
      [1, 'not-followed'],
    ]);
    house.at('2014-07-12T08:00:00Z');
    await take(FOLLOWED);
    expect(await house.work()).toEqual([]);
    expect(await states()).toEqual([
      [28, 'sent'],
      [14, 'not-followed'],
      [7, 'planned'],
      [1, 'planned'],
    ]);
    house.at(morningOf(ONE_WEEK_BEFORE));
    expect(await house.work()).toEqual(['sent']);
    expect(house.mailer.sent).toHaveLength(2);
  });

  it('following during an outage loses no reminder that was missed', async () => {
    house.at('2014-06-29T10:00:00Z');
    await take(FOLLOWED);
    expect(await house.work()).toEqual(['sent']);
    expect(house.mailer.sent[0]!.text).toContain('verspätet');
  });
});
