import type { AuthorityView } from '@app/authorities/authority-view.js';
import { randomNumbers } from './random-numbers.js';

export const STATES = Array.from({ length: 16 }, (_, i) => String(i + 1).padStart(2, '0'));
const SOURCE = 'bench';
const AS_OF = '2022-12-31';

/** Kinds and sizes spread as in the real register: many small municipalities, few large cities; in the order of their keys, so states stand together. */
export function syntheticAuthorities(count: number, seed: number): AuthorityView[] {
  const random = randomNumbers(seed);
  return Array.from({ length: count }, (_, ordinal) => {
    const state = STATES[Math.floor((ordinal * STATES.length) / count)]!;
    const number = `${state}${String(ordinal).padStart(7, '0')}`;
    const kind = random.next();
    const size = Math.round(300 * Math.exp(random.next() ** 2 * 8.5));
    const population = [{ value: size, asOf: AS_OF, source: SOURCE }];
    return {
      ...plain(ordinal, number),
      types: typesOf(kind, size),
      population,
      facts: random.chance(0.3) ? [fact(random.chance(0.4))] : [],
    };
  });
}

function typesOf(kind: number, size: number): string[] {
  if (kind < 0.88) return ['municipality', size > 10_000 ? 'town' : 'district_municipality'];
  return kind < 0.905 ? ['county'] : ['municipal_association'];
}

function fact(value: boolean) {
  return { name: 'finanzschwach', value, asOf: AS_OF, source: SOURCE, visibility: 'authority' as const, version: 1 };
}

function plain(ordinal: number, number: string) {
  const name = `Ort ${ordinal}`;
  return {
    id: `authority ${ordinal}`,
    ordinal,
    key: `DE:${number}`,
    name,
    officialName: name,
    territory: `DE-${number}`,
    parentKey: null,
    zone: 'Europe/Berlin',
    origin: 'register' as const,
    source: SOURCE,
    registerDate: AS_OF,
    validFrom: null,
    validTo: null,
    version: 1,
  };
}
