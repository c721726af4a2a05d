import { existsSync, readFileSync } from 'node:fs';
import { readGv100ad } from '../register/read-gv100ad.js';
import { demonstrationRegister } from './authorities.js';

const REGISTER = '../shared/data/register/GV100AD_30112023.txt';
const present = existsSync(REGISTER);
if (!present) process.stderr.write(`Skipped: ${REGISTER} is not there, so the demonstration was not compared with it.\n`);

describe('the authorities of the demonstration', () => {
  const { authorities, territories } = demonstrationRegister();
  const named = (name: string) => authorities.find((authority) => authority.name === name);

  it('are about 120, each with a key of its own and a figure', () => {
    expect(authorities.length).toBeGreaterThanOrEqual(115);
    expect(authorities.length).toBeLessThanOrEqual(130);
    expect(new Set(authorities.map(({ key }) => key)).size).toBe(authorities.length);
    expect(authorities.filter(({ population }) => population === undefined)).toEqual([]);
  });

  it('are of all states', () => {
    expect(territories).toHaveLength(16);
    expect(new Set(authorities.map(({ territory }) => territory.slice(0, 5))).size).toBe(16);
  });

  it.each([
    'county',
    'municipal_association',
    'amt',
    'samtgemeinde',
    'verbandsgemeinde',
    'verwaltungsgemeinschaft',
    'municipality',
    'town',
    'market',
    'independent_city',
    'large_district_town',
    'city_state',
    'district_municipality',
    'association_member',
  ])('are of all kinds: %s', (tag) => {
    expect(authorities.some(({ types }) => types.includes(tag))).toBe(true);
  });

  it.each([
    ['Düren', 'DE:05358008'],
    ['Kreis Düren', 'DE:05358'],
    ['Gütersloh', 'DE:05754008'],
    ['Landkreis Cochem-Zell', 'DE:07135'],
    ['Münster', 'DE:05515000'],
    ['Augsburg', 'DE:09761000'],
    ['Region Hannover', 'DE:03241'],
    ['Samtgemeinde Harpstedt', 'DE:034585401'],
    ['Verbandsgemeinde Zell (Mosel)', 'DE:071355005'],
    ['Regionalverband Saarbrücken', 'DE:10041'],
    ['Kreis Recklinghausen', 'DE:05562'],
    ['Bochum', 'DE:05911000'],
    ['Tettnang', 'DE:08435057'],
  ])('hold %s, %s', (name, key) => {
    expect(named(name)?.key).toBe(key);
  });

  it('hold Kreis Düren with all its 15 municipalities', () => {
    const members = authorities.filter(({ parentKey }) => parentKey === 'DE:05358');
    expect(members).toHaveLength(15);
    expect(members.reduce((sum, { population }) => sum + population!.value, 0)).toBe(named('Kreis Düren')?.population?.value);
  });

  it('hold every parent', () => {
    const known = new Set([...authorities.map(({ key }) => key), ...territories.map(({ id }) => id)]);
    expect(authorities.filter(({ parentKey }) => !known.has(parentKey!)).map(({ name }) => name)).toEqual([]);
  });

  (present ? it : it.skip)('are what the register says, so that importing it changes none of them', () => {
    const reading = readGv100ad(readFileSync(REGISTER));
    const byKey = new Map(reading.authorities.map((authority) => [authority.key, authority]));
    for (const authority of authorities) expect(authority).toEqual(byKey.get(authority.key));
    expect(territories).toEqual(reading.territories);
  });
});
