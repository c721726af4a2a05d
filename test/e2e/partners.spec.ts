import { type Clerk, DUEREN, furnish, JUELICH, signedIn, submit, wordsOf } from '../support/clerks.js';
import { startTestServer, type TestServer } from '../support/server.js';

const town = { applicantType: { in: ['municipality'] } };
/** Towns above 50,000 alone, else three together: Düren may alone, Jülich may not. */
const CONVOY = {
  anyOf: [
    { allOf: [town, { population: { moreThan: 50_000 } }, { territory: { in: ['DE-05'] } }] },
    { jointApplication: { members: { atLeast: 3 }, eachMember: { allOf: [town, { territory: { in: ['DE-05'] } }] } } },
  ],
};
/** European City Facility: two together who never had it. */
const FACILITY = {
  jointApplication: { eachMember: { allOf: [town, { fact: { name: 'alreadyReceivedEucf', is: false } }] } },
};
const ALONE = { allOf: [town, { population: { moreThan: 100_000 } }, { territory: { in: ['DE-05358'] } }] };

interface Answer {
  items: {
    members: { key: string; name: string; population: number }[];
    nearness: string;
    population: number;
    explanation: Words;
    findings: Finding[];
  }[];
  total: number;
  next: string | null;
  complete: boolean;
  reason?: { code: string; text: Words };
}
interface Words {
  de: string;
  en: string;
}
interface Finding {
  member?: number;
  code: string;
  params: Record<string, unknown>;
  text: Words;
}

