import { type Clerk, DUEREN, furnish, signedIn, submit, wordsOf } from '../support/clerks.js';
import { applicationUntil, MODELLKOMMUNE_PROGRAM, roundOne } from '../support/modellkommune.js';
import { startTestServer, TEST_ADMIN_EMAIL, TEST_ADMIN_PASSWORD, type TestServer } from '../support/server.js';

describe('the page of a day’s reminders', () => {
  let server: TestServer;
  let clerk: Clerk;
  let admin: ReturnType<TestServer['browser']>;

  const look = async (path: string, status = 200) => admin.get(path).set('Accept', 'text/html').expect(status);

  beforeAll(async () => {
    server = await startTestServer();
    await furnish(server);
    clerk = await signedIn(server, { email: 'bea@dueren.example', authorities: [DUEREN] });
    admin = server.browser();
    await submit(admin, '/sign-in', '/sign-in', { email: TEST_ADMIN_EMAIL, password: TEST_ADMIN_PASSWORD });
    const program = (await server.asAdmin().post('/api/v1/programs').send(MODELLKOMMUNE_PROGRAM).expect(201)).body.id;
    const call = (await server.asAdmin().post('/api/v1/calls').send(roundOne(program)).expect(201)).body.id;
    await server.database.sql(
      `insert into letter (id, person_id, local_day, number, state, attempts, refusals, response, bound_at, sent_at)
       values ('01900000-0000-7000-8000-0000000000f1', $1, '2014-06-27', 1, 'sent', 1, 0, '250 2.0.0 <b>queued</b>', '2014-06-27T05:00:00Z', '2014-06-27T05:00:04Z')`,
      [clerk.id],
    );
    await server.database.sql(
      `insert into reminder (id, person_id, authority_id, call_id, deadline_id, closing, closes_on, lead, unit, kind, due_at, state, reason, letter_id, sent_at, created_at, updated_at)
       select gen_random_uuid(), $1, a.id, $2, 'd' || n, 1, '2014-07-25', 28, 'days', 'closing', '2014-06-27T05:00:00Z',
         case n when 1 then 'sent' when 2 then 'skipped' else 'planned' end, case n when 2 then 'dismissed' end,
         case n when 1 then '01900000-0000-7000-8000-0000000000f1'::uuid end, case n when 1 then '2014-06-27T05:00:04Z'::timestamptz end, now(), now()
       from authority a, generate_series(1, 60) n where a.key = $3`,
      [clerk.id, call, DUEREN],
    );
  }, 60_000);
  afterAll(() => server?.close());

  it('shows what is planned, was sent and was not, with the answer of the mail server', async () => {
    const page = await look('/operation/reminders?on=27.6.2014&state=sent');
    const words = wordsOf(page);
    expect(words).toContain('58 geplant · 1 verschickt · 1 entfallen · 0 gescheitert');
    expect(words).toContain(
      'Bea Schmitz bea@dueren.example Düren Modellkommune E-Government, 1. Runde Fr., 25. Juli 2014 28 Tage 27. Juni 2014, 07:00 Uhr',
    );
    expect(words).toContain('&lt;01900000-0000-7000-8000-0000000000f1@');
    expect(page.text).toContain('250 2.0.0 &lt;b>queued');
    expect(wordsOf(await look('/operation/reminders?on=2014-06-27&state=skipped'))).toContain('entfallen : aussortiert');
  });

  it('turns pages and days, and says what is no day', async () => {
    const first = await look('/operation/reminders?on=2014-06-27');
    const more = /href="([^"]*after=[^"]*)"/.exec(first.text)![1]!.replaceAll('&amp;', '&');
    const second = await look(more);
    const rowsOf = (page: { text: string }) => page.text.split('<tr').length - 2;
    expect([rowsOf(first), rowsOf(second)]).toEqual([50, 10]);
    expect(first.text).toContain('href="/operation/reminders?on=2014-06-28"');
    expect(wordsOf(await look('/operation/reminders?on=2014-06-28'))).toContain('An diesem Tag ist keine Erinnerung fällig.');
    expect(wordsOf(await look('/operation/reminders?on=morgen', 422))).toContain('„morgen“ ist kein Tag.');
    expect((await look('/operation')).text).toContain('href="/operation/reminders"');
  });

  describe('and what is told beside them', () => {
    beforeAll(() =>
      server.database.sql(
        `insert into notice (id, person_id, authority_id, kind, subject, params, due_at, state, reason, letter_id, sent_at, created_at, updated_at)
         select gen_random_uuid(), $1, a.id, k.kind, n::text, '{}', k.due_at::timestamptz, k.state, k.reason, k.letter_id::uuid, k.sent_at::timestamptz, now(), now()
         from authority a, (values
           ('correction', '2014-06-27T12:00:00Z', 'sent', null, '01900000-0000-7000-8000-0000000000f1', '2014-06-27T12:00:04Z', 1),
           ('nobody-listens', '2014-06-27T05:00:00Z', 'skipped', 'heard', null, null, 1),
           ('new-matches', '2014-06-27T05:00:00Z', 'planned', null, null, null, 49),
           ('deadline-changed', '2014-06-27T22:30:00Z', 'planned', null, null, null, 1)
         ) as k (kind, due_at, state, reason, letter_id, sent_at, count), generate_series(1, k.count) n where a.key = $2`,
        [clerk.id, DUEREN],
      ),
    );

    it('stands below, with the answer of the mail server or the reason, page by page', async () => {
      const sent = wordsOf(await look('/operation/reminders?on=2014-06-27&state=sent'));
      expect(sent).toContain('Bea Schmitz bea@dueren.example Düren Berichtigung 27. Juni 2014, 14:00 Uhr verschickt');
      expect(wordsOf(await look('/operation/reminders?on=2014-06-27&state=skipped'))).toContain(
        'niemand kümmert sich 27. Juni 2014, 07:00 Uhr entfallen : schon auf einer Merkliste',
      );
      const first = await look('/operation/reminders?on=2014-06-27');
      const more = /href="([^"]*notices-after=[^"]*)"/.exec(first.text)![1]!.replaceAll('&amp;', '&');
      const rest = wordsOf(await look(more));
      expect(rest).toContain('Berichtigung');
      expect(rest).not.toContain('neue Aufrufe');
      expect(wordsOf(await look('/operation/reminders?on=2014-06-29'))).toContain('Außer Erinnerungen ist an diesem Tag nichts fällig.');
    });

    it('is answered by the interface, by the day where the authority lies, to its own people and to administrators', async () => {
      const on = (day: string) => `/api/v1/notices?on=${day}`;
      const { body } = await server
        .asAdmin()
        .get(`${on('2014-06-27')}&state=sent`)
        .expect(200);
      expect(body).toMatchObject({ total: 1, next: null });
      expect(body.items[0]).toEqual({
        id: expect.any(String),
        kind: 'correction',
        recipient: { id: clerk.id, name: 'Bea Schmitz', email: 'bea@dueren.example' },
        authority: { key: DUEREN, name: 'Düren' },
        dueAt: '2014-06-27T12:00:00Z',
        state: 'sent',
        sentAt: '2014-06-27T12:00:04Z',
        response: '250 2.0.0 <b>queued</b>',
        messageId: expect.stringMatching(/^<01900000-0000-7000-8000-0000000000f1@/),
      });
      const rest = await server
        .asAdmin()
        .get(`${on('2014-06-27')}&limit=50`)
        .expect(200);
      expect(rest.body.total).toBe(51);
      expect(
        (
          await server
            .asAdmin()
            .get(`${on('2014-06-27')}&cursor=${rest.body.next}`)
            .expect(200)
        ).body.items,
      ).toHaveLength(1);
      expect((await clerk.browser.get(on('2014-06-28')).expect(200)).body.items).toMatchObject([{ kind: 'deadline-changed' }]);
      const other = await signedIn(server, { email: 'otto@kreis.example', authorities: ['DE:05358'] });
      expect((await other.browser.get(on('2014-06-27')).expect(200)).body).toMatchObject({ items: [], total: 0 });
      await server.http.get(on('2014-06-27')).expect(401);
    });
  });

  it('foresees who will hear that nobody has taken up a call', async () => {
    const chief = await signedIn(server, { email: 'chef@dueren.example', name: 'Chef', roles: ['admin'], authorities: [DUEREN] });
    const programId = (await server.asAdmin().post('/api/v1/programs').send(MODELLKOMMUNE_PROGRAM).expect(201)).body.id;
    const made = (
      await server
        .asAdmin()
        .post('/api/v1/calls')
        .send({ ...roundOne(programId), round: '2', deadlines: [applicationUntil('2014-07-25')] })
        .expect(201)
    ).body;
    await server.asAdmin().post(`/api/v1/calls/${made.id}/publication`).set('If-Match', '"1"').expect(200);
    const foreseen = (day: string) => `/api/v1/notices/foreseen?on=${day}`;
    const { body } = await server.asAdmin().get(foreseen('2014-07-18')).expect(200);
    const ofDueren = body.items.filter((item: { authority: { key: string } }) => item.authority.key === DUEREN);
    expect(ofDueren).toMatchObject([
      { kind: 'nobody-listens', recipient: { id: chief.id }, call: { id: made.id }, dueAt: '2014-07-18T05:00:00Z' },
    ]);
    expect((await server.asAdmin().get(foreseen('2014-07-19')).expect(200)).body.items).toEqual([]);
    expect(wordsOf(await look('/operation/reminders?on=2014-07-18'))).toContain('geplant : wenn bis dahin niemand');
    expect(wordsOf(await look('/operation/reminders?on=2014-07-18&state=sent'))).not.toContain('wenn bis dahin niemand');
    await clerk.browser.get(foreseen('2014-07-18')).expect(403);
    await server.asAdmin().get('/api/v1/notices/foreseen').expect(422);
  });

  it('is for administrators only', async () => {
    await clerk.browser.get('/operation/reminders').set('Accept', 'text/html').expect(403);
    const list = await server.asAdmin().get('/api/v1/reminders?on=2014-06-27&state=sent').expect(200);
    expect(list.body.items[0]).toMatchObject({ state: 'sent', response: '250 2.0.0 <b>queued</b>' });
  });
});
