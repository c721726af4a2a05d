import { Transactions } from '@app/persistence/transactions.js';
import { signedIn } from '../support/clerks.js';
import { type Asked, asking, expectOfEach, InterfaceWalk, METHODS, NOBODY, problem, refusal } from '../support/interface-walk.js';
import { type Agent, startTestServer, type TestServer } from '../support/server.js';

/** Who may, what is not there, and what is answered when nothing can be: asked of every operation, as in conventions.spec.ts. */
describe('every operation', () => {
  let server: TestServer;
  let admin: Agent;
  let walk: InterfaceWalk;

  beforeAll(async () => {
    server = await startTestServer({ outboundAllow: '127.0.0.1', prepare: (app) => app.useLogger(false) });
    walk = await InterfaceWalk.through(server);
    admin = server.asAdmin();
  }, 60_000);
  afterAll(() => server?.close());

  const addressOf = (path: string): string => walk.addressOf(path);

  describe('says who may', () => {
    it('to nobody signed in, unless everybody may', () => {
      const closed = walk.ofApi().filter(({ operation }) => !operation.security?.some((one) => Object.keys(one).length === 0));
      return expectOfEach(closed, ({ method, path }) => server.http[method](addressOf(path)), problem, refusal(401, 'unauthenticated'));
    });

    it('to a token that is none, whoever else may', () => {
      const stranger = server.as('a-token-that-nobody-was-given-0123456789');
      return expectOfEach(walk.ofApi(), ({ method, path }) => stranger[method](addressOf(path)), problem, refusal(401, 'unauthenticated'));
    });
  });

  describe('says who may not', () => {
    const refusing = (code: string): Asked[] => walk.ofApi().filter((one) => walk.codesOf(one).includes(code));

    it('to somebody without the role', async () => {
      const person = { email: 'b@x.example', name: 'B', language: 'de', roles: [], authorities: [] };
      const { id } = (await admin.post('/api/v1/people').send(person).expect(201)).body;
      const nobody = server.as((await admin.post(`/api/v1/people/${id}/tokens`).send({}).expect(201)).body.token);
      await expectOfEach(refusing('forbidden'), ({ method, path }) => nobody[method](addressOf(path)), problem, refusal(403, 'forbidden'));
      const open = walk.ofApi().filter((one) => one.method === 'get' && !walk.codesOf(one).includes('forbidden'));
      await expectOfEach(
        open,
        ({ path }) => nobody.get(addressOf(path)),
        ({ status }) => status === 403,
        false,
      );
    });

    it('to a browser that another website may have sent', async () => {
      const { browser } = await signedIn(server, { email: 'c@x.example', roles: ['admin'] });
      const writing = walk.ofApi().filter(({ method }) => method !== 'get');
      await expectOfEach(writing, ({ method, path }) => browser[method](addressOf(path)), problem, refusal(403, 'csrf-failed'));
      expect(refusing('csrf-failed')).toEqual(writing);
    });
  });

  describe('is told apart from what is not there', () => {
    it('by 405 and Allow, for methods that an address does not offer', async () => {
      const wrong: unknown[] = [];
      for (const path of Object.keys(walk.document.paths)) {
        const address = addressOf(path);
        const offered = walk.offeredAt(address);
        const missing = METHODS.find((method) => !offered.includes(method.toUpperCase()))!;
        const { status, headers } = await admin[missing](address);
        if (!(status === 405 && headers.allow === offered.join(', '))) wrong.push([missing, path, status, headers.allow]);
      }
      expect(wrong).toEqual([]);
    });

    it('by 404 for ids that nobody has, and for texts that are no id', async () => {
      const named = walk.ofApi().filter(({ method, path }) => method === 'get' && path.endsWith('}'));
      for (const id of [NOBODY, 'no-id'])
        await expectOfEach(named, ({ path }) => admin.get(path.replace(/\{\w+\}/g, id)), problem, refusal(404, 'not-found'));
    });

    it('by 404 for whatever lies below what is not there', async () => {
      const below = walk.ofApi().filter(({ path }) => path.includes('}'));
      await expectOfEach(
        below,
        (one) => walk.changed(admin, one, '"1"', asking(one.path.replace(/\{\w+\}/g, NOBODY), walk.needed(one.path))),
        problem,
        refusal(404, 'not-found'),
      );
    });

    it('by 406, for formats that it does not answer in', () =>
      expectOfEach(
        walk.ofApi(),
        ({ method, path }) => admin[method](addressOf(path)).set('Accept', 'image/png'),
        problem,
        refusal(406, 'not-acceptable'),
      ));
  });

  describe('without the database', () => {
    let transactions: Transactions;
    let run: Transactions['run'];

    beforeAll(() => {
      transactions = server.app.get(Transactions, { strict: false });
      run = transactions.run;
      transactions.run = () => Promise.reject(Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' }));
    });
    afterAll(() => {
      transactions.run = run;
    });

    it('asks to come back, whatever is asked', () =>
      expectOfEach(walk.ofApi(), ({ method, path }) => admin[method](addressOf(path)), problem, refusal(503, 'unavailable')));

    it('says so to the standard’s readers and in news too', async () => {
      for (const path of ['/common-grants/opportunities', '/feeds/open-calls.atom', '/open-data/calls.csv'])
        expect([path, (await server.http.get(path)).status]).toEqual([path, 503]);
    });

    it('lives, and is not ready', async () => {
      await server.http.get('/health/live').expect(200);
      await server.http.get('/health/ready').expect(503);
    });
  });
});
