import { DomainError, type Fault } from '@app/kernel/domain-error.js';
import { readCallCommand } from '../call-command.js';
import type { CallLine, CatalogueLine, NamedTerritoryLine, ProgramLine } from './catalogue-line.js';
import { LINE_SCHEMAS, type LineKind } from './catalogue-schema.js';
import { faultsOfShape } from './check-shape.js';
import { inOrder } from './in-order.js';

export interface ReadCatalogue {
  readonly namedTerritories: readonly NamedTerritoryLine[];
  readonly programs: readonly ProgramLine[];
  readonly calls: readonly CallLine[];
}

/** A fault in the file; lines are counted from 1. */
export interface LineFault extends Fault {
  readonly line: number;
}

interface Numbered<Line> {
  readonly line: number;
  readonly value: Line;
}

/** Reads an exported catalogue; what others refer to comes first. With any fault in it, nothing of it is to be used. */
export function readCatalogue(text: string): { readonly catalogue: ReadCatalogue; readonly faults: readonly LineFault[] } {
  const lines = text.replace(/^\uFEFF/, '').split('\n');
  const read = lines.flatMap((line, index) => (line.trim() === '' ? [] : [readLine(line, index + 1)]));
  const good = read.flatMap(({ value, line }) => (value ? [{ value, line }] : []));
  const faults = [...read.flatMap((each) => each.faults), ...headerFaults(read[0]?.value), ...referenceFaults(good)];
  const ordered = (lines: readonly CatalogueLine[]): CatalogueLine[] => {
    const { sorted, circle } = inOrder(lines, keyOf, referencesOf);
    if (circle?.kind === 'named_territory')
      faults.push({ line: good.find(({ value }) => value === circle)!.line, pointer: '', code: 'circular' });
    return sorted;
  };
  const inFile = ordered(good.map(({ value }) => value));
  const ofKind = <Line extends CatalogueLine>(kind: LineKind) => inFile.filter((value) => value.kind === kind) as Line[];
  const catalogue = {
    namedTerritories: ofKind<NamedTerritoryLine>('named_territory'),
    programs: ofKind<ProgramLine>('program'),
    calls: ofKind<CallLine>('call'),
  };
  return { catalogue, faults: faults.toSorted((one, other) => one.line - other.line) };
}

function readLine(text: string, line: number): { line: number; value?: CatalogueLine; faults: LineFault[] } {
  const fault = (code: string, pointer = ''): LineFault => ({ line, pointer, code });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { line, faults: [fault('not-json')] };
  }
  const kind = (value as { kind?: unknown } | null)?.kind;
  if (typeof kind !== 'string' || !Object.hasOwn(LINE_SCHEMAS, kind)) return { line, faults: [fault('unknown-kind', '/kind')] };
  const faults = faultsOfShape(kind as LineKind, value);
  if (faults.length === 0 && kind === 'call') faults.push(...faultsOfCall(value as CallLine));
  return faults.length > 0
    ? { line, faults: faults.map((each) => ({ ...each, line })) }
    : { line, value: value as CatalogueLine, faults: [] };
}

/** Of the rule and the deadlines, by their own grammars. */
function faultsOfCall({ rule, deadlines }: CallLine): readonly Fault[] {
  try {
    readCallCommand({ rule, deadlines });
    return [];
  } catch (error) {
    if (error instanceof DomainError) return error.faults;
    throw error;
  }
}

function headerFaults(first: CatalogueLine | undefined): LineFault[] {
  return first?.kind === 'catalogue' ? [] : [{ line: 1, pointer: '', code: 'no-header' }];
}

/** Every id once, and every reference to something in the file. */
function referenceFaults(lines: readonly Numbered<CatalogueLine>[]): LineFault[] {
  const known = new Set<string>();
  const faults: LineFault[] = [];
  for (const { line, value } of lines) {
    for (const id of idsOf(value)) {
      if (known.has(id)) faults.push({ line, pointer: '', code: 'repeated', detail: id });
      known.add(id);
    }
  }
  for (const { line, value } of lines) {
    if (value.kind !== 'call') continue;
    const { programId, previousCallId } = value;
    if (!known.has(`program ${programId}`)) faults.push({ line, pointer: '/programId', code: 'unknown-program' });
    if (previousCallId !== undefined && !known.has(`call ${previousCallId}`))
      faults.push({ line, pointer: '/previousCallId', code: 'unknown-call' });
  }
  return faults;
}

function keyOf(line: CatalogueLine): string {
  return idsOf(line)[0]!;
}

function referencesOf(line: CatalogueLine): string[] {
  if (line.kind === 'named_territory') return [...(line.includes ?? []), ...(line.excludes ?? [])].map((slug) => `territory ${slug}`);
  return line.kind === 'call' && line.previousCallId !== undefined ? [`call ${line.previousCallId}`] : [];
}

function idsOf(line: CatalogueLine): string[] {
  if (line.kind === 'catalogue') return ['catalogue'];
  if (line.kind === 'named_territory') return [`territory ${line.slug}`];
  if (line.kind === 'program') return [`program ${line.id}`];
  return [`call ${line.id}`, ...line.deadlines.flatMap(({ id }) => (id === undefined ? [] : [`deadline ${id}`]))];
}
