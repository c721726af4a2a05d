import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { RegisterReading } from './authority-record.js';
import { mayEnd } from './may-end.js';
import { readGv100ad } from './read-gv100ad.js';
import { RegisterRefused } from './register-refused.js';

const SAMPLE = '../shared/data/register/gv100ad-sample.txt';
const present = existsSync(SAMPLE);
if (!present) process.stderr.write(`Skipped: ${SAMPLE} is not there, so reading of GV100AD was not tried.\n`);

/** 413 original lines of the register of 30.11.2023: one or two whole counties of seven states. */
const original = present ? readFileSync(SAMPLE) : Buffer.alloc(0);
const lines = original.toString('utf8').split('\n').slice(0, -1);
const bytesOf = (rows: readonly string[]): Uint8Array => new TextEncoder().encode(`${rows.join('\n')}\n`);
const lineOf = (start: string): number => lines.findIndex((line) => line.startsWith(start)) + 1;
const withLine = (number: number, change: (line: string) => string): Uint8Array =>
  bytesOf(lines.with(number - 1, change(lines[number - 1]!)));

const authority = (reading: RegisterReading, key: string) => reading.authorities.find((candidate) => candidate.key === key);
const refusal = (bytes: Uint8Array): string => {
  try {
    readGv100ad(bytes);
    return 'accepted';
  } catch (error) {
    if (error instanceof RegisterRefused) return error.code;
    throw error;
  }
};

const DUEREN = '602023113005358008';

(present ? describe : describe.skip)('the municipality register GV100AD', () => {
  const reading = present ? readGv100ad(original) : (undefined as unknown as RegisterReading);

  it('gives the records of an extract, which covers its counties and no more', () => {
    expect(reading).toMatchObject({ format: 'gv100ad', territoryDate: '2023-11-30', problems: [], spared: { keys: [], territories: [] } });
    expect(reading.authorities).toHaveLength(330);
    expect(reading.covers).toEqual(expect.arrayContaining(['DE-05358', 'DE-11000']));
    expect(mayEnd(reading, { key: 'DE:05358099', territory: 'DE-05358099' })).toBe(true);
    expect(mayEnd(reading, { key: 'DE:05362099', territory: 'DE-05362099' })).toBe(false);
  });

  it('gives its states as territories, also one whose own record the extract lacks', () => {
    expect(reading.territories).toContainEqual({ id: 'DE-05', name: 'Nordrhein-Westfalen', officialName: 'Nordrhein-Westfalen' });
    expect(reading.territories).toContainEqual({ id: 'DE-11', name: 'Berlin', officialName: 'Berlin' });
  });

  it('gives a figure with its own day and source, and lets the caller say another day', () => {
    expect(authority(reading, 'DE:05358008')?.population).toEqual({
      value: 93_207,
      asOf: '2022-12-31',
      source: '© Statistisches Bundesamt (Destatis), Gemeindeverzeichnis, Gebietsstand 30.11.2023',
    });
    const corrected = readGv100ad(original, { populationAsOf: '2021-12-31' });
    expect(authority(corrected, 'DE:05358008')?.population?.asOf).toBe('2021-12-31');
  });

  it.each([
    ['DE:05358008', 'Düren', ['municipality', 'town', 'district_municipality'], 'DE:05358', 'DE-05358008'],
    ['DE:05358', 'Kreis Düren', ['county'], 'DE-05', 'DE-05358'],
    ['DE:07135', 'Landkreis Cochem-Zell', ['county'], 'DE-07', 'DE-07135'],
    ['DE:05515000', 'Münster', ['municipality', 'independent_city', 'town'], 'DE-05', 'DE-05515000'],
    ['DE:11000000', 'Berlin', ['municipality', 'independent_city', 'town', 'city_state'], 'DE-11', 'DE-11000000'],
    ['DE:034585401', 'Samtgemeinde Harpstedt', ['municipal_association', 'samtgemeinde'], 'DE:03458', 'DE-03458'],
    ['DE:08416041', 'Tübingen', ['municipality', 'large_district_town', 'town', 'district_municipality'], 'DE:08416', 'DE-08416041'],
  ])('%s is %s, %j', (key, name, types, parentKey, territory) => {
    expect(authority(reading, key)).toMatchObject({ key, name, types, parentKey, territory });
  });

  it('knows an independent city once: as a municipality, not as a county', () => {
    expect(reading.authorities.filter(({ name }) => name === 'Münster')).toHaveLength(1);
    expect(authority(reading, 'DE:05515')).toBeUndefined();
  });

  it('gives counties and associations the sum of their municipalities', () => {
    expect(authority(reading, 'DE:05358')?.population?.value).toBe(270_833);
    expect(authority(reading, 'DE:034585401')?.population?.value).toBe(10_829);
  });

  it.each([
    ['CR LF', () => new TextEncoder().encode(`${lines.join('\r\n')}\r\n`)],
    ['a byte order mark', () => new TextEncoder().encode(`\uFEFF${lines.join('\n')}\n`)],
    ['no line end at the end', () => new TextEncoder().encode(lines.join('\n'))],
    ['ISO-8859-1', () => Buffer.from(`${lines.join('\n')}\n`, 'latin1')],
    ['ISO-8859-1 and CR LF', () => Buffer.from(`${lines.join('\r\n')}\r\n`, 'latin1')],
    ['blanks cut off at the line ends', () => bytesOf(lines.map((line) => line.trimEnd()))],
  ])('reads the same from a file with %s', (_, bytes) => {
    expect(readGv100ad(bytes())).toEqual(reading);
  });
});

