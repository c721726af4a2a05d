import { demonstrationRegister } from '@app/authorities/demonstration/authorities.js';
import { ImportRegister } from '@app/authorities/import-register.js';
import { systemActor } from '@app/kernel/actor.js';
import { DUEREN, signedIn, wordsOf } from '../support/clerks.js';
import { MODELLKOMMUNE_PROGRAM, roundOne } from '../support/modellkommune.js';
import { type Agent, startTestServer, type TestServer } from '../support/server.js';

describe('facts that the register does not know', () => {
  let server: TestServer;
  let dueren: Agent;
  let muenster: Agent;
  let call: { id: string };

  async function clerkOf(key: string, email: string): Promise<Agent> {
    const person = { email, name: 'C. Lerk', language: 'de', roles: ['staff'], authorities: [key] };
    const { id } = (await server.asAdmin().post('/api/v1/people').send(person).expect(201)).body;
    return server.as((await server.asAdmin().post(`/api/v1/people/${id}/tokens`).send({}).expect(201)).body.token);
  }
  const fact = '/api/v1/authorities/DE:05358008/facts/grwArea';
  const outcome = async (reader: Agent) => {
    const { items } = (await reader.get('/api/v1/authorities/DE:05358008/matches').expect(200)).body;
    return items.find((item: { call: { id: string } }) => item.call.id === call.id);
  };

  beforeAll(async () => {
    server = await startTestServer();
    await server.app.get(ImportRegister, { strict: false }).run(systemActor('demonstration'), demonstrationRegister());
    dueren = await clerkOf('DE:05358008', 'clerk@dueren.example');
    muenster = await clerkOf('DE:05515000', 'clerk@muenster.example');
    const program = (await server.asAdmin().post('/api/v1/programs').send(MODELLKOMMUNE_PROGRAM).expect(201)).body;
    const draft = { ...roundOne(program.id), rule: { fact: { name: 'grwArea', is: true } } };
    call = (await server.asAdmin().post('/api/v1/calls').send(draft).expect(201)).body;
    await server.asAdmin().post(`/api/v1/calls/${call.id}/publication`).set('If-Match', '"1"').expect(200);
  }, 60_000);
  afterAll(() => server.close());

  it('are unknown, never false, until somebody enters them', async () => {
    expect(await outcome(dueren)).toMatchObject({ outcome: 'undetermined', missing: ['fact:grwArea'] });
  });

  it('are entered by an authority’s own staff, and outcomes follow at once', async () => {
    await muenster.put(fact).send({ value: true, source: 'Gerücht' }).expect(404);
    await server.http.put(fact).send({ value: true, source: 'Gerücht' }).expect(401);
    await dueren
      .put(fact)
      .send({ value: true, asOf: '2014-01-01', source: 'Bescheid vom 2. Januar 2014' })
      .expect(200)
      .expect('etag', '"1"');
    expect((await outcome(dueren)).outcome).toBe('eligible');
  });

  it('are guarded by their version once they exist', async () => {
    await dueren.put(fact).send({ value: false, source: 'x' }).expect(428);
    await dueren.put(fact).set('If-Match', '"9"').send({ value: false, source: 'x' }).expect(412);
    await dueren.put(fact).set('If-Match', '"1"').send({ value: false, source: 'x' }).expect(200).expect('etag', '"2"');
    expect((await outcome(dueren)).outcome).toBe('ineligible');
  });

  it('are shown to their authority, editors and admins; others see the outcome and the code, not the value', async () => {
    const seen = async (reader: Agent) => (await reader.get('/api/v1/authorities/DE:05358008').expect(200)).body.facts;
    expect(await seen(dueren)).toMatchObject([{ name: 'grwArea', value: false }]);
    expect(await seen(server.asAdmin())).toHaveLength(1);
    expect(await seen(muenster)).toEqual([]);
    expect((await server.http.get('/api/v1/authorities/DE:05358008').expect(200)).body.facts).toEqual([]);
    const foreign = await outcome(muenster);
    expect(foreign).toMatchObject({ outcome: 'ineligible', findings: [{ code: 'fact-differs', verdict: 'unmet' }] });
    expect(foreign.findings[0].params).not.toHaveProperty('value');
    const list = (await muenster.get(`/api/v1/calls/${call.id}/matches?outcome=ineligible`).expect(200)).body.items;
    expect(JSON.stringify(list)).not.toContain('"value":false');
  });

  it('with a name that is too long are refused, with the limit', async () => {
    const path = `/api/v1/authorities/DE:05358008/facts/${'x'.repeat(101)}`;
    const { errors } = (await dueren.put(path).send({ value: true, source: 'x' }).expect(422)).body;
    expect(errors).toEqual([{ pointer: '/name', code: 'too-long', detail: 'Das darf höchstens 100 Zeichen lang sein.' }]);
  });

  it('of an editor are public, and staff do not overwrite them', async () => {
    const path = '/api/v1/authorities/DE:05358008/facts/leaderArea';
    await server.asAdmin().put(path).send({ value: true, source: 'Land' }).expect(200);
    expect((await server.http.get('/api/v1/authorities/DE:05358008').expect(200)).body.facts).toMatchObject([{ name: 'leaderArea' }]);
    await dueren.put(path).set('If-Match', '"1"').send({ value: false, source: 'x' }).expect(403);
  });

  it('make a positive outcome say so when nobody has verified them for long', async () => {
    const path = '/api/v1/authorities/DE:05358008/facts/grwArea';
    await dueren.put(path).set('If-Match', '"2"').send({ value: true, asOf: '2001-01-01', source: 'Altes Schreiben' }).expect(200);
    expect(await outcome(dueren)).toMatchObject({ outcome: 'eligible', unverified: [{ fact: 'grwArea', since: '2001-01-01' }] });
    expect((await outcome(muenster)).unverified).toEqual([{ fact: 'grwArea' }]);
    const ofCall = (await dueren.get(`/api/v1/calls/${call.id}/matches?outcome=eligible`).expect(200)).body.items;
    expect(ofCall).toMatchObject([{ unverified: [{ fact: 'grwArea', since: '2001-01-01' }] }]);
    const { facts } = (await dueren.get('/api/v1/authorities/DE:05358008').expect(200)).body;
    expect(facts).toMatchObject([{ name: 'grwArea', asOf: '2001-01-01', verifiedUntil: '2008-01-01' }, { name: 'leaderArea' }]);
    const { browser } = await signedIn(server, { email: 'page@dueren.example', authorities: [DUEREN] });
    const own = wordsOf(await browser.get('/authority').set('Accept', 'text/html').expect(200));
    expect(own).toContain('ja 1. Januar 2001 nicht mehr bestätigt Altes Schreiben');
    for (const page of ['/calls?status=all', `/calls/${call.id}`, `/calls/${call.id}/authorities?outcome=eligible`]) {
      const words = wordsOf(await browser.get(page).set('Accept', 'text/html').expect(200));
      expect(words).toContain('nicht bestätigt seit 1. Januar 2001: GRW-Fördergebiet');
    }
  });
});
