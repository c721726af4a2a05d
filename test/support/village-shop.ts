import type { TestServer } from './server.js';

/** A made-up call that a village meets by its size, and a town if it proves a rural catchment area. Closes on 30 November 2026. */
export async function publishVillageShop(server: TestServer, closes = '2026-11-30'): Promise<string> {
  const program = {
    title: { de: 'Dorfladen für alle', en: 'Village shop for everybody' },
    partners: [{ name: 'Bundesministerium für Landwirtschaft', role: 'funder' }],
  };
  const programId = (await server.asAdmin().post('/api/v1/programs').send(program).expect(201)).body.id;
  const call = {
    programId,
    round: '2026/27',
    rule: { anyOf: [{ population: { atMost: 20_000 } }, { fact: { name: 'ruralCatchmentProven', is: true } }] },
    deadlines: [{ stage: 'application', zone: 'Europe/Berlin', effect: 'excludes', schedule: { kind: 'fixed', closes: { date: closes } } }],
    award: { maxAmount: { amount: '50000.00', currency: 'EUR' } },
  };
  const draft = (await server.asAdmin().post('/api/v1/calls').send(call).expect(201)).body;
  await server.asAdmin().post(`/api/v1/calls/${draft.id}/publication`).set('If-Match', `"${draft.version}"`).send({}).expect(200);
  return draft.id;
}
