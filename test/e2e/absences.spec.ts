import { type Clerk, DUEREN, furnish, JUELICH, signedIn, submit, wordsOf } from '../support/clerks.js';
import { type Agent, startTestServer, type TestServer } from '../support/server.js';

const AWAY = { from: '2014-07-01', until: '2014-07-14' };

describe('absences and deputies', () => {
  let server: TestServer;
  let jana: Clerk;
  let ben: Clerk;
  let other: Clerk;
  let program: Agent;

  const tokenFor = async ({ id }: Clerk) =>
    server.as((await server.asAdmin().post(`/api/v1/people/${id}/tokens`).send({ name: 'test' })).body.token);

  beforeAll(async () => {
    server = await startTestServer();
    await furnish(server);
    jana = await signedIn(server, { email: 'jana@dueren.example', name: 'Jana Lennartz', authorities: [DUEREN] });
    ben = await signedIn(server, { email: 'ben@dueren.example', name: 'Ben <Klein>', authorities: [DUEREN] });
    other = await signedIn(server, { email: 'eva@juelich.example', authorities: [JUELICH], language: 'en' });
    program = await tokenFor(jana);
  }, 60_000);
  afterAll(() => server?.close());

  const list = `/api/v1/authorities/${DUEREN}/absences`;
  const look = (clerk: Clerk, path: string) => clerk.browser.get(path).set('Accept', 'text/html').expect(200);

  describe('over the interface', () => {
    afterEach(() => server.database.sql('delete from absence'));
    const enter = (change: object = {}) => program.post(list).send({ ...AWAY, deputy: ben.id, ...change });

    it('are entered, read, changed and ended', async () => {
      const entered = await enter().expect(201);
      expect(entered.body).toMatchObject({
        ...AWAY,
        person: { id: jana.id, name: 'Jana Lennartz' },
        deputy: { id: ben.id, name: 'Ben <Klein>' },
        alsoToMe: false,
        deputyIsAbsent: false,
        version: 1,
      });
      const one = entered.headers.location!;
      await program.patch(one).send({ alsoToMe: true }).expect(428);
      const changed = await program.patch(one).set('If-Match', '"1"').send({ alsoToMe: true, until: '2014-07-10' }).expect(200);
      expect(changed.body).toMatchObject({ from: AWAY.from, until: '2014-07-10', alsoToMe: true, version: 2 });
      expect((await (await tokenFor(ben)).get(list).expect(200)).body.total).toBe(1);
      await program.delete(one).set('If-Match', '"1"').expect(412);
      await program.delete(one).set('If-Match', '"2"').expect(204);
      expect((await program.get(list).expect(200)).body.total).toBe(0);
      const audit = await server.database.sql<{ action: string }>(
        `select action from audit_entry where subject_kind = 'absence' order by at, id`,
      );
      expect(audit.map(({ action }) => action).sort()).toEqual(['absence.changed', 'absence.ended', 'absence.entered']);
    });

    it('name only colleagues, who can be listed', async () => {
      const { body } = await program.get(`/api/v1/authorities/${DUEREN}/colleagues`).expect(200);
      expect(body.items.map(({ name }: { name: string }) => name)).toEqual(['Ben <Klein>', 'Jana Lennartz']);
      const refused = await enter({ deputy: other.id }).expect(422);
      expect(refused.body.errors).toMatchObject([{ pointer: '/deputy', code: 'invalid-value' }]);
    });

    it('of another municipality are not there', async () => {
      const one = (await enter().expect(201)).headers.location!;
      const foreign = await tokenFor(other);
      for (const path of [list, one, `/api/v1/authorities/${DUEREN}/colleagues`]) await foreign.get(path).expect(404);
      await foreign
        .post(list)
        .send({ ...AWAY, deputy: ben.id })
        .expect(404);
      await foreign.delete(one).set('If-Match', '"1"').expect(404);
      await (await tokenFor(ben)).delete(one).set('If-Match', '"1"').expect(404);
      await server.http.get(list).expect(401);
    });

    it('are entered for others by administrators only', async () => {
      await enter({ person: ben.id, deputy: jana.id }).expect(404);
      const made = await server
        .asAdmin()
        .post(list)
        .send({ ...AWAY, person: ben.id, deputy: jana.id })
        .expect(201);
      expect(made.body.person.id).toBe(ben.id);
    });

    it.each([
      [{ from: '2014-07-15' }, '/until'],
      [{ from: '2014-06-01', until: '2014-06-25' }, '/until'],
      [{ deputy: 'nobody' }, '/deputy'],
      [{ until: '2014-02-30' }, '/until'],
    ])('are refused with a pointer: %j', async (change, pointer) => {
      expect((await enter(change).expect(422)).body.errors[0].pointer).toBe(pointer);
    });
  });

  describe('on the page', () => {
    const form = { from: '01.07.2014', until: '14.07.2014', deputy: '', alsoToMe: 'yes' };

    it('are entered with a colleague, shown to both, and ended', async () => {
      const page = await look(jana, '/reminders/absence');
      expect(page.text).toContain('Ben &lt;Klein>');
      const entered = await submit(jana.browser, '/reminders/absence', '/reminders/absence', { ...form, deputy: ben.id });
      expect([entered.status, entered.headers.location]).toEqual([303, '/reminders/absence?saved=entered']);
      const words = wordsOf(await look(jana, entered.headers.location!));
      expect(words).toContain('Die Abwesenheit ist eingetragen.');
      expect(words).toMatch(/Di\., 1\. Juli 2014 bis Mo\., 14\. Juli 2014 Ben .* beide/);
      expect(wordsOf(await look(ben, '/reminders/absence'))).toMatch(/Sie vertreten .* Jana Lennartz beide/);
      const again = await submit(jana.browser, '/reminders/absence', '/reminders/absence', { ...form, deputy: ben.id });
      expect([again.status, wordsOf(again)]).toEqual([422, expect.stringContaining('schon eine Abwesenheit eingetragen')]);
      const [, end] = /action="(\/reminders\/absence\/[0-9a-f-]{36}\/end)"/.exec((await look(jana, '/reminders/absence')).text)!;
      for (const _time of [1, 2]) expect((await submit(jana.browser, '/reminders/absence', end!, { version: '1' })).status).toBe(303);
      expect(wordsOf(await look(jana, '/reminders/absence?saved=ended'))).toContain('Keine Abwesenheit ist eingetragen.');
    });

    it('say what is wrong at its field, and that nobody can stand in', async () => {
      const wrong = await submit(jana.browser, '/reminders/absence', '/reminders/absence', { ...form, from: 'x', deputy: 'y' });
      expect(wrong.status).toBe(422);
      for (const field of ['from', 'deputy']) expect(wrong.text).toMatch(new RegExp(`<a href="#f-${field}">`));
      expect(wordsOf(await look(other, '/reminders/absence'))).toContain('Nobody else has an account for this authority.');
    });
  });
});
