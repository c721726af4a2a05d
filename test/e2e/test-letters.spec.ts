import { MailRejected } from '@app/mail/mailer.js';
import { ReleaseDueNotices } from '@app/reminders/notices/release-due-notices.js';
import { MOST_TEST_LETTERS } from '@app/reminders/send-test-letter.js';
import { type Clerk, DUEREN, furnish, JUELICH, signedIn, submit, wordsOf } from '../support/clerks.js';
import { type Agent, startTestServer, type TestServer } from '../support/server.js';
import { startTestWorker, type TestWorker } from '../support/worker.js';

describe('a test letter to oneself', () => {
  let server: TestServer;
  let worker: TestWorker;
  let clerk: Clerk;
  let other: Clerk;
  let program: Agent;

  beforeAll(async () => {
    server = await startTestServer();
    await furnish(server);
    worker = await startTestWorker(server);
    clerk = await signedIn(server, { email: 'bea@dueren.example', authorities: [DUEREN] });
    other = await signedIn(server, { email: 'ben@juelich.example', authorities: [JUELICH], language: 'en' });
    program = server.as((await server.asAdmin().post(`/api/v1/people/${clerk.id}/tokens`).send({ name: 'test' })).body.token);
  }, 60_000);
  afterAll(async () => {
    await worker?.close();
    await server?.close();
  });

  const letters = () => `/api/v1/people/${clerk.id}/test-letters`;
  const deliver = async () => {
    await worker.get(ReleaseDueNotices).run(server.clock.now());
    await worker.settle();
  };
  const look = (path: string, who = clerk) => who.browser.get(path).set('Accept', 'text/html').expect(200);

  it('waits, is answered again while it waits, and then says what the mail server said', async () => {
    const asked = await program.post(letters()).expect(202);
    expect(asked.body).toEqual({ id: expect.any(String), state: 'waiting', askedAt: server.clock.now().toString() });
    const again = await program.post(letters()).expect(202);
    expect(again.body.id).toBe(asked.body.id);
    await deliver();
    const found = await program.get(asked.headers.location!).expect(200);
    expect(found.body).toMatchObject({ state: 'sent', response: '250 OK', triedAt: server.clock.now().toString() });
    expect(worker.mailer.sent.splice(0)).toMatchObject([{ to: { address: clerk.email }, subject: 'Testbrief von Fördertakt' }]);
  });

  it('goes out by the button on the page, which shows what became of it', async () => {
    server.clock.advance({ minutes: 1 });
    const pressed = await submit(clerk.browser, '/reminders', '/reminders/test-letter', {});
    expect(pressed.status).toBe(303);
    const back = pressed.headers.location!;
    expect(back).toMatch(/^\/reminders\?test=[0-9a-f-]{36}#address$/);
    expect(wordsOf(await look(back))).toContain('Der Testbrief ist unterwegs.');
    worker.mailer.before = () => {
      throw new MailRejected({ permanent: false, responseCode: 451, reason: '451 try later' });
    };
    await worker.get(ReleaseDueNotices).run(server.clock.now());
    await untilRefused();
    expect(wordsOf(await look(back))).toContain('noch nicht angenommen: „451 try later“. Wir versuchen es weiter.');
    expect(wordsOf(await look(`${back.split('#')[0]}&lang=en`))).toContain('We keep trying.');
    await look('/reminders?lang=de');
    worker.mailer.before = () => undefined;
  });

  it('is not another’s to send or to see', async () => {
    const { body } = await program.post(letters()).expect(202);
    const foreign = server.as((await server.asAdmin().post(`/api/v1/people/${other.id}/tokens`).send({ name: 'test' })).body.token);
    await foreign.post(letters()).expect(404);
    await foreign.get(`${letters()}/${body.id}`).expect(404);
    await server.http.post(letters()).expect(401);
    expect(wordsOf(await look(`/reminders?test=${body.id}`, other))).not.toContain('451');
    await look(`/reminders?test=${'x'.repeat(40)}`, other);
  });

  it('is one of a few in an hour', async () => {
    server.clock.advance({ hours: 2 });
    await server.database.sql(`update notice set state = 'sent' where kind = 'test-letter'`);
    for (let count = 0; count < MOST_TEST_LETTERS; count += 1) {
      await program.post(letters()).expect(202);
      await server.database.sql(`update notice set state = 'sent' where kind = 'test-letter'`);
    }
    const refused = await program.post(letters()).expect(429);
    expect(refused.headers['retry-after']).toBe('3600');
    const pressed = await submit(clerk.browser, '/reminders', '/reminders/test-letter', {});
    expect(wordsOf(await look(pressed.headers.location!))).toContain('In einer Stunde geht es wieder.');
    server.clock.advance({ minutes: 60 });
    await program.post(letters()).expect(202);
  });

  async function untilRefused(): Promise<void> {
    for (let tries = 0; tries < 100; tries += 1) {
      const [letter] = await server.database.sql(`select 1 from letter where response = '451 try later'`);
      if (letter) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error('the letter was not tried');
  }
});
