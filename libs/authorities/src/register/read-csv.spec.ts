import { readCsv } from './read-csv.js';
import { RegisterRefused } from './register-refused.js';

const HEADER = 'key,parent_key,name,types,population,population_date,valid_from,valid_to';
const DUEREN = 'DE:05358008,DE:05358,Düren,municipality|town|district_municipality,93207,2022-12-31,,';
const given = { day: '2026-10-01', source: 'CSV der Verwaltung' };

const read = (...lines: string[]) => readCsv(new TextEncoder().encode(`${lines.join('\n')}\n`), given);
const refusalOf = (act: () => unknown): RegisterRefused => {
  try {
    act();
  } catch (error) {
    if (error instanceof RegisterRefused) return error;
    throw error;
  }
  throw new Error('was not refused');
};

describe('the CSV of authorities', () => {
  it('gives an authority with its figure', () => {
    expect(read(HEADER, DUEREN)).toMatchObject({
      format: 'csv',
      territoryDate: '2026-10-01',
      covers: [],
      problems: [],
      authorities: [
        {
          key: 'DE:05358008',
          parentKey: 'DE:05358',
          name: 'Düren',
          officialName: 'Düren',
          types: ['municipality', 'town', 'district_municipality'],
          territory: 'DE-05358008',
          population: { value: 93207, asOf: '2022-12-31', source: 'CSV der Verwaltung' },
        },
      ],
    });
  });

  it('takes semicolons, a byte order mark, CR LF, quotes and columns in any order', () => {
    const text =
      '\uFEFFname;key;types;parent_key;population;population_date;valid_from;valid_to;zone;territory;official_name;source\r\n' +
      '"Zweckverband ""Wasser; Süd""";DE:ZV-1;special_purpose_association other;;;;2020-01-01;2030-12-31;Europe/Berlin;DE-05358;ZV Süd;ZV\r\n';
    expect(readCsv(new TextEncoder().encode(text), given).authorities).toEqual([
      {
        key: 'DE:ZV-1',
        name: 'Zweckverband "Wasser; Süd"',
        officialName: 'ZV Süd',
        types: ['special_purpose_association', 'other'],
        territory: 'DE-05358',
        validFrom: '2020-01-01',
        validTo: '2030-12-31',
        zone: 'Europe/Berlin',
      },
    ]);
  });

  it('takes further columns as facts: true, false, a number, a text; empty means unknown', () => {
    const facts = (cells: string) =>
      read(`${HEADER},fact:financiallyWeak,fact:degurba,fact:grwArea`, `${DUEREN},${cells}`).authorities[0]?.facts;
    expect(facts('true,2,D')).toEqual({ financiallyWeak: true, degurba: 2, grwArea: 'D' });
    expect(facts('false,0.5,007')).toEqual({ financiallyWeak: false, degurba: 0.5, grwArea: '007' });
    expect(facts(',,')).toBeUndefined();
  });

  it.each([
    ['DE:05358008', 'DE-05358008'],
    ['DE:07135', 'DE-07135'],
    ['DE:034585401', 'DE-03458'],
    ['FR:29019', 'FR-29019'],
    ['FR:2A004', 'FR-2A004'],
  ])('sees from the key %s that it lies in %s', (key, territory) => {
    expect(read(HEADER, `${key},,X,municipality,,,,`).authorities[0]?.territory).toBe(territory);
  });

  it.each([
    ['a key without a country', '05358008,,X,town,,,,', 'key'],
    ['no name', 'DE:05358008,,,town,,,,', 'name-missing'],
    ['no type', 'DE:05358008,,X,,,,,', 'types-missing'],
    ['a figure with a separator', 'DE:05358008,,X,town,93.207,2022-12-31,,', 'population'],
    ['a figure without its date', 'DE:05358008,,X,town,93207,,,', 'population-date-missing'],
    ['a day that does not exist', 'DE:05358008,,X,town,93207,2022-02-30,,', 'day'],
    ['a German day', 'DE:05358008,,X,town,,,01.01.2022,', 'day'],
    ['an end before the beginning', 'DE:05358008,,X,town,,,2022-01-02,2022-01-01', 'validity-reversed'],
    ['a parent that is no key', 'DE:05358008,Kreis,X,town,,,,', 'parent-key'],
    ['a place that nobody knows', 'FR:243500139,,X,epci,,,,', 'territory-missing'],
    ['a column too few', 'DE:05358008,,X,town,,,', 'column-count'],
    ['a column too many', 'DE:05358008,,X,town,,,,,', 'column-count'],
    ['stray quotes', 'DE:05358008,,"X"Y,town,,,,', 'quotes'],
    ['a key that was there', DUEREN, 'duplicate-key'],
  ])('reports %s with its line and keeps the others', (_, row, code) => {
    const reading = read(HEADER, DUEREN, row, 'DE:07135,,Cochem-Zell,county,,,,');
    expect(reading.problems).toEqual([
      expect.objectContaining({ line: 3, code, reason: { de: expect.any(String), en: expect.any(String) } }),
    ]);
    expect(reading.authorities.map(({ key }) => key)).toEqual(['DE:05358008', 'DE:07135']);
  });

  it.each(['Mars/Olympus', '+01:00'])('reports %s, which is no zone', (zone) => {
    expect(read(`${HEADER},zone`, `${DUEREN},`, `DE:07135,,X,county,,,,,${zone}`).problems).toEqual([
      expect.objectContaining({ line: 3, code: 'zone' }),
    ]);
  });

  it('names what is wrong in German and English', () => {
    expect(read(HEADER, DUEREN, 'DE:05358012,,X,town,viele,2022-12-31,,').problems[0]?.reason).toEqual({
      de: '„viele“ ist keine Einwohnerzahl.',
      en: '"viele" is not a population figure.',
    });
  });
});

describe('a CSV that is refused as a whole', () => {
  it.each([
    ['an empty file', '', 'empty'],
    ['a header alone', `${HEADER}\n`, 'empty'],
    ['something else', 'Sehr geehrte Damen und Herren,\nanbei die Liste.\n', 'wrong-format'],
    ['a missing column', `${HEADER.replace(',types', '')}\nDE:07135,,X,,,,\n`, 'header'],
    ['an unknown column', `${HEADER},financiallyWeak\n${DUEREN},true\n`, 'header'],
    ['a double column', `${HEADER},name\n${DUEREN},X\n`, 'header'],
    ['a row that breaks off', `${HEADER}\n${DUEREN}\nDE:07135,,Coch`, 'truncated-last-line'],
    ['quotes that stay open', `${HEADER}\n${DUEREN}\nDE:07135,,"Coch`, 'truncated-last-line'],
    ['no row that can be read', `${HEADER}\nX,,X,town,,,,\n`, 'too-many-problems'],
  ])('%s', (_, text, code) => {
    expect(refusalOf(() => readCsv(new TextEncoder().encode(text), given)).code).toBe(code);
  });

  it('says which columns are missing and which are unknown', () => {
    const { reason } = refusalOf(() => read(HEADER.replace('types', 'type'), DUEREN));
    expect(reason.en).toBe('The header is not right. Missing: types. Unknown or double: “type”.');
    expect(reason.de).toContain('Es fehlt: types.');
  });
});
