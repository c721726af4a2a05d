import { placeMeant, readTerritoryList } from './read-territory-list.js';

const read = (text: string | Uint8Array) => {
  const { entries, problems } = readTerritoryList(typeof text === 'string' ? new TextEncoder().encode(text) : text);
  return { places: entries.map(({ place }) => place), problems: problems.map(({ line, code }) => `${line} ${code}`) };
};

describe('a list of keys', () => {
  it.each([
    ['05', 'DE-05'],
    ['05358', 'DE:05358'],
    ['05358008', 'DE:05358008'],
    ['034585401', 'DE:034585401'],
    ['053580008008', 'DE:05358008'],
    ['FR:29019', 'FR:29019'],
    ['DE-05358', 'DE-05358'],
    ['AT', 'AT'],
  ])('may say %s for %s', (text, place) => expect(placeMeant(text)).toBe(place));

  it.each(['Düren', '5358', '0535800', 'DE:', 'de-05', 'named:grw', ''])('may not say "%s"', (text) => {
    expect(placeMeant(text)).toBeUndefined();
  });

  it('is one key on each line; blank lines and remarks do not count', () => {
    expect(read('# GRW\n05358008\n\nDE-12\r\n')).toEqual({ places: ['DE:05358008', 'DE-12'], problems: [] });
  });

  it('may be a column of a CSV, wherever it stands', () => {
    expect(read('name;AGS\n"Düren; Stadt";05358008\n')).toEqual({ places: ['DE:05358008'], problems: [] });
    expect(read('ars,ags,name\n010010000000,01001000,"Flensburg, Stadt"\n').places).toEqual(['DE:01001000']);
  });

  it('may come in windows-1252', () => {
    expect(
      read(
        Uint8Array.from(
          [...'Schl'].map((c) => c.charCodeAt(0)).concat(0xfc, ...[...'ssel;Name\n05358;D'].map((c) => c.charCodeAt(0)), 0xfc, 10),
        ),
      ),
    ).toEqual({
      places: ['DE:05358'],
      problems: [],
    });
  });

  it('names each line that it cannot take', () => {
    expect(read('05358008\n5358024\nDüren\n05358008\n')).toEqual({
      places: ['DE:05358008'],
      problems: ['2 lost-zero', '3 not-a-place', '4 duplicate'],
    });
  });
});
