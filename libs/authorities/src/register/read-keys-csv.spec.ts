import { mayEnd } from './may-end.js';
import { datedNotBefore, readKeysCsv } from './read-keys-csv.js';
import { RegisterRefused } from './register-refused.js';

const HEADER = 'ars,ags,name,kreis,kreis_name,in_2023_register';
const HANAU = '064150000000,06415000,"Hanau, Brüder-Grimm-Stadt",06415,"Hanau, Brüder-Grimm-Stadt",0';
const OBERGECKLER = '072325005503,07232503,Obergeckler,07232,Eifelkreis Bitburg-Prüm,0';
const AREA = '130009999998,13000998,gemeindefreies Gebiet M-V,13000,,0';

const read = (lines: string[], name = 'keys-2026-06-30.csv') =>
  readKeysCsv(Buffer.from(`${[HEADER, ...lines].join('\n')}\n`), { day: '2026-07-15', name });

describe('a list of keys and names', () => {
  it('gives what the keys tell: an independent city, a member of an association', () => {
    const [hanau, obergeckler] = read([HANAU, OBERGECKLER]).authorities;
    expect(hanau).toEqual({
      key: 'DE:06415000',
      parentKey: 'DE-06',
      name: 'Hanau',
      officialName: 'Hanau, Brüder-Grimm-Stadt',
      types: ['municipality', 'independent_city', 'town'],
      territory: 'DE-06415000',
    });
    expect(obergeckler).toMatchObject({
      parentKey: 'DE:072325005',
      types: ['municipality', 'district_municipality', 'association_member'],
    });
  });

  it('leaves out unincorporated areas, whose association number begins with 9', () => {
    const { authorities, leftOut } = read([HANAU, AREA]);
    expect(authorities).toHaveLength(1);
    expect(leftOut).toEqual({ unincorporated: 1, keys: [{ key: 'DE:13000998', name: 'gemeindefreies Gebiet M-V' }] });
  });

  it('covers municipalities and nothing else', () => {
    const reading = read([HANAU]);
    expect(mayEnd(reading, { key: 'DE:06435014', territory: 'DE-06435014', types: ['municipality'] })).toBe(true);
    expect(mayEnd(reading, { key: 'DE:06435', territory: 'DE-06435', types: ['county'] })).toBe(false);
    expect(mayEnd(reading, { key: 'FR:29019', territory: 'FR-29019', types: ['municipality'] })).toBe(false);
  });

  it.each([
    ['keys-2026-06-30.csv', '2026-06-30', false],
    ['keys.csv', '2026-07-15', true],
    ['keys-2026-13-30.csv', '2026-07-15', true],
  ])('called %s is of %s', (name, day, isGuessed) => {
    expect(read([HANAU], name)).toMatchObject({ territoryDate: day, isDateGuessed: isGuessed });
  });

  it('without a day in its name is as new as what is known', () => {
    expect(datedNotBefore(read([HANAU], 'keys.csv'), '2027-01-01').territoryDate).toBe('2027-01-01');
    expect(datedNotBefore(read([HANAU]), '2027-01-01').territoryDate).toBe('2026-06-30');
  });

  it.each([
    ['an illegible key', '0641500000X,06415000,Hanau,06415,Hanau,0', 'key'],
    ['keys that contradict each other', '064150000000,06415001,Hanau,06415,Hanau,0', 'key'],
    ['no name', '064150000000,06415000,,06415,Hanau,0', 'name-missing'],
    ['a column less', '064150000000,06415000,Hanau,06415,Hanau', 'column-count'],
  ])('reports a line with %s and spares whoever it may have been', (_, line, code) => {
    const reading = read([OBERGECKLER, line]);
    expect(reading.problems).toMatchObject([{ line: 3, code }]);
    expect(reading.authorities).toHaveLength(1);
    const key = line.split(',')[1]!;
    expect(mayEnd(reading, { key: `DE:${key}`, territory: `DE-${key}`, types: ['municipality'] })).toBe(false);
  });

  it.each([
    ['an empty file', '', 'empty'],
    ['another CSV', 'key,label\nDE:1,x\n', 'wrong-format'],
    ['a missing column', 'ars,ags\n1,2\n', 'header'],
    ['a last row that breaks off', `${HEADER}\n${HANAU}\n07232500`, 'truncated-last-line'],
  ])('refuses %s', (_, text, code) => {
    const refusal = () => readKeysCsv(Buffer.from(text), { day: '2026-07-15', name: 'keys.csv' });
    expect(refusal).toThrow(RegisterRefused);
    expect(refusal).toThrow(code);
  });
});
