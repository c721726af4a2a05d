import { SystemClock } from '@config/system-clock.js';
import { startProduct } from '../../support/product.js';
import { answering } from './answering.js';

/** The whole server, with a subscription of one authority. */
const { baseUrl, send, stop } = await startProduct(new SystemClock());

const program = await send<{ id: string }>('/programs', {
  title: { de: 'Digitale Modellkommune', en: 'Digital model municipality' },
  partners: [{ name: 'Bundesministerium des Innern', role: 'funder' }],
  topics: ['Digitalisierung'],
});
const feed = await send<{ url: string }>('/authorities/DE:05358008/feeds', { scope: 'eligible' });
let events = 0;

async function fill(count: number): Promise<{ path: string }> {
  for (; events < count; events++) {
    const deadline = { stage: 'application', zone: 'Europe/Berlin', effect: 'excludes' };
    const date = `20${30 + (events % 9)}-0${1 + (events % 8)}-${10 + (events % 18)}`;
    const call = await send<{ id: string }>('/calls', {
      programId: program.id,
      round: `${2027 + events}`,
      rule: { allOf: [{ applicantType: { in: ['municipality'] } }, { population: { atMost: 300_000 + events } }] },
      deadlines: [{ ...deadline, schedule: { kind: 'fixed', closes: { date } } }],
      award: { count: 5, amountEach: { amount: '60000.00', currency: 'EUR' } },
    });
    await send(`/calls/${call.id}/publication`, {}, { 'if-match': '"1"' });
  }
  return { path: new URL(feed.url).pathname };
}

answering(baseUrl, { set: fill, stop });