(present ? describe : describe.skip)('a line that cannot be read', () => {
  it.each([
    ['that is cut short', (line: string) => line.slice(0, 60), 'line-length'],
    ['that lacks a character', (line: string) => line.slice(0, 30) + line.slice(31), 'line-length'],
    ['of an unknown record type', (line: string) => `70${line.slice(2)}`, 'record-type'],
    ['of another day', (line: string) => line.replace('20231130', '20220131'), 'territory-date'],
    ['with letters in its key', (line: string) => line.replace('05358008', '0535800X'), 'key'],
    ['of a state that does not exist', (line: string) => line.replace('05358008', '17358008'), 'key'],
    ['without a name', (line: string) => line.replace(/Düren, Stadt/, ' '.repeat(12)), 'name-missing'],
    ['with an unknown code', (line: string) => `${line.slice(0, 122)}99${line.slice(124)}`, 'type-code'],
    ['without a figure', (line: string) => `${line.slice(0, 139)}${' '.repeat(11)}${line.slice(150)}`, 'population'],
    ['with more men than people', (line: string) => `${line.slice(0, 139)}00000000007${line.slice(150)}`, 'shifted'],
  ])('%s is reported, and the other lines are kept', (_, change, code) => {
    const number = lineOf(DUEREN);
    const reading = readGv100ad(withLine(number, change));
    expect(reading.problems).toEqual([expect.objectContaining({ line: number, code })]);
    expect(reading.authorities).toHaveLength(329);
    expect(mayEnd(reading, { key: 'DE:05358008', territory: 'DE-05358008' })).toBe(false);
  });

  it('leaves county and association without a figure, which without that municipality would be wrong', () => {
    const reading = readGv100ad(withLine(lineOf(DUEREN), (line) => line.slice(0, 60)));
    expect(authority(reading, 'DE:05358')).not.toHaveProperty('population');
    expect(authority(reading, 'DE:05754')?.population?.value).toBeGreaterThan(0);
  });

  it('of a county or a state loses that record only', () => {
    const withoutCounty = readGv100ad(withLine(lineOf('402023113005358'), (line) => line.slice(0, 60)));
    expect(withoutCounty.authorities).toHaveLength(329);
    expect(authority(withoutCounty, 'DE:05358008')?.parentKey).toBe('DE:05358');
    const withoutState = readGv100ad(withLine(lineOf('102023113005'), () => 'x'));
    expect(withoutState.authorities).toHaveLength(330);
    expect(withoutState.territories).toHaveLength(7);
  });

  it('of foreign text is reported with its number, and no figure is lost', () => {
    const reading = readGv100ad(bytesOf(lines.toSpliced(lineOf(DUEREN) - 1, 0, 'Hier stand einmal etwas anderes.')));
    expect(reading.problems).toEqual([expect.objectContaining({ line: lineOf(DUEREN), code: 'record-type' })]);
    expect(reading.authorities).toHaveLength(330);
    expect(authority(reading, 'DE:05358')?.population?.value).toBe(270_833);
    expect(mayEnd(reading, { key: 'DE:05358099', territory: 'DE-05358099' })).toBe(false);
  });

  it('that repeats an authority is reported with the first line, which counts', () => {
    const number = lineOf(DUEREN);
    const reading = readGv100ad(bytesOf(lines.toSpliced(number, 0, lines[number - 1]!)));
    expect(reading.problems).toEqual([expect.objectContaining({ line: number + 1, code: 'duplicate-key' })]);
    expect(reading.problems[0]?.reason.de).toBe(`Der Schlüssel 05358008 steht schon in Zeile ${number}.`);
    expect(authority(reading, 'DE:05358')?.population?.value).toBe(270_833);
  });

  it('with a damaged byte does not make the file ISO-8859-1', () => {
    const bytes = Uint8Array.from(original);
    bytes[original.indexOf('Düren, Stadt', original.indexOf(DUEREN)) + 1] = 0xff;
    const reading = readGv100ad(bytes);
    expect(reading.problems).toEqual([expect.objectContaining({ code: 'encoding' })]);
    expect(authority(reading, 'DE:05515000')?.name).toBe('Münster');
  });
});

