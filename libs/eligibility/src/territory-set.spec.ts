import fc from 'fast-check';
import { contains } from './named-territories.js';
import { placeOf, TerritorySet } from './territory-set.js';

const PLACES = ['DE', 'DE-05', 'DE-053', 'DE-05358', 'DE-05358008', 'DE-03', 'FR', 'FR-29'];
const DUEREN = 'DE-05358008';

describe('a set of territories', () => {
  it('takes a county out of its state, and a town of the county in again', () => {
    const set = TerritorySet.of(['DE-05']).minus(TerritorySet.of(['DE-05358']).minus(TerritorySet.of([DUEREN])));
    expect(set.entries).toEqual(['DE-05', DUEREN]);
    expect(set.except).toEqual(['DE-05358']);
    expect(['DE-05315', 'DE-05358', 'DE-05358024', DUEREN].map((place) => set.holdsTerritory(place))).toEqual([true, false, false, true]);
  });

  it('is empty where something finer is taken out of nothing or something coarser out of a part', () => {
    expect(TerritorySet.of(['DE-05358']).minus(TerritorySet.of(['DE-05']))).toMatchObject({ entries: [], except: [] });
  });

  it('mentions nothing that follows from the rest', () => {
    const { entries, except } = TerritorySet.of(['DE-05', 'DE-05358', 'DE-03']).union(TerritorySet.of([DUEREN]));
    expect([entries, except]).toEqual([['DE-05', 'DE-03'], []]);
  });

  it('counts a key before the territory that its authority lies in', () => {
    const whole = TerritorySet.of(['DE-03458']);
    expect(whole.minus(TerritorySet.of(['DE:034585401'])).holdsKey('DE:034585401')).toBe(false);
    expect(TerritorySet.of(['DE:034585401']).minus(whole).holdsKey('DE:034585401')).toBe(false);
    expect(TerritorySet.of(['FR:29019']).minus(TerritorySet.of(['FR-29'])).entries).toEqual([]);
    expect(TerritorySet.of(['FR:243500139']).minus(TerritorySet.of(['FR-24'])).entries).toEqual(['FR:243500139']);
  });

  it.each([
    ['DE:05', 'DE-05'],
    ['DE:05358', 'DE-05358'],
    ['DE:05358008', 'DE-05358008'],
    ['DE:034585401', 'DE:034585401'],
    ['FR:29019', 'FR:29019'],
    ['DE-05358', 'DE-05358'],
  ])('reads %s as %s', (entry, place) => expect(placeOf(entry)).toBe(place));

  it('says what the sets it is made of say (random unions and differences)', () => {
    interface Made {
      readonly set: TerritorySet;
      readonly holds: (territory: string) => boolean;
    }
    const simple = fc.subarray(PLACES).map((places): Made => {
      return { set: TerritorySet.of(places), holds: (territory) => places.some((place) => contains(place, territory)) };
    });
    const { made } = fc.letrec<{ made: Made }>((tie) => ({
      made: fc.oneof(
        { maxDepth: 4 },
        simple,
        fc.tuple(tie('made'), tie('made')).map(([a, b]) => ({ set: a.set.union(b.set), holds: (t: string) => a.holds(t) || b.holds(t) })),
        fc.tuple(tie('made'), tie('made')).map(([a, b]) => ({ set: a.set.minus(b.set), holds: (t: string) => a.holds(t) && !b.holds(t) })),
      ),
    }));
    fc.assert(
      fc.property(made, fc.constantFrom(...PLACES, 'DE-05358024', 'DE-0'), ({ set, holds }, territory) => {
        expect(TerritorySet.of(set.entries, set.except).holdsTerritory(territory)).toBe(holds(territory));
      }),
      { numRuns: 2_000 },
    );
  });
});
