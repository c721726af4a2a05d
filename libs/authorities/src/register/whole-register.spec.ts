import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { RegisterReading } from './authority-record.js';
import { readGv100ad } from './read-gv100ad.js';
import { RegisterRefused } from './register-refused.js';

const REGISTER = '../shared/data/register/GV100AD_30112023.txt';
const present = existsSync(REGISTER);
if (!present) process.stderr.write(`Skipped: ${REGISTER} is not there, so the whole register was not read.\n`);

const original = present ? readFileSync(REGISTER) : Buffer.alloc(0);
const tagged = (reading: RegisterReading, tag: string) => reading.authorities.filter(({ types }) => types.includes(tag));
const inhabitants = (authorities: RegisterReading['authorities']) =>
  authorities.reduce((sum, { population }) => sum + (population?.value ?? 0), 0);
const isRefused = (bytes: Uint8Array): boolean => {
  try {
    readGv100ad(bytes);
    return false;
  } catch (error) {
    if (error instanceof RegisterRefused) return true;
    throw error;
  }
};

(present ? describe : describe.skip)('the whole register of 30 November 2023', () => {
  const reading = present ? readGv100ad(original) : (undefined as unknown as RegisterReading);

  it('holds 10,773 municipalities, 294 counties and 1,205 associations, and no unincorporated area', () => {
    expect(tagged(reading, 'municipality')).toHaveLength(10_773);
    expect(tagged(reading, 'county')).toHaveLength(294);
    expect(tagged(reading, 'municipal_association')).toHaveLength(1_205);
    expect(reading.authorities).toHaveLength(12_272);
    expect(new Set(reading.authorities.map(({ key }) => key)).size).toBe(12_272);
    expect(reading.leftOut.unincorporated).toBe(208);
  });

  it('holds 16 states as territories, covers Germany and has no problem', () => {
    expect(reading.territories).toHaveLength(16);
    expect(reading).toMatchObject({ covers: ['DE'], problems: [], spared: { keys: [], territories: [] } });
  });

  it('counts 84,358,845 inhabitants in counties and independent cities, 5,185 of them in unincorporated areas', () => {
    expect(inhabitants(tagged(reading, 'county')) + inhabitants(tagged(reading, 'independent_city'))).toBe(84_358_845);
    expect(inhabitants(tagged(reading, 'municipality'))).toBe(84_358_845 - 5_185);
  });

  it.each([
    ['market', 386],
    ['independent_city', 106],
    ['large_district_town', 124],
    ['city_state', 2],
    ['town', 2_059],
    ['district_municipality', 10_667],
    ['amt', 208],
    ['samtgemeinde', 114],
    ['verbandsgemeinde', 148],
    ['verwaltungsgemeinschaft', 574],
    ['association_member', 7_589],
    ['unincorporated_area', 0],
  ])('tags %s: %i', (tag, count) => {
    expect(tagged(reading, tag)).toHaveLength(count);
  });

  it.each([
    ['DE:05358', 270_833],
    ['DE:05562', 619_732],
    ['DE:05515000', 320_946],
    ['DE:09761000', 301_033],
  ])('%s has %i inhabitants', (key, value) => {
    expect(reading.authorities.find((authority) => authority.key === key)?.population?.value).toBe(value);
  });

  it('leaves no official suffix in a name for display', () => {
    const suffixed = reading.authorities.filter(({ name }) => /,|\(VGem\)| {2}/.test(name)).map(({ name }) => name);
    expect(suffixed).toEqual(['Verwaltungsgemeinschaft Oelsnitz/Vogtl., Bösenbrunn, Eichigt und Triebel/V']);
  });

  it('has every parent in itself or among the states', () => {
    const known = new Set([...reading.authorities.map(({ key }) => key), ...reading.territories.map(({ id }) => id)]);
    expect(reading.authorities.filter(({ parentKey }) => !known.has(parentKey!))).toEqual([]);
  });

  it('reads the same from ISO-8859-1 with CR LF, but for the Sorbian letters that ISO-8859-1 lacks', () => {
    const text = original.toString('utf8').replace(/[^\0-\xFF]/g, '?');
    const western = readGv100ad(Buffer.from(text.replaceAll('\n', '\r\n'), 'latin1'));
    expect(western).toEqual(readGv100ad(Buffer.from(text, 'utf8')));
    expect(western.authorities).toHaveLength(12_272);
  });

  it('takes less than a second', () => {
    const started = performance.now();
    readGv100ad(original);
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});

(present ? describe : describe.skip)('the whole register, cut off', () => {
  it('is refused wherever in its bytes', () => {
    // Without its last byte alone, a line end, the file is whole.
    fc.assert(
      fc.property(fc.integer({ min: 0, max: original.length - 2 }), (length) => isRefused(original.subarray(0, length))),
      { numRuns: 40 },
    );
  });

  it.each([6, 10, 41, 100, 1_000, 8_000, 16_000])('is refused without its last %i lines', (count) => {
    const lines = original.toString('utf8').split('\n').slice(0, -1);
    expect(isRefused(Buffer.from(`${lines.slice(0, -count).join('\n')}\n`))).toBe(true);
  });

  it('is not recognised without its last five lines or fewer: a known limit', () => {
    const lines = original.toString('utf8').split('\n').slice(0, -1);
    expect(isRefused(Buffer.from(`${lines.slice(0, -5).join('\n')}\n`))).toBe(false);
  });

  it.each(['01', '05', '11', '15'])('is refused after state %s', (state) => {
    const lines = original.toString('utf8').split('\n').slice(0, -1);
    const end = lines.findLastIndex((line) => line.slice(10, 12) === state) + 1;
    expect(isRefused(Buffer.from(`${lines.slice(0, end).join('\n')}\n`))).toBe(true);
  });

  it('of one state in the middle is an extract of its counties', () => {
    const lines = original
      .toString('utf8')
      .split('\n')
      .filter((line) => line.slice(10, 12) === '05');
    const extract = readGv100ad(Buffer.from(`${lines.join('\n')}\n`));
    expect(extract.covers).toHaveLength(53);
    expect(tagged(extract, 'county')).toHaveLength(31);
  });
});
