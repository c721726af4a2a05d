import { DUEREN, furnish } from './clerks.js';
import { MODELLKOMMUNE_PROGRAM, roundOne, roundTwo } from './modellkommune.js';
import type { Agent, TestServer } from './server.js';

/** What placeholders of paths stand for, by the beginning of the path; the first that fits counts. */
export type Places = readonly (readonly [beginning: string, values: Readonly<Record<string, string>>])[];

/** A server with one resource of each kind, all of Düren or its administrator. */
export async function oneOfEverything(server: TestServer): Promise<Places> {
  await furnish(server);
  const admin = server.asAdmin();
  const catalogue = await publishedCalls(admin);
  const made = async (path: string, body: object): Promise<{ id: string; url: string }> =>
    (await admin.post(`/api/v1${path}`).send(body).expect(201)).body;
  const ofDueren = `/authorities/${DUEREN}`;
  const person = await made('/people', { email: 'a@x.example', name: 'A', language: 'de', roles: ['staff'], authorities: [DUEREN] });
  const feed = await made(`${ofDueren}/feeds`, { scope: 'eligible' });
  const webhook = await made('/webhooks', { url: 'http://127.0.0.1:8080/hook', events: ['call.published'] });
  const search = await made('/saved-searches', { name: 'Digital', filter: {} });
  const sitting = await made(`${ofDueren}/sitting-days`, { kind: 'council', name: 'Rat', day: '2014-07-15' });
  await made('/named-territories', { slug: 'coal', title: { de: 'Revier' }, source: 'InvKG', entries: ['DE-05358'] });
  const milestone = await made(`${ofDueren}/calls/${catalogue.call}/milestones`, { name: { de: 'Beschluss' }, day: '2014-07-15' });
  await admin.put(`/api/v1${ofDueren}/facts/financiallyWeak`).send({ value: true, source: 'Haushalt' }).expect(200);
  await admin.put(`/api/v1${ofDueren}/calls/${catalogue.call}/stance`).send({ kind: 'followed' }).expect(200);
  const csv = Buffer.from('key;name;types\n');
  const started = admin.post('/api/v1/register-imports').field('format', 'csv').attach('file', csv, 'a.csv');
  const register = (await started.expect(202)).body as { id: string };
  const [, token, name] = /\/feeds\/([^/]+)\/([^/]+)\.ics$/.exec(feed.url)!;
  return [
    ['/api/v1/people/', { id: person.id }],
    ['/api/v1/programs/', { id: catalogue.program }],
    ['/api/v1/calls/', { id: catalogue.call, deadlineId: catalogue.deadline }],
    ['/api/v1/webhooks/', { id: webhook.id }],
    ['/api/v1/feeds/', { id: feed.id }],
    ['/api/v1/saved-searches/', { id: search.id }],
    ['/api/v1/named-territories/', { slug: 'coal' }],
    ['/api/v1/register-imports/', { id: register.id }],
    ['/api/v1/authorities/{key}/calls/', { key: DUEREN, id: catalogue.call, milestone: milestone.id }],
    ['/api/v1/authorities/{key}/sitting-days/', { key: DUEREN, id: sitting.id }],
    ['/api/v1/authorities/', { key: DUEREN, name: 'financiallyWeak' }],
    ['/feeds/calls/', { id: catalogue.call }],
    ['/feeds/', { token: token!, name: name! }],
    ['/common-grants/opportunities/', { id: catalogue.program }],
    ['/common-grants/competitions/', { id: catalogue.call }],
    ['/common-grants/schemas/', { name: 'award' }],
  ];
}

async function publishedCalls(admin: Agent): Promise<{ program: string; call: string; deadline: string }> {
  const program = (await admin.post('/api/v1/programs').send(MODELLKOMMUNE_PROGRAM).expect(201)).body as { id: string };
  const publish = async (body: object) => {
    const { id } = (await admin.post('/api/v1/calls').send(body).expect(201)).body as { id: string };
    const sent = admin.post(`/api/v1/calls/${id}/publication`).set('If-Match', '"1"').send({});
    return (await sent.expect(200)).body as { id: string; deadlines: { id: string }[] };
  };
  const first = await publish(roundOne(program.id));
  const second = await publish(roundTwo(program.id, first.id));
  return { program: program.id, call: second.id, deadline: second.deadlines[0]!.id };
}
