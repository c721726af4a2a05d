import type { Applicant } from '@app/eligibility/applicant.js';

/** About as many as Germany has municipalities and counties. */
export const COUNT = 11_400;

/** Numbers from 0 up to, not including, 1, the same ones for the same seed (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Kinds and sizes spread as in the real register: many small municipalities, few large cities, associations beside them. */
export function syntheticAuthorities(seed: number): Applicant[] {
  const random = randomNumbers(seed);
  return Array.from({ length: COUNT }, (_, i) => {
    const kind = random();
    const state = String(1 + Math.floor(random() * 16)).padStart(2, '0');
    const number = String(i).padStart(6, '0');
    const size = Math.round(300 * Math.exp(random() ** 2 * 8.5));
    return {
      key: `DE:${state}${number}`,
      name: `Ort ${i}`,
      territory: `DE-${state}${number}`,
      types:
        kind < 0.88
          ? ['municipality', size > 10_000 ? 'town' : 'district_municipality']
          : kind < 0.905
            ? ['county']
            : ['municipal_association'],
      population: [{ value: size, asOf: '2022-12-31' }],
      facts: new Map(),
    };
  });
}
