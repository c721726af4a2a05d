import { Client } from './client.ts';

/** What a program of somebody else might do; the compiler knows every field of it. Run by test/e2e/typed-client.spec.ts against a server. */
const [baseUrl, token] = process.argv.slice(2);
const client = new Client(baseUrl!, token!);

async function publishedCall(): Promise<{ id: string; closesAt: string | undefined }> {
  const program = await client.post('/api/v1/programs', {
    body: { title: { de: 'Modellkommune E-Government' }, partners: [{ name: 'BMI', role: 'funder' }], fundingLevel: 'federal' },
  });
  if (program.status !== 201) throw new Error(program.body.type);
  const call = await client.post('/api/v1/calls', {
    header: { 'Idempotency-Key': 'the second round' },
    body: {
      programId: program.body.id,
      round: '2',
      rule: { anyOf: [{ population: { atMost: 300_000 } }, { applicantType: { in: ['county'] } }] },
      deadlines: [
        { stage: 'application', zone: 'Europe/Berlin', effect: 'excludes', schedule: { kind: 'fixed', closes: { date: '2014-07-25' } } },
      ],
      award: { count: 5, amountEach: { amount: '60000.00', currency: 'EUR' } },
    },
  });
  if (call.status !== 201) throw new Error(call.body.type);
  const published = await client.post('/api/v1/calls/{id}/publication', {
    path: { id: call.body.id },
    header: { 'If-Match': `"${call.body.version}"` },
    body: {},
  });
  if (published.status !== 200) throw new Error(published.body.type);
  return { id: published.body.id, closesAt: published.body.closesAt };
}

async function staleRefusal(id: string): Promise<string> {
  const refused = await client.patch('/api/v1/calls/{id}', { path: { id }, header: { 'If-Match': '"1"' }, body: { round: '3' } });
  return refused.status === 412 ? refused.body.type : 'not refused';
}

const { id, closesAt } = await publishedCall();
const list = await client.get('/api/v1/calls', { query: { status: ['open'], limit: 10 } });
const found = list.status === 200 ? list.body.items.map((call) => call.title.de) : [];
process.stdout.write(JSON.stringify({ closesAt, found, refusal: await staleRefusal(id) }));
