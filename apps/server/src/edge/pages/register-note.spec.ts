import type { AuthorityView } from '@app/authorities/authority-view.js';
import { noteOf } from './register-note.js';

const destatis = '© Statistisches Bundesamt (Destatis)';
const authority = (registerDate: string | null, population: AuthorityView['population'], source = destatis) =>
  ({ registerDate, population, source }) as AuthorityView;
const figure = (asOf: string, source = destatis) => ({ value: 5, asOf, source });
const noted = (...authorities: AuthorityView[]) => noteOf({ values: () => authorities.values() });

describe('what the foot of a page says of the register', () => {
  it('is what most authorities have, whatever a list of a few has said later', () => {
    const known = [1, 2, 3].map(() => authority('2023-11-30', [figure('2022-12-31')]));
    const listed = authority('2026-11-29', [figure('2023-12-31', 'zahlen.csv'), figure('2022-12-31')], 'zahlen.csv');
    expect(noted(listed, ...known)).toEqual({ territoryAsOf: '2023-11-30', source: destatis, populationAsOf: '2022-12-31' });
  });

  it('is nothing without a register', () => {
    expect(noted(authority(null, [figure('2022-12-31')]))).toBeUndefined();
  });

  it('names no figures where there are none', () => {
    expect(noted(authority('2023-11-30', []))).toEqual({ territoryAsOf: '2023-11-30', source: destatis });
  });
});
