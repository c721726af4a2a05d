import type { PersonView } from '@app/accounts/person-view.js';
import { MailRejected } from '@app/mail/mailer.js';
import { systemScope } from '@app/persistence/scope.js';
import { insertNotices } from '@app/reminders/notices/insert-notice.js';
import { SaveSearch } from '@app/tracking/save-search.js';
import { SwitchDigest } from '@app/tracking/switch-digest.js';
import { asActor, DUEREN, GUETERSLOH, MUENSTER, ReminderHouse } from './reminder-house.js';

/** The morning after the call was announced. */
const NEXT_MORNING = '2014-06-13T05:00:00Z';

describe('new matches', () => {
  let house: ReminderHouse;
  let clerk: PersonView;

  beforeEach(async () => {
    house = await ReminderHouse.open();
    clerk = await house.employ(DUEREN);
  });
  afterEach(() => house.close());

  const digests = () => new SwitchDigest(house.hand.transactions, house.clock);
  const searches = () => new SaveSearch(house.hand.transactions, house.clock);
  const save = (content: { name: string; query?: string; frequency?: 'daily' | 'weekly'; authorityId?: string }) =>
    searches().run(asActor(clerk), {
      name: content.name,
      authorityId: content.authorityId ?? null,
      filter: content.query ? { query: content.query } : {},
      digest: true,
      frequency: content.frequency ?? 'daily',
    });

  /** What a worker does at this instant, a tick after another; answers how each letter fared. */
  async function deliver(): Promise<string[]> {
    await house.hand.matches.run(house.now());
    await house.hand.notices.run(house.now());
    return house.sendBound();
  }

  const publishMany = async (count: number): Promise<void> => {
    for (let index = 0; index < count; index += 1) await house.publish({ title: { de: `Aufruf ${index + 1}` } });
  };

  const texts = () => house.mailer.sent.map(({ text }) => text);

  it('of what fits an authority: what was there before is none, what comes after is told once, next morning', async () => {
    await house.publish({ title: { de: 'Alt' } });
    house.clock.advance({ minutes: 1 });
    await digests().choose(asActor(clerk), DUEREN.key, undefined, 'daily');
    await deliver();
    house.clock.advance({ minutes: 1 });
    await house.publish({ title: { de: 'Neu' } });
    expect(await deliver()).toEqual([]);
    house.at('2014-06-13T04:59:00Z');
    expect(await deliver()).toEqual([]);
    house.at(NEXT_MORNING);
    expect(await deliver()).toEqual(['sent']);
    expect(house.mailer.sent[0]!.subject).toBe('Ein neuer Aufruf für Düren');
    expect(texts()[0]).toContain('Neu\n');
    expect(texts()[0]).not.toContain('Alt');
    expect(await deliver()).toEqual([]);
    house.at('2014-06-14T05:00:00Z');
    expect(await deliver()).toEqual([]);
  });

  it('is not told twice: not what a letter says that fits now, and not for two towns that became one', async () => {
    await digests().choose(asActor(clerk), DUEREN.key, undefined, 'daily');
    await deliver();
    house.clock.advance({ minutes: 1 });
    const said = await house.publish({ title: { de: 'Schon gesagt' } });
    await house.publish({ title: { de: 'Noch nicht gesagt' } });
    await house.hand.transactions.run(systemScope('reminder-planning'), (em) => {
      const notice = { personId: clerk.id, authorityId: DUEREN.id, callId: said, kind: 'now-eligible', subject: `${said}:1` } as const;
      return insertNotices(em, [{ ...notice, dueAt: Temporal.Instant.from('2014-12-31T00:00:00Z') }], house.now());
    });
    await house.database.sql(
      `insert into saved_search select (jsonb_populate_record(s, jsonb_build_object('id', gen_random_uuid(), 'created_at', '2014-06-13'))).* from saved_search s`,
    );
    house.at(NEXT_MORNING);
    expect(await deliver()).toEqual(['sent']);
    expect(texts()[0]).toContain('Noch nicht gesagt');
    expect(texts()[0]).not.toContain('Schon gesagt');
  });

  it('is not told what fits another authority only, nor withdrawn or over by then', async () => {
    const other = await house.employ(MUENSTER);
    await digests().choose(asActor(clerk), DUEREN.key, undefined, 'daily');
    await digests().choose(asActor(other), MUENSTER.key, undefined, 'daily');
    await deliver();
    house.clock.advance({ minutes: 1 });
    const gone = await house.publish({ title: { de: 'Zurückgezogen' } });
    await house.publish({ title: { de: 'Bleibt' } });
    house.at(NEXT_MORNING);
    await house.hand.matches.run(house.now());
    await house.hand.notices.run(house.now());
    await house.withdraw(gone);
    expect(await house.sendBound()).toEqual(['sent']);
    expect(house.mailer.sent.map(({ to }) => to.address)).toEqual([clerk.email]);
    expect(texts()[0]).toContain('Bleibt');
    expect(texts()[0]).not.toContain('Zurückgezogen');
  });

  describe('that a search finds and that fit the authority as well', () => {
    const switchOn = async () => {
      await digests().choose(asActor(clerk), DUEREN.key, undefined, 'daily');
      await save({ name: 'Alles', authorityId: DUEREN.id });
      await deliver();
      house.clock.advance({ minutes: 1 });
    };
    const tellings = (title: string) => texts().filter((text) => text.includes(`${title}\n`)).length;

    it('are told once, however many workers look', async () => {
      await switchOn();
      await publishMany(2);
      house.at(NEXT_MORNING);
      const other = await house.openHand();
      await Promise.all([house.hand, other].map((hand) => hand.matches.run(house.now())));
      expect(await deliver()).toEqual(['sent']);
      for (const morning of ['2014-06-14T05:00:00Z', '2014-06-15T05:00:00Z']) {
        house.at(morning);
        expect(await deliver()).toEqual([]);
      }
      expect([tellings('Aufruf 1'), tellings('Aufruf 2')]).toEqual([1, 1]);
    });

    it('are told all the same when the letter could not be delivered, and once again then', async () => {
      await switchOn();
      await publishMany(1);
      house.at(NEXT_MORNING);
      house.mailer.before = () => {
        throw new MailRejected({ permanent: true, isOfRecipient: false, responseCode: 554, reason: '554 no' });
      };
      expect(await deliver()).toEqual(['failed']);
      house.mailer.before = () => undefined;
      house.at('2014-06-14T05:00:00Z');
      expect(await deliver()).toEqual(['sent']);
      expect(await deliver()).toEqual([]);
      expect(tellings('Aufruf 1')).toBe(1);
    });

    it('are told for each authority, and for nobody in particular', async () => {
      await house.move(clerk, DUEREN, GUETERSLOH);
      clerk = { ...clerk, authorities: [...clerk.authorities, { ...clerk.authorities[0]!, id: GUETERSLOH.id, key: GUETERSLOH.key }] };
      await digests().choose(asActor(clerk), GUETERSLOH.key, undefined, 'daily');
      await save({ name: 'Für niemanden' });
      await switchOn();
      await publishMany(1);
      house.at(NEXT_MORNING);
      expect(await deliver()).toEqual(['sent', 'sent', 'sent']);
      expect(tellings('Aufruf 1')).toBe(3);
    });
  });

  it('of a saved search, on Mondays, with a link that stops only it', async () => {
    const { id } = await save({ name: 'Alles', frequency: 'weekly' });
    await deliver();
    house.clock.advance({ minutes: 1 });
    await publishMany(2);
    house.at(NEXT_MORNING);
    expect(await deliver()).toEqual([]);
    house.at('2014-06-16T05:00:00Z');
    expect(await deliver()).toEqual(['sent']);
    const { subject, listId, unsubscribeUrl } = house.mailer.sent[0]!;
    expect([subject, listId]).toEqual(['2 neue Aufrufe: Alles', 'matches.foerdertakt.example']);
    expect(unsubscribeUrl).toContain(`/reminders/stop-digest/${clerk.id}.${id}.`);
  });

  it('is not forgotten when its letter could not be delivered: the next digest has it', async () => {
    await save({ name: 'Alles' });
    await deliver();
    house.clock.advance({ minutes: 1 });
    await house.publish({ title: { de: 'Erster' } });
    house.at(NEXT_MORNING);
    house.mailer.before = () => {
      throw new MailRejected({ permanent: true, reason: '554 not today' });
    };
    expect(await deliver()).toEqual(['failed']);
    house.mailer.before = () => undefined;
    await house.publish({ title: { de: 'Zweiter' } });
    expect(await deliver()).toEqual([]);
    house.at('2014-06-14T05:00:00Z');
    expect(await deliver()).toEqual(['sent']);
    expect(house.mailer.sent[0]!.subject).toBe('2 neue Aufrufe: Alles');
  });

  it('while a letter is under way nothing is told twice, however many workers look and however often', async () => {
    await save({ name: 'Alles' });
    await deliver();
    house.clock.advance({ minutes: 1 });
    await publishMany(3);
    house.at(NEXT_MORNING);
    const hands = [house.hand, await house.openHand()];
    await Promise.all(hands.flatMap(({ matches }) => [matches.run(house.now()), matches.run(house.now())]));
    await house.hand.notices.run(house.now());
    house.at('2014-06-14T05:00:00Z');
    await Promise.all(hands.map(({ matches }) => matches.run(house.now())));
    await house.hand.notices.run(house.now());
    expect(await house.sendBound()).toEqual(['sent']);
    expect(house.mailer.sent[0]!.subject).toBe('3 neue Aufrufe: Alles');
    expect(await deliver()).toEqual([]);
  });

  it('a worker that dies after the mail server took it sends the same letter again, and then no other', async () => {
    await save({ name: 'Alles' });
    await deliver();
    house.clock.advance({ minutes: 1 });
    await publishMany(1);
    house.at(NEXT_MORNING);
    await deliver();
    // as if the mark had been lost
    await house.database.sql(`update letter set state = 'bound', claimed_at = null`);
    await house.database.sql(`update notice set state = 'bound'`);
    await house.database.sql(`update match_watermark set told = '{}'`);
    house.at('2014-06-14T05:00:00Z');
    expect(await deliver()).toEqual(['sent']);
    expect(new Set(house.mailer.sent.map(({ id }) => id)).size).toBe(1);
    expect(await deliver()).toEqual([]);
    house.at('2014-06-15T05:00:00Z');
    expect(await deliver()).toEqual([]);
  });

  it('a thousand are all told, in letters of 150', async () => {
    await save({ name: 'Alles' });
    await deliver();
    house.clock.advance({ minutes: 1 });
    const first = await house.publish({ title: { de: 'Vorlage' } });
    await house.database.sql(
      `insert into call select (jsonb_populate_record(c, jsonb_build_object('id', gen_random_uuid(), 'ordinal', 10000 + n, 'round', n::text,
         'title', jsonb_build_object('de', 'Aufruf Nr. ' || n || '!')))).* from call c, generate_series(1, 999) n where c.id = $1`,
      [first],
    );
    await house.database.sql('update index_revision set revision = revision + 1');
    await house.database.sql('update call set revision = (select revision from index_revision) where ordinal >= 10000');
    house.at(NEXT_MORNING);
    expect(await deliver()).toEqual(Array(7).fill('sent'));
    const told = texts().join('\n');
    for (let n = 1; n < 1_000; n += 1) expect(told).toContain(`Aufruf Nr. ${n}!`);
    const subjects = Array.from({ length: 7 }, (_, index) => `1.000 neue Aufrufe (Brief ${index + 1} von 7): Alles`);
    expect(house.mailer.sent.map(({ subject }) => subject).sort()).toEqual(subjects);
    expect(Math.max(...house.mailer.sent.map(({ html }) => html.length))).toBeLessThan(100_000);
    expect(await deliver()).toEqual([]);
    house.at('2014-06-14T05:00:00Z');
    expect(await deliver()).toEqual([]);
  });

  it('keeps to the limits of a minute and a receiving domain; the rest comes in the next ones', async () => {
    const narrow = await house.openHand({ perMinute: 100, perMinuteAndDomain: 2 });
    const others = [clerk, await house.employ(DUEREN), await house.employ(DUEREN)];
    for (const person of others) await digests().choose(asActor(person), DUEREN.key, undefined, 'daily');
    await deliver();
    house.clock.advance({ minutes: 1 });
    await house.publish({ title: { de: 'Neu' } });
    house.at(NEXT_MORNING);
    await house.hand.matches.run(house.now());
    await narrow.notices.run(house.now());
    await narrow.notices.run(house.now());
    expect(await house.boundLetters()).toHaveLength(2);
    house.clock.advance({ seconds: 61 });
    await narrow.notices.run(house.now());
    expect(await house.boundLetters()).toHaveLength(3);
  });

  it('does not count as the day’s letter of reminders, nor takes its place', async () => {
    await digests().choose(asActor(clerk), DUEREN.key, undefined, 'daily');
    await deliver();
    house.at('2014-06-26T10:00:00Z');
    await house.publish();
    await house.plan();
    house.at('2014-06-27T05:00:00Z');
    expect(await deliver()).toEqual(['sent']);
    expect(await house.work()).toEqual(['sent']);
    expect(house.mailer.sent.map(({ subject }) => subject.slice(0, 12))).toEqual(['Ein neuer Au', 'Noch 28 Tage']);
  });

  it.each([
    ['switched-off', async (id: string) => searches().change(asActor(clerk), id, 1, { digest: false })],
    ['switched-off', async (id: string) => searches().remove(asActor(clerk), id, 1)],
    ['stopped', async () => house.preferences().setStopped(asActor(clerk), clerk.id, true)],
    ['left', async () => house.move(clerk)],
  ])('bound to a letter and then not wanted any more: %s', async (reason, change) => {
    const { id } = await save({ name: 'Alles' });
    await deliver();
    house.clock.advance({ minutes: 1 });
    await publishMany(1);
    house.at(NEXT_MORNING);
    await house.hand.matches.run(house.now());
    await house.hand.notices.run(house.now());
    await change(id);
    expect(await house.sendBound()).toEqual(['dropped']);
    expect(await house.database.sql('select state, reason from notice')).toEqual([{ state: 'skipped', reason }]);
  });

  it('begins anew when something else is looked for, and when it was off in between', async () => {
    const { id } = await save({ name: 'Nichts', query: 'Steuerreform' });
    await deliver();
    house.clock.advance({ minutes: 1 });
    await publishMany(2);
    house.clock.advance({ minutes: 1 });
    await searches().change(asActor(clerk), id, 1, { filter: {} });
    await deliver();
    house.clock.advance({ minutes: 1 });
    await house.publish({ title: { de: 'Danach' } });
    house.at(NEXT_MORNING);
    expect(await deliver()).toEqual(['sent']);
    expect(house.mailer.sent[0]!.subject).toBe('Ein neuer Aufruf: Nichts');
    await digests().turn(asActor(clerk), id, false);
    await house.publish({ title: { de: 'Dazwischen' } });
    house.clock.advance({ minutes: 1 });
    await digests().turn(asActor(clerk), id, true);
    await deliver();
    house.at('2014-06-14T05:00:00Z');
    expect(await deliver()).toEqual([]);
  });

  it('is chosen for one’s own authorities only, with the version that one has seen', async () => {
    const actor = asActor(clerk);
    await expect(digests().choose(actor, GUETERSLOH.key, undefined, 'daily')).rejects.toMatchObject({ code: 'not-found' });
    expect(await digests().find(actor, DUEREN.key)).toEqual({ digest: 'off', version: 0 });
    await digests().choose(actor, DUEREN.key, undefined, 'weekly');
    expect(await digests().find(actor, DUEREN.key)).toEqual({ digest: 'weekly', version: 1 });
    await expect(digests().choose(actor, DUEREN.key, undefined, 'off')).rejects.toMatchObject({ code: 'if-match-required' });
    await expect(digests().choose(actor, DUEREN.key, 7, 'off')).rejects.toMatchObject({ code: 'stale', params: { current: 1 } });
    await digests().choose(actor, DUEREN.key, 1, 'off');
    expect(await digests().find(actor, DUEREN.key)).toEqual({ digest: 'off', version: 2 });
  });
});
