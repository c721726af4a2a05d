import { DUEREN, furnish, signedIn, wordsOf } from '../support/clerks.js';
import { MODELLKOMMUNE_PROGRAM, roundTwo } from '../support/modellkommune.js';
import { startTestServer, type TestServer } from '../support/server.js';

describe('the page of near misses', () => {
  let server: TestServer;

  async function publish(round: string, rule: object): Promise<void> {
    const program = (await server.asAdmin().post('/api/v1/programs').send(MODELLKOMMUNE_PROGRAM).expect(201)).body;
    const { id } = (
      await server
        .asAdmin()
        .post('/api/v1/calls')
        .send({ ...roundTwo(program.id, ''), previousCallId: undefined, round, rule })
        .expect(201)
    ).body;
    await server.asAdmin().post(`/api/v1/calls/${id}/publication`).set('If-Match', '"1"').expect(200);
  }

  beforeAll(async () => {
    server = await startTestServer();
    await furnish(server);
    await publish('weit', { population: { atMost: 50_000 } });
    await publish('knapp', { population: { atMost: 93_000 } });
    await publish('anders', { applicantType: { in: ['county'] } });
  }, 60_000);
  afterAll(() => server.close());

  it.each([
    [
      'de',
      [
        'Bis zu 10 % daneben',
        'Runde knapp',
        '207 Einwohner zu viel, 0,22 %',
        'Weiter weg',
        'Runde weit',
        '43.207 Einwohner zu viel, 86,41 %',
      ],
    ],
    [
      'en',
      ['Within 10%', 'round knapp', '207 inhabitants too many, 0.22%', 'Farther away', 'round weit', '43,207 inhabitants too many, 86.41%'],
    ],
  ] as const)('lists in %s by how much each call is missed, the nearest first, and nothing else', async (language, inOrder) => {
    const { browser } = await signedIn(server, { email: `clerk-${language}@dueren.example`, authorities: [DUEREN], language });
    const words = wordsOf(await browser.get('/near-misses').set('Accept', 'text/html').expect(200));
    const places = inOrder.map((text) => words.indexOf(text));
    expect(places.every((place) => place >= 0)).toBe(true);
    expect(places).toEqual(places.toSorted((one, other) => one - other));
    expect(words).not.toContain('anders');
  });

  it('is for staff', async () => {
    await server.http.get('/near-misses').set('Accept', 'text/html').expect(303);
  });
});