(present ? describe : describe.skip)('a register file that is refused as a whole', () => {
  it.each([
    ['that is empty', () => new Uint8Array(), 'empty'],
    ['of blank lines', () => bytesOf(['', '  ']), 'empty'],
    ['of another kind', () => bytesOf(['key,parent_key,name', 'DE:05358008,,Düren']), 'wrong-format'],
    ['in UTF-16', () => Buffer.from(lines.join('\n'), 'utf16le'), 'wrong-format'],
    ['of two registers', () => bytesOf([...lines, ...lines.map((line) => line.replace('20231130', '20221231'))]), 'mixed-dates'],
    ['with a day that does not exist', () => bytesOf(lines.map((line) => line.replace('20231130', '20231131'))), 'wrong-format'],
    ['with too much damage', () => bytesOf(lines.map((line, index) => (index % 10 === 0 ? 'x' : line))), 'too-many-problems'],
    ['with states alone', () => bytesOf(lines.filter((line) => line.startsWith('10'))), 'wrong-format'],
    [
      'with a county that has no municipality',
      () => bytesOf(lines.filter((line) => !line.startsWith('602023113005754'))),
      'truncated-units',
    ],
    ['that ends inside a line', () => original.subarray(0, -100), 'truncated-last-line'],
    ['that ends inside a character', () => original.subarray(0, original.indexOf('Düren') + 2), 'truncated-last-line'],
  ])('one %s', (_, bytes, code) => {
    expect(refusal(bytes())).toBe(code);
  });

  it('wherever it was cut off', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: original.length - 2 }), (length) => {
        expect(refusal(original.subarray(0, length))).not.toBe('accepted');
      }),
      { numRuns: 150 },
    );
  });

  it('after whichever line it was cut off', () => {
    const accepted = lines.map((_, index) => index).filter((count) => refusal(bytesOf(lines.slice(0, count))) === 'accepted');
    expect(accepted).toEqual([]);
  });
});
