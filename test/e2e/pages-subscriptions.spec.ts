import { Instance } from '@app/accounts/instance.js';
import { stopToken } from '@app/reminders/stop-token.js';
import { type Clerk, DUEREN, furnish, JUELICH, signedIn, submit, wordsOf } from '../support/clerks.js';
import { startTestServer, type TestServer } from '../support/server.js';
import { publishVillageShop } from '../support/village-shop.js';

/** A Monday, a week before the call closes. */
const NOW = '2026-11-23T10:00:00Z';

describe('the pages about calendar and reminders', () => {
  let server: TestServer;
  let dueren: Clerk;
  let juelich: Clerk;
  let editor: Clerk;

  beforeAll(async () => {
    server = await startTestServer({ now: NOW });
    await furnish(server);
    await publishVillageShop(server);
    dueren = await signedIn(server, { email: 'bea@dueren.example', authorities: [DUEREN] });
    juelich = await signedIn(server, { email: 'ben@juelich.example', authorities: [JUELICH], language: 'en' });
    editor = await signedIn(server, { email: 'eda@house.example', roles: ['editor'] });
  }, 60_000);
  afterAll(() => server?.close());

  const look = (clerk: Clerk, path: string, status = 200) => clerk.browser.get(path).set('Accept', 'text/html').expect(status);
  const rows = async (sql: string, values: unknown[] = []) => (await server.database.sql(sql, values)) as Record<string, unknown>[];
  /** How often anything was changed: each change leaves an entry. */
  const changes = async () => Number((await rows('select count(*)::int as n from audit_entry'))[0]!.n);

  describe('the calendar', () => {
    let feedId: string;
    const addressIn = (text: string) => /value="(http[^"]+\/feeds\/[^"]+\.ics)"/.exec(text)?.[1] ?? '';

    it('makes an address that is shown this once and kept nowhere', async () => {
      expect(wordsOf(await look(dueren, '/calendar'))).toContain('Sie haben noch kein Abonnement.');
      const made = await submit(dueren.browser, '/calendar', '/calendar', { scope: 'eligible', language: 'de' });
      expect([made.status, made.headers['cache-control']]).toEqual([200, 'no-store']);
      const address = addressIn(made.text);
      expect(address).toMatch(/\/dueren\.ics$/);
      expect(made.text).toContain(address.replace(/^http:/, 'webcal:'));
      await server.http
        .get(new URL(address).pathname)
        .expect(200)
        .expect('Content-Type', /text\/calendar/);
      const again = await look(dueren, '/calendar');
      expect(addressIn(again.text)).toBe('');
      feedId = /\/calendar\/([0-9a-f-]{36})\/renewal/.exec(again.text)![1]!;
    });

    it('is in English for who reads English', async () => {
      expect(wordsOf(await look(juelich, '/calendar'))).toContain('Deadlines in your calendar');
      expect(wordsOf(await look(dueren, `/calendar/${feedId}/renewal?lang=en`))).toContain('Renew the subscription?');
      expect(wordsOf(await look(dueren, '/calendar?lang=de'))).toContain('Ihre Abonnements');
    });

    it.each(['renewal', 'removal'])('of another municipality is not there: %s', async (step) => {
      await look(juelich, `/calendar/${feedId}/${step}`, 404);
      expect((await submit(juelich.browser, '/calendar', `/calendar/${feedId}/${step}`, {})).status).toBe(404);
    });

    it('asks before it renews or removes', async () => {
      const before = await changes();
      expect(wordsOf(await look(dueren, `/calendar/${feedId}/renewal`))).toContain('Abonnement erneuern?');
      expect(wordsOf(await look(dueren, `/calendar/${feedId}/removal`))).toContain('Abonnement löschen?');
      expect(await changes()).toBe(before);
      const renewed = await submit(dueren.browser, `/calendar/${feedId}/renewal`, `/calendar/${feedId}/renewal`, {});
      expect([renewed.status, renewed.headers['cache-control']]).toEqual([200, 'no-store']);
      expect(wordsOf(renewed)).toContain('Das Abonnement hat eine neue Adresse');
      const removed = await submit(dueren.browser, `/calendar/${feedId}/removal`, `/calendar/${feedId}/removal`, {});
      expect(removed.headers.location).toBe('/calendar?done=removed');
      expect(wordsOf(await look(dueren, removed.headers.location!))).toContain('Das Abonnement ist gelöscht.');
      await server.http.get(new URL(addressIn(renewed.text)).pathname).expect(410);
      await look(dueren, `/calendar/${feedId}/removal`, 404);
    });

    it.each([
      [{ scope: 'everything' }, 'scope'],
      [{ scope: 'call:01900000-0000-7000-8000-0000000000aa' }, 'scope'],
      [{ scope: 'search:01900000-0000-7000-8000-0000000000aa' }, 'scope'],
      [{ scope: 'eligible', alarm: '99' }, 'alarm'],
      [{ scope: 'eligible', stages: ['nonsense'] }, 'stages'],
      [{ scope: 'eligible', name: 'x'.repeat(101) }, 'name'],
    ])('refuses what it does not offer, at its field: %#', async (sent, field) => {
      const page = await submit(dueren.browser, '/calendar', '/calendar', { language: 'de', ...sent } as Record<string, string>);
      expect(page.status).toBe(422);
      expect(page.text).toContain(`<a href="#f-${field}">`);
      expect(await rows('select id from feed where deleted_at is null')).toEqual([]);
    });

    it('makes a subscription as it was wished for, from the page of a call', async () => {
      const [call] = await rows('select id from call');
      const page = await look(dueren, `/calls/${call!.id}`);
      expect(page.text).toContain(`href="/calendar?call=${call!.id}#new"`);
      const offered = await look(dueren, `/calendar?call=${call!.id}`);
      expect(offered.text).toMatch(new RegExp(`value="call:${call!.id}" checked`));
      const wish = { scope: `call:${call!.id}`, name: 'Dorfladen', language: 'en', alarm: '7', stages: ['application'], timed: 'yes' };
      const made = await submit(dueren.browser, '/calendar', '/calendar', wish);
      const ics = (
        await server.http
          .get(new URL(addressIn(made.text)).pathname)
          .buffer(true)
          .expect(200)
      ).text;
      expect(ics).toContain('X-WR-CALNAME:Dorfladen');
      expect(ics).toContain('TRIGGER:-P7D');
      expect(made.text).toMatch(/<svg class="ft-qr"[^>]*>.*<path class="ft-qr__code" d="M4 4h1/);
      const words = wordsOf(made);
      expect(words).toContain('Dorfladen Ein Aufruf: Dorfladen für alle');
      expect(words).toContain('English · nur Antrag · mit Uhrzeiten · Alarm 7 Tage vorher');
    });

    it('says when it was fetched last and by which program, and which one has stopped', async () => {
      const [feed] = await rows(`select id, authority_id from feed where name = 'Dorfladen'`);
      await rows(
        `insert into feed_fetch (feed_id, program, authority_id, last_at, days_in_a_row)
         values ($1, 'Thunderbird', $2, '2026-11-23T06:10:00Z', 2), ($1, 'Outlook', $2, '2026-11-09T09:00:00Z', 5), ($1, '?', $2, '2026-11-01T09:00:00Z', 4)`,
        [feed!.id, feed!.authority_id],
      );
      const words = wordsOf(await look(dueren, '/calendar'));
      expect(words).toContain(
        'heute, 07:10 Uhr, von Thunderbird 9. November 2026, 10:00 Uhr, von Outlook – kam täglich und seit zwei Wochen nicht mehr 1. November 2026, 10:00 Uhr, von einem Programm, das wir nicht kennen ändern',
      );
    });

    it('is renamed under the same address; an older form is refused, another municipality does not find it', async () => {
      const [feed] = await rows(`select id, version from feed where name = 'Dorfladen'`);
      const at = `/calendar/${feed!.id}`;
      expect((await look(dueren, at)).text).toMatch(/name="name" value="Dorfladen"/);
      const change = { version: String(feed!.version), name: 'Unser Laden', language: 'de', alarm: '' };
      expect((await submit(juelich.browser, '/calendar', at, change)).status).toBe(404);
      await look(juelich, at, 404);
      expect((await submit(dueren.browser, at, at, { ...change, alarm: '3' })).status).toBe(422);
      expect((await submit(dueren.browser, at, at, change)).headers.location).toBe('/calendar?done=changed');
      const words = wordsOf(await look(dueren, '/calendar?done=changed'));
      expect(words).toContain('Das Abonnement ist geändert.');
      expect(words).toContain('Unser Laden Ein Aufruf: Dorfladen für alle, Runde 2026/27 Deutsch ');
      expect((await submit(dueren.browser, at, at, change)).status).toBe(412);
    });

    it('holds what a saved search finds', async () => {
      const kept = await submit(dueren.browser, '/calls', '/searches', { name: 'Läden', query: 'Dorfladen', status: 'current' });
      const path = kept.headers.location!.split('?')[0]!;
      const id = path.split('/').at(-1);
      expect((await look(dueren, path)).text).toContain(`href="/calendar?search=${id}#new"`);
      expect((await look(dueren, `/calendar?search=${id}`)).text).toMatch(new RegExp(`value="search:${id}" checked`));
      const made = await submit(dueren.browser, '/calendar', '/calendar', { scope: `search:${id}`, language: 'de' });
      const ics = await server.http
        .get(new URL(addressIn(made.text)).pathname)
        .buffer(true)
        .expect(200);
      expect(ics.text).toContain('SUMMARY:Frist: Dorfladen');
      expect(ics.text).toContain('X-WR-CALNAME:Fördertakt: Läden');
      expect(wordsOf(made)).toContain('Gespeicherte Suche: Läden');
    });

    it('of a published call is open to everybody, from its page', async () => {
      const [call] = await rows('select id from call');
      const page = await server.http.get(`/calls/${call!.id}`).set('Accept', 'text/html').expect(200);
      expect(page.text).toContain(`href="${server.url.replace('http:', 'webcal:')}/feeds/calls/${call!.id}.ics"`);
    });
  });

  describe('reminders', () => {
    const form = { on: 'yes', leads: ['7', '1'], otherLeads: '3', unit: 'days', frequency: 'daily' };
    const chosen = async () => (await rows('select leads, stopped_at from reminder_preference where person_id = $1', [dueren.id]))[0];

    beforeAll(async () => {
      await submit(dueren.browser, '/authority', '/authority/facts', { key: DUEREN, name: 'ruralCatchmentProven', value: 'true' });
    });

    it('shows the default and when the next letters come', async () => {
      const page = await look(dueren, '/reminders');
      expect(page.text).toMatch(/name="leads" value="28" checked/);
      const words = wordsOf(page);
      expect(words).toContain('Die Mails gehen an bea@dueren.example');
      expect(words).toContain('29. November 2026, 07:00 Uhr Dorfladen für alle, Runde 2026/27 Mo., 30. Nov. 2026');
      expect(await chosen()).toBeUndefined();
    });

    it('takes a choice, and shows what follows from it at once', async () => {
      const saved = await submit(dueren.browser, '/reminders', '/reminders', form);
      expect([saved.status, saved.headers.location]).toEqual([303, '/reminders?saved=yes']);
      expect(await chosen()).toEqual({ leads: [7, 3, 1], stopped_at: null });
      const words = wordsOf(await look(dueren, '/reminders?saved=yes'));
      expect(words).toContain('Gespeichert.');
      expect(words).toContain('27. November 2026, 07:00 Uhr Dorfladen');
    });

    it('stores nothing when nothing was changed', async () => {
      const before = await changes();
      await submit(dueren.browser, '/reminders', '/reminders', form);
      expect(await changes()).toBe(before);
    });

    it.each([
      [{ ...form, otherLeads: '91' }, 'otherLeads', '„91“ ist keine Zahl von 0 bis 90.'],
      [{ ...form, leads: [], otherLeads: '' }, 'leads', 'Wählen Sie mindestens einen Tag'],
    ])('says what is wrong at its field: %#', async (sent, field, text) => {
      const page = await submit(dueren.browser, '/reminders', '/reminders', sent);
      expect(page.status).toBe(422);
      expect(page.text).toMatch(new RegExp(`<a href="#f-${field}">[^<]*${text}`));
      expect(page.text).toMatch(new RegExp(`id="f-${field}"[^>]*aria-invalid="true"`));
      expect(await chosen()).toMatchObject({ leads: [7, 3, 1] });
    });

    it('can be switched off and on again, and what was chosen stays', async () => {
      await submit(dueren.browser, '/reminders', '/reminders', { unit: 'days', frequency: 'daily' });
      expect(await chosen()).toEqual({ leads: [7, 3, 1], stopped_at: expect.anything() });
      expect(wordsOf(await look(dueren, '/reminders'))).toContain('Erinnerungen sind ausgeschaltet.');
      await submit(dueren.browser, '/reminders', '/reminders', form);
      expect(await chosen()).toEqual({ leads: [7, 3, 1], stopped_at: null });
    });

    it('may come on other days for one authority, and for one call, and as everywhere else again', async () => {
      const [call] = await rows('select id from call');
      const where = `/calls/${call!.id}`;
      const versionOn = async (path: string) => /id="leads".*?name="version" value="(\d+)"/s.exec((await look(dueren, path)).text)?.[1];
      expect(wordsOf(await look(dueren, '/reminders'))).toContain('Erinnert wird 7, 3 und 1 Tag vorher (Ihre Einstellung).');
      const saved = await submit(dueren.browser, '/reminders', '/reminders/leads', { do: 'save', leads: '60, 5', unit: 'working_days' });
      expect([saved.status, saved.headers.location]).toEqual([303, '/reminders?leads=saved#leads']);
      expect(wordsOf(await look(dueren, '/reminders?leads=saved'))).toContain(
        'Gespeichert. Erinnert wird 60 und 5 Arbeitstage vorher (eigene Wahl für diese Kommune).',
      );
      expect(wordsOf(await look(dueren, where))).toContain('60 und 5 Arbeitstage vorher (eigene Wahl für diese Kommune)');
      await submit(dueren.browser, where, `${where}/leads`, { do: 'save', leads: '2', unit: 'days' });
      expect(wordsOf(await look(dueren, where))).toContain('Erinnert wird 2 Tage vorher (eigene Wahl für diesen Aufruf).');
      const wrong = await submit(dueren.browser, where, `${where}/leads`, { do: 'save', leads: '91', unit: 'days', version: '1' });
      expect(wrong.headers.location).toBe(`${where}?leads=wrong#leads`);
      const late = await submit(dueren.browser, where, `${where}/leads`, { do: 'save', leads: '9', unit: 'days', version: '7' });
      expect(late.headers.location).toBe(`${where}?leads=changed#leads`);
      for (const path of [where, '/reminders'])
        await submit(dueren.browser, path, `${path}/leads`, { do: 'inherit', version: (await versionOn(path))! });
      expect(wordsOf(await look(dueren, where))).toContain('7, 3 und 1 Tag vorher (Ihre Einstellung)');
      expect(wordsOf(await look(juelich, where))).not.toContain('Ihre Einstellung');
    });

    it('are a page in English too, and none for who acts for nobody', async () => {
      expect(wordsOf(await look(juelich, '/reminders'))).toContain('Reminders by mail');
      await look(editor, '/reminders', 403);
    });
  });

  describe('the link in each letter', () => {
    const stopPath = async (personId: string) => {
      const { secret } = (await server.app.get(Instance, { strict: false }).read())!;
      return `/reminders/stop/${stopToken(secret, personId)}`;
    };
    const stopped = async (id: string) =>
      (await rows('select stopped_at from reminder_preference where person_id = $1', [id]))[0]?.stopped_at ?? null;
    const read = (path: string) => server.http.get(path).set('Accept', 'text/html').set('Accept-Language', 'de');

    it('asks, and changes nothing by being opened', async () => {
      const before = await changes();
      const page = await read(await stopPath(juelich.id)).expect(200);
      expect(wordsOf(page)).toContain('Sollen keine Erinnerungen mehr an b…@juelich.example gehen?');
      expect(page.headers['cache-control']).toBe('no-store');
      await server.http.head(await stopPath(juelich.id)).expect(200);
      expect([await changes(), await stopped(juelich.id)]).toEqual([before, null]);
    });

    it.each(['urlencoded', 'multipart'])('stops at one click of a mail program: %s, no cookie, no question', async (kind) => {
      const path = await stopPath(juelich.id);
      const click = server.http.post(path);
      const sent =
        kind === 'multipart' ? click.field('List-Unsubscribe', 'One-Click') : click.type('form').send('List-Unsubscribe=One-Click');
      const answer = await sent.expect(200).expect('Content-Type', /text\/plain/);
      expect(answer.text).toBe('The reminders are stopped\n');
      expect(await stopped(juelich.id)).not.toBeNull();
      await server.http.post(path).type('form').send({ do: 'resume' }).expect(200);
      expect(await stopped(juelich.id)).toBeNull();
    });

    it('stops and resumes by its own buttons, in either language', async () => {
      const path = await stopPath(juelich.id);
      const press = (wish: string, language = 'de') =>
        server.http.post(path).set('Accept', 'text/html').set('Accept-Language', language).type('form').send({ do: wish, _csrf: '' });
      expect(wordsOf(await press('stop').expect(200))).toContain('Die Erinnerungen sind abbestellt');
      expect(wordsOf(await read(path).expect(200))).toContain('Die Erinnerungen sind abbestellt');
      expect(wordsOf(await press('resume', 'en').expect(200))).toContain('The reminders come again');
    });

    it('that is none of ours is gone, whatever is asked', async () => {
      const path = await stopPath(dueren.id);
      const foreign = path.replace(dueren.id, juelich.id);
      for (const wrong of [foreign, `${path}x`, '/reminders/stop/nothing']) {
        expect(wordsOf(await read(wrong).expect(404))).toContain('Diese Adresse gilt nicht mehr');
        await server.http.post(wrong).type('form').send('List-Unsubscribe=One-Click').expect(404);
      }
      await server.http.post(path).type('form').send({ do: 'delete' }).expect(400);
      expect(await stopped(juelich.id)).toBeNull();
    });
  });
});
