import { RegisterRefused } from './register-refused.js';

/** The columns that every file has, and those it may have; all others are facts and begin with `fact:`. */
const NEEDED = ['key', 'parent_key', 'name', 'types', 'population', 'population_date', 'valid_from', 'valid_to'] as const;
const OPTIONAL = ['official_name', 'territory', 'zone', 'source'] as const;
const FACT = /^fact:(.{1,100})$/;

export type CsvColumn = (typeof NEEDED)[number] | (typeof OPTIONAL)[number];

/** Where which column stands. */
export interface CsvHeader {
  readonly width: number;
  readonly columns: ReadonlyMap<CsvColumn, number>;
  /** Name of the fact → its column. */
  readonly facts: ReadonlyMap<string, number>;
}

/**
 * The order of the columns is free. A column that is missing, unknown or double refuses the file: a misspelt `populaton` would otherwise lose every figure.
 * @throws RegisterRefused
 */
export function readCsvHeader(titles: readonly string[]): CsvHeader {
  const names = titles.map((title) => title.trim());
  const missing = NEEDED.filter((column) => !names.includes(column));
  if (missing.length === NEEDED.length) throw new RegisterRefused('wrong-format', { format: 'CSV' }, 1);
  const strange = names.filter((name, index) => !(isColumn(name) || FACT.test(name)) || names.indexOf(name) !== index);
  if (missing.length + strange.length > 0) {
    throw new RegisterRefused('header', { missing: missing.join(', '), strange: strange.map((name) => `“${name}”`).join(', ') }, 1);
  }
  const columns = new Map<CsvColumn, number>();
  const facts = new Map<string, number>();
  for (const [index, name] of names.entries()) {
    if (isColumn(name)) columns.set(name, index);
    else facts.set(FACT.exec(name)![1]!, index);
  }
  return { width: names.length, columns, facts };
}

function isColumn(name: string): name is CsvColumn {
  return [...NEEDED, ...OPTIONAL].some((column) => column === name);
}
