import { type Clerk, DUEREN, furnish, JUELICH, signedIn, wordsOf } from '../support/clerks.js';
import { MODELLKOMMUNE_PROGRAM, roundTwo } from '../support/modellkommune.js';
import { startTestServer, type TestServer } from '../support/server.js';

const COUNTY = 'DE:05358';

describe('the page of mergers', () => {
  let server: TestServer;
  let clerk: Clerk;

  const ask = (path: string) => clerk.browser.get(path).set('Accept', 'text/html');

  beforeAll(async () => {
    server = await startTestServer();
    await furnish(server);
    const program = (await server.asAdmin().post('/api/v1/programs').send(MODELLKOMMUNE_PROGRAM).expect(201)).body;
    const publish = async (round: string, rule: object) => {
      const call = { ...roundTwo(program.id, ''), previousCallId: undefined, round, rule };
      const { id } = (await server.asAdmin().post('/api/v1/calls').send(call).expect(201)).body;
      await server.asAdmin().post(`/api/v1/calls/${id}/publication`).set('If-Match', '"1"').expect(200);
    };
    await publish('groß', { population: { atLeast: 100_000 } });
    await publish('klein', { population: { atMost: 100_000 } });
    await publish('alle', { applicantType: { in: ['municipality'] } });
    clerk = await signedIn(server, { email: 'clerk@dueren.example', authorities: [DUEREN] });
  }, 60_000);
  afterAll(() => server.close());

  it('asks with whom, and answers nothing before that', async () => {
    const words = wordsOf(await ask('/mergers').expect(200));
    expect(words).toContain('Schlüssel der anderen');
    expect(words).not.toContain('Das wäre anders');
  });

  it('says what would be different, and what would not', async () => {
    const words = wordsOf(await ask(`/mergers?with=${JUELICH}`).expect(200));
    expect(words).toContain('Düren und Jülich hätten zusammen 126.365 Einwohner.');
    expect(words).toMatch(/Das wäre anders 2 Aufrufe.*Runde klein Düren: passt Jülich: passt passt nicht/);
    expect(words).toMatch(/Runde groß Düren: passt nicht Jülich: passt nicht passt .*Das bliebe gleich 1 Aufruf.*Runde alle/);
  });

  it.each([
    ['DE:00000000', '„DE:00000000“ steht nicht im Register.'],
    [COUNTY, 'Zusammenschließen können sich nur Kommunen derselben Art'],
  ])('refuses %s and says why', async (key, why) => {
    expect(wordsOf(await ask(`/mergers?with=${key}`).expect(422))).toContain(why);
  });

  it('is for staff', async () => {
    await server.http.get('/mergers').set('Accept', 'text/html').expect(303);
  });
});
