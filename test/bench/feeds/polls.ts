import { median } from '../measure.js';
import { judge, print } from '../report.js';
import { type ServerProcess, startProcess } from './child.js';
import { requestsPerCpuSecond } from './load.js';

const ROUNDS = 7;
const POLLS = 3_000;
/** Of the connection, not of the answer: node:http writes them itself. */
const BY_NODE = ['date', 'connection', 'keep-alive', 'transfer-encoding'];

interface Case {
  readonly name: string;
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly goal: { readonly target: number; readonly floor: number };
}

/** Polls that the product answers in a second of its computing, against a bare node:http that sends the same bytes. */
export async function polls(): Promise<void> {
  print('\npolling a feed: answers per second of computing, against bare node:http with the same bytes');
  const product = await startProcess('product-server.ts');
  const bare = await startProcess('bare-server.ts');
  try {
    const { path } = await product.ask<{ path: string }>({ wish: 30 });
    const etag = await teach(bare, product, path);
    await side({ name: '304', path, headers: { 'if-none-match': etag }, goal: { target: 0.7, floor: 0.5 } }, product, bare);
    await teach(bare, product, path);
    await side({ name: '200 with 30 events', path, headers: {}, goal: { target: 0.65, floor: 0.5 } }, product, bare);
    await product.ask({ wish: 300 });
    await teach(bare, product, path);
    await side({ name: '200 with 300 events', path, headers: {}, goal: { target: 0.85, floor: 0.65 } }, product, bare);
  } finally {
    await Promise.all([product.stop(), bare.stop()]);
  }
}

/** The bare server learns the product's own answer, headers included. */
async function teach(bare: ServerProcess, product: ServerProcess, path: string): Promise<string> {
  const answer = await fetch(product.origin + path);
  const body = await answer.text();
  const headers = [...answer.headers].filter(([name]) => !BY_NODE.includes(name)).flat();
  const etag = answer.headers.get('etag')!;
  await bare.ask({ wish: { headers, body, etag } });
  return etag;
}

async function side({ name, path, headers, goal }: Case, product: ServerProcess, bare: ServerProcess): Promise<void> {
  const rates: Record<'product' | 'bare', number[]> = { product: [], bare: [] };
  for (let round = 0; round <= ROUNDS; round++) {
    const [ours, theirs] = [
      await requestsPerCpuSecond(product, path, headers, POLLS),
      await requestsPerCpuSecond(bare, path, headers, POLLS),
    ];
    // the first round warms up
    if (round > 0) rates.product.push(ours) && rates.bare.push(theirs);
  }
  print(`  ${name}: ${Math.round(median(rates.product))} against ${Math.round(median(rates.bare))}`);
  judge(name, median(rates.product) / median(rates.bare), { ...goal, atLeast: true, unit: '' });
}
