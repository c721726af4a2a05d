import { BOUNDS, type Criterion, type FactDemand, type JointDemand, type NodeNotes, type Range } from '@app/eligibility/criterion.js';
import type { FaultBook } from './form-reading.js';
import { insidePath, JOINT_PARTS, type NestedNode, partPath } from './nested-node.js';
import { readDayEntry, readNumber } from './read-entries.js';

/** A node with its place in the form, where its faults are noted. */
interface Reading {
  readonly book: FaultBook;
  readonly node: NestedNode;
  readonly path: string;
}

const entry = ({ node }: Reading, name: string): string => node.entries[name] ?? '';
const lines = (text: string): string[] => text.split(/[\s,;]+/).filter((line) => line !== '');

/** What was there keeps its order, doubles too, so that saving an unchanged form changes nothing; the others follow. */
function membership(reading: Reading, of: 'applicantType' | 'territory'): { in: string[] } {
  const entered = [...reading.node.ticked, ...lines(entry(reading, `${of}.more`))];
  const before = entry(reading, `${of}.order`).split(',');
  return { in: [...before.filter((one) => entered.includes(one)), ...entered.filter((one) => !before.includes(one))] };
}

function bounds(reading: Reading, of: string): Range {
  const read = BOUNDS.map((bound) => {
    const name = `${of}.${bound}`;
    return [bound, readNumber(reading.book, `${reading.path}.${name}`, entry(reading, name))] as const;
  });
  return Object.fromEntries(read.filter(([, value]) => value !== undefined));
}

function fact(reading: Reading): FactDemand {
  const { book, path } = reading;
  const range = bounds(reading, 'fact');
  const name = entry(reading, 'fact.name') || entry(reading, 'fact.known');
  if (name === '') book.add(`${path}.fact.name`, 'required');
  const [mode, text] = [entry(reading, 'fact.mode'), entry(reading, 'fact.text')];
  if (mode !== 'text' && text !== '') book.add(`${path}.fact.mode`, 'fact-either');
  if (mode === 'range') return { name, ...range };
  // with bounds as well, it is for the domain to say that only one of them can be meant
  return { name, is: mode === 'text' ? text : mode !== 'no', ...range };
}

function joint(reading: Reading): JointDemand {
  const { book, node, path } = reading;
  const [members, population] = [bounds(reading, 'jointApplication.members'), bounds(reading, 'jointApplication.population')];
  const parts = JOINT_PARTS.flatMap((part) => {
    const inside = node.parts[part];
    return inside ? [[part, toCriterion(book, inside, partPath(path, part))] as const] : [];
  });
  const stated = (range: Range) => Object.keys(range).length > 0;
  return { ...(stated(members) && { members }), ...(stated(population) && { population }), ...Object.fromEntries(parts) };
}

function inside({ book, node, path }: Reading): Criterion[] {
  return node.inside.map((child, at) => toCriterion(book, child, insidePath(path, node.kind, at)));
}

function negated(reading: Reading): Criterion {
  const [first] = inside(reading);
  if (first === undefined) reading.book.add(`${reading.path}.add`, 'condition-missing');
  return first ?? { anyOf: [] };
}

function demand(reading: Reading): Criterion {
  switch (reading.node.kind) {
    case 'allOf':
      return { allOf: inside(reading) };
    case 'anyOf':
      return { anyOf: inside(reading) };
    case 'not':
      return { not: negated(reading) };
    case 'applicantType':
      return { applicantType: membership(reading, 'applicantType') };
    case 'territory':
      return { territory: membership(reading, 'territory') };
    case 'authority':
      return { authority: { in: lines(entry(reading, 'authority.in')) } };
    case 'fact':
      return { fact: fact(reading) };
    case 'jointApplication':
      return { jointApplication: joint(reading) };
    case 'population':
      return { population: { ...bounds(reading, 'population'), ...asOf(reading) } };
  }
}

function asOf(reading: Reading): { asOf?: string } {
  const day = readDayEntry(reading.book, `${reading.path}.population.asOf`, entry(reading, 'population.asOf'));
  return day === undefined ? {} : { asOf: day };
}

function notes(reading: Reading): NodeNotes {
  const stated = (names: readonly string[], of: string) => {
    const given = names.map((name) => [name, entry(reading, `${of}.${name}`)] as const).filter(([, text]) => text !== '');
    return given.length > 0 ? { [of]: Object.fromEntries(given) } : {};
  };
  const id = entry(reading, 'id');
  return { ...(id !== '' && { id }), ...stated(['de', 'en'], 'label'), ...stated(['quote', 'url'], 'source') };
}

/** The rule of a tree. What no reader could make sense of stands in the book by field; the rest is the domain's to judge. */
export function toCriterion(book: FaultBook, node: NestedNode, path = 'rule'): Criterion {
  const reading = { book, node, path };
  return { ...demand(reading), ...notes(reading) };
}
