import { UNREADABLE } from './decode-register.js';
import { isKnownCode } from './gv100ad-tags.js';
import type { LineFault } from './register-problem.js';

/** A record of the municipality register, cut into its fields (data format GV100AD of the statistical offices). */
export type Gv100adRecord = StateRecord | CountyRecord | AssociationLine | MunicipalityLine | IntermediateRecord;

interface Named {
  readonly name: string;
}
interface StateRecord extends Named {
  readonly type: '10';
  readonly state: string;
}
/** Administrative districts (20) and regions (30): neither authorities nor territories of ours. */
interface IntermediateRecord extends Named {
  readonly type: '20' | '30';
  readonly state: string;
}
export interface CountyRecord extends Named {
  readonly type: '40';
  readonly state: string;
  /** Five digits. */
  readonly county: string;
  readonly code: string;
}
export interface AssociationLine extends Named {
  readonly type: '50';
  readonly state: string;
  readonly county: string;
  /** County and number of the association, nine digits. */
  readonly association: string;
  readonly code: string;
}
export interface MunicipalityLine extends Named {
  readonly type: '60';
  readonly state: string;
  readonly county: string;
  readonly association: string;
  readonly ags: string;
  readonly code: string;
  readonly population: number;
}

/** What all lines of a file have in common; a line that differs is damaged. */
export interface Gv100adFrame {
  /** "20231130". */
  readonly date: string;
  /** Characters a line; undefined where an editor has cut off the blanks at the line ends. */
  readonly width?: number;
}

const RECORD_TYPES = ['10', '20', '30', '40', '50', '60'];
/** Width of a line of the format, and where its last fields begin that are read here. */
export const GV100AD_WIDTH = 220;
export const POPULATION_END = 150;

/** Offsets count characters, not bytes; a line is read whole or not at all. */
export function readGv100adLine(line: string, frame: Gv100adFrame): Gv100adRecord | LineFault {
  const type = line.slice(0, 2);
  if (line.includes(UNREADABLE)) return fault('encoding');
  if (!RECORD_TYPES.includes(type)) return fault('record-type', { value: type });
  if (frame.width === undefined ? line.length > GV100AD_WIDTH : line.length !== frame.width) {
    return fault('line-length', { length: line.length, expected: frame.width ?? GV100AD_WIDTH });
  }
  if (line.slice(2, 10) !== frame.date) return fault('territory-date', { value: line.slice(2, 10), expected: frame.date });
  const name = line.slice(22, 72).trim();
  if (name === '') return fault('name-missing');
  return readFields(type as Gv100adRecord['type'], line, name);
}

function readFields(type: Gv100adRecord['type'], line: string, name: string): Gv100adRecord | LineFault {
  const ags = line.slice(10, 18).trimEnd();
  const state = ags.slice(0, 2);
  const county = ags.slice(0, 5);
  const association = county + line.slice(18, 22);
  const code = line.slice(122, 124);
  if (!GV100AD_KEYS[type].test(line.slice(10, 22))) return fault('key', { value: line.slice(10, 22).trim() });
  if (type === '10' || type === '20' || type === '30') return { type, state, name };
  if (!isKnownCode(type, code)) return fault('type-code', { value: code });
  if (type === '40') return { type, state, county, code, name };
  if (type === '50') return { type, state, county, association, code, name };
  return readMunicipality(line, { type, state, county, association, ags, code, name });
}

const STATE = '(?:0[1-9]|1[0-6])';
/** What the columns 10 to 22 look like: the municipality key, filled as far as the record has one, and the number of the association. */
export const GV100AD_KEYS: Readonly<Record<Gv100adRecord['type'], RegExp>> = {
  '10': new RegExp(`^${STATE} {10}$`),
  '20': new RegExp(`^${STATE}\\d {9}$`),
  '30': new RegExp(`^${STATE}\\d\\d {8}$`),
  '40': new RegExp(`^${STATE}\\d{3} {7}$`),
  '50': new RegExp(`^${STATE}\\d{3} {3}\\d{4}$`),
  '60': new RegExp(`^${STATE}\\d{10}$`),
};

function readMunicipality(line: string, found: Omit<MunicipalityLine, 'population'>): MunicipalityLine | LineFault {
  const population = line.slice(139, POPULATION_END);
  if (!/^\d{11}$/.test(population)) return fault('population', { value: population.trim() });
  const male = line.slice(150, 161).trim();
  const postalCode = line.slice(165, 170).trim();
  const inPlace = line.slice(124, 128).trim() === '' && /^(\d{11})?$/.test(male) && /^(\d{5})?$/.test(postalCode);
  if (!inPlace || Number(male) > Number(population)) return fault('shifted');
  return { ...found, population: Number(population) };
}

export function isFault(reading: Gv100adRecord | LineFault): reading is LineFault {
  return !('type' in reading);
}

const fault = (code: LineFault['code'], params: LineFault['params'] = {}): LineFault => ({ code, params });
