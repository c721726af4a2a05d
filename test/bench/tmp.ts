import { worldOf } from './world.js';
const w = worldOf(11_400, 2_500, 20140725);
const t = new Uint16Array(40e6);
for (let r = 0; r < 6; r++) {
  let s = performance.now(); let sets = w.calls.map(({ rule }) => w.byApplicant.eligible(rule)); const a = performance.now() - s;
  s = performance.now(); let n = 0; for (const x of sets) n = x.writeOrdinals(t, n); const b = performance.now() - s;
  console.log('eval', a.toFixed(1), 'write', b.toFixed(1), n, (b * 1e6 / n).toFixed(2), 'ns/id');
}
