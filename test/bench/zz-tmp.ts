import { allPairs } from './all-pairs.js';
import { worldOf } from './world.js';
const w = worldOf(11_400, 2_500, 20140725);
allPairs(w, { rounds: 100, seconds: 10 });
let best = 1e9;
for (let r = 0; r < 60; r++) { const s = performance.now(); for (const { rule } of w.calls) w.byApplicant.eligible(rule); best = Math.min(best, performance.now() - s); }
process.stdout.write(`eval only, best ${best}\n`);