describe('with whom an authority could apply', () => {
  let server: TestServer;
  let dueren: Clerk;
  let juelich: Clerk;
  let editor: Clerk;
  let convoy: string;
  let facility: string;
  let alone: string;

  async function publish(programId: string, round: string, rule: object): Promise<string> {
    const deadlines = [
      { stage: 'application', zone: 'Europe/Berlin', effect: 'excludes', schedule: { kind: 'fixed', closes: { date: '2027-01-31' } } },
    ];
    const body = { programId, round, rule, deadlines, award: {} };
    const draft = (await server.asAdmin().post('/api/v1/calls').send(body).expect(201)).body;
    await server.asAdmin().post(`/api/v1/calls/${draft.id}/publication`).set('If-Match', '"1"').send({}).expect(200);
    return draft.id;
  }

  beforeAll(async () => {
    server = await startTestServer({ now: '2026-11-23T10:00:00Z' });
    await furnish(server);
    const title = { de: 'Wärme im Konvoi', en: 'Heat in convoy' };
    const { id } = (await server.asAdmin().post('/api/v1/programs').send({ title, partners: [] }).expect(201)).body;
    convoy = await publish(id, '1', CONVOY);
    facility = await publish(id, '2', FACILITY);
    alone = await publish(id, '3', ALONE);
    dueren = await signedIn(server, { email: 'bea@dueren.example', authorities: [DUEREN] });
    juelich = await signedIn(server, { email: 'ben@juelich.example', authorities: [JUELICH] });
    editor = await signedIn(server, { email: 'eda@house.example', roles: ['editor'] });
  }, 60_000);
  afterAll(() => server?.close());

  const ask = async (clerk: Clerk, call: string, key: string, more = ''): Promise<Answer> =>
    (await clerk.browser.get(`/api/v1/calls/${call}/partners?for=${key}${more}`).expect(200)).body;
  const evaluate = async (rule: object, keys: string[]): Promise<string> => {
    const body = { rule, members: keys.map((key) => ({ key })) };
    return (await server.asAdmin().post('/api/v1/eligibility/evaluations').send(body).expect(200)).body.outcome;
  };

  it('answers groups that are eligible, in which nobody is superfluous, the nearest first', async () => {
    const { items, total, next, complete } = await ask(juelich, convoy, JUELICH);
    expect([total, next, complete]).toEqual([20, null, true]);
    for (const { members, population, explanation } of items) {
      const keys = members.map(({ key }) => key);
      expect(keys[0]).toBe(JUELICH);
      expect(await evaluate(CONVOY, keys)).toBe('eligible');
      for (const left of keys.slice(1))
        expect(
          await evaluate(
            CONVOY,
            keys.filter((key) => key !== left),
          ),
        ).not.toBe('eligible');
      expect(population).toBe(members.reduce((sum, member) => sum + member.population, 0));
      expect(explanation.en).toMatch(/^All in the same county\. 3.members/);
    }
    expect(items.every(({ nearness }) => nearness === 'county')).toBe(true);
    expect(await ask(juelich, convoy, JUELICH)).toMatchObject({ items });
  });

  it('gives a page of them', async () => {
    const all = (await ask(juelich, convoy, JUELICH)).items;
    const first = await ask(juelich, convoy, JUELICH, '&limit=15');
    const second = await ask(juelich, convoy, JUELICH, `&limit=15&cursor=${first.next}`);
    expect([...first.items, ...second.items]).toEqual(all);
    expect(second.next).toBeNull();
    await juelich.browser.get(`/api/v1/calls/${convoy}/partners?for=${JUELICH}&cursor=WyJ4Il0`).expect(400);
  });

  it.each([
    ['may apply alone', () => [dueren, convoy, DUEREN] as [Clerk, string, string], 'eligible-alone'],
    ['has no joint applications to make', () => [juelich, alone, JUELICH] as [Clerk, string, string], 'no-joint-application'],
    ['is of another kind', () => [editor, convoy, 'DE:05358'] as [Clerk, string, string], 'cannot-join'],
    ['has not said what decides', () => [juelich, facility, JUELICH] as [Clerk, string, string], 'facts-missing'],
  ])('says why there is none for who %s', async (_, of, code) => {
    const [clerk, call, key] = of();
    const { items, total, reason } = await ask(clerk, call, key);
    expect([items, total, reason!.code]).toEqual([[], 0, code]);
    expect([reason!.text.de, reason!.text.en].every((text) => text.endsWith('.'))).toBe(true);
  });

  it('asks for a key that is in the register and for a published call, and is for nobody else’s staff', async () => {
    const get = (clerk: Clerk, call: string, query: string) => clerk.browser.get(`/api/v1/calls/${call}/partners${query}`);
    expect((await get(juelich, convoy, '?for=DE:99999999').expect(422)).body).toMatchObject({
      type: '/problems/unknown-authority',
      errors: [{ pointer: '/for' }],
    });
    expect((await get(juelich, convoy, '').expect(422)).body.errors[0]).toMatchObject({ pointer: '/for', code: 'required' });
    await get(juelich, convoy, `?for=${DUEREN}`).expect(404);
    await get(editor, convoy, `?for=${DUEREN}`).expect(200);
    await get(juelich, '01900000-0000-7000-8000-0000000000aa', `?for=${JUELICH}`).expect(404);
    await server.http.get(`/api/v1/calls/${convoy}/partners?for=${JUELICH}`).expect(401);
  });

  it('finds who is known to fit, and tells what others have entered to nobody', async () => {
    const fact = (clerk: Clerk, key: string) =>
      submit(clerk.browser, '/authority', '/authority/facts', { key, name: 'alreadyReceivedEucf', value: 'false', source: 'Rat' });
    expect((await fact(juelich, JUELICH)).status).toBe(303);
    expect((await ask(juelich, facility, JUELICH)).reason!.code).toBe('no-group');
    expect((await fact(dueren, DUEREN)).status).toBe(303);
    const { items } = await ask(juelich, facility, JUELICH);
    expect(items.map(({ members }) => members.map(({ key }) => key))).toEqual([[JUELICH, DUEREN]]);
    const known = items[0]!.findings.filter(({ code }) => code === 'fact-holds').map(({ member, params }) => [member, params.value]);
    expect(known).toEqual([
      [0, false],
      [1, undefined],
    ]);
  });

  describe('the page', () => {
    const look = (clerk: Clerk, path: string, status = 200) => clerk.browser.get(path).set('Accept', 'text/html').expect(status);

    it('is linked where the rule knows joint applications', async () => {
      expect((await look(juelich, `/calls/${convoy}`)).text).toContain(`href="/calls/${convoy}/partners"`);
      expect((await look(juelich, `/calls/${alone}`)).text).not.toContain('/partners"');
      expect((await server.http.get(`/calls/${convoy}`).set('Accept', 'text/html')).text).not.toContain('/partners"');
    });

    it('shows the groups in both languages', async () => {
      const german = wordsOf(await look(juelich, `/calls/${convoy}/partners?lang=de`));
      expect(german).toContain('Mit wem könnten wir?');
      expect(german).toContain('Für Jülich');
      expect(german).toMatch(/Jülich \+ [^+]+ \+ [^+]+ selber Kreis/);
      const english = wordsOf(await look(juelich, `/calls/${convoy}/partners?lang=en`));
      expect(english).toContain('Who could we apply with?');
      expect(english).toContain('All in the same county.');
      await look(juelich, '/calls?lang=de');
    });

    it('tries a group by hand and explains it', async () => {
      const two = await look(juelich, `/calls/${convoy}/partners?for=${JUELICH}&with=${DUEREN}`);
      expect(wordsOf(two)).toMatch(/Ergebnis für diese Gruppe.* passt nicht/);
      expect(wordsOf(two)).toContain('2 Mitglieder, verlangt sind mindestens 3.');
      const three = wordsOf(await look(juelich, `/calls/${convoy}/partners?for=${JUELICH}&with=${DUEREN}%0D%0ADE:05358012`));
      expect(three).toMatch(/Ergebnis für diese Gruppe passt /);
      expect(three).toContain('Mitglied 2: Düren');
    });

    it('says which key is wrong', async () => {
      const page = await look(juelich, `/calls/${convoy}/partners?with=DE:0`, 422);
      expect(wordsOf(page)).toContain('„DE:0“ steht nicht im Register.');
      expect(page.text).toContain('<title>Fehler: ');
    });

    it('lets editors choose whose, staff not', async () => {
      expect(wordsOf(await look(editor, `/calls/${convoy}/partners`))).toContain('Schlüssel der Kommune');
      expect(wordsOf(await look(editor, `/calls/${convoy}/partners?for=${DUEREN}`))).toContain('Eine Bewerbung ist allein möglich');
      await look(juelich, `/calls/${convoy}/partners?for=${DUEREN}`, 404);
      await look(juelich, '/calls/01900000-0000-7000-8000-0000000000aa/partners', 404);
    });
  });

  describe('a merger', () => {
    const merge = (clerk: Clerk, ...keys: string[]) => clerk.browser.get(`/api/v1/mergers?${keys.map((key) => `of=${key}`).join('&')}`);

    it('is told what it would qualify for, beside what its parts do today', async () => {
      const { body } = await merge(juelich, JUELICH, DUEREN).expect(200);
      expect(body).toMatchObject({
        hypothetical: true,
        of: [{ key: JUELICH }, { key: DUEREN }],
        authority: { types: expect.arrayContaining(['municipality']), territory: 'DE-05358' },
        total: 3,
      });
      const [jointly, each] = [body.authority.population[0].value, body.of.map((part: { population: number }) => part.population)];
      expect(jointly).toBe(each[0] + each[1]);
      expect(jointly).toBeGreaterThan(100_000);
      const of = (id: string) => body.items.find((item: { call: { id: string } }) => item.call.id === id);
      expect(of(alone)).toMatchObject({ outcome: 'eligible', today: [{ outcome: 'ineligible' }, { outcome: 'ineligible' }] });
      expect(of(convoy)).toMatchObject({ outcome: 'eligible', today: [{ outcome: 'eligible_jointly' }, { outcome: 'eligible' }] });
    });

    it('does not know by others’ facts', async () => {
      const outcome = async (clerk: Clerk) =>
        (await merge(clerk, JUELICH, DUEREN).expect(200)).body.items.find((item: { call: { id: string } }) => item.call.id === facility)
          .outcome;
      expect(await outcome(editor)).toBe('eligible_jointly');
      expect(await outcome(juelich)).toBe('undetermined');
    });

    it.each([
      ['of one', [JUELICH], 422, 'too-few'],
      ['of an unknown one', [JUELICH, 'DE:99999999'], 422, 'unknown-authority'],
      ['of the same', [JUELICH, JUELICH], 422, 'duplicate'],
      ['of two kinds', [JUELICH, 'DE:05358'], 422, 'other-kind'],
    ])('is refused %s', async (_, keys, status, code) => {
      const { body } = await merge(juelich, ...keys).expect(status);
      expect(body.errors[0].code).toBe(code);
      expect(body.errors[0].detail).not.toBe('');
    });

    it('is for staff with one of their own, and for editors', async () => {
      await merge(juelich, DUEREN, 'DE:05358012').expect(404);
      await merge(editor, DUEREN, 'DE:05358012').expect(200);
      await server.http.get(`/api/v1/mergers?of=${JUELICH}&of=${DUEREN}`).expect(401);
    });
  });
});
