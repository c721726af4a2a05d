import { GERMAN_STATES } from './german-states.js';
import type { AssociationLine, CountyRecord, Gv100adRecord, MunicipalityLine } from './gv100ad-line.js';
import type { Damage, Gv100adLines } from './gv100ad-lines.js';
import { isAssociation } from './gv100ad-tags.js';
import { RegisterRefused } from './register-refused.js';

/**
 * Refuses a file that was cut off. GV100AD announces no count at its end, but it is sorted by state, county and, inside a county, announces the
 * associations (a dummy for each municipality without one) before the municipalities. So a cut shows in one of these:
 * - the states are the first ones of the sixteen, and not all;
 * - the last state has fewer counties than it has in fact;
 * - a county or association has no municipality, or in the last county a real association has only one (all have at least two).
 * A line that was reported as damaged explains the gap that it leaves.
 *
 * What cannot be seen: a cut exactly at a line end within the last municipalities of Altenburger Land, the last county (of the register of 30.11.2023,
 * at most five lines), and a loss in the middle that takes whole counties. Whoever stores the reading can compare it with the register already there.
 * @throws RegisterRefused
 */
export function demandWholeness(lines: Gv100adLines): void {
  const last = lines.records.findLast((record) => 'county' in record);
  if (last === undefined) throw new RegisterRefused('wrong-format', { format: 'GV100AD' });
  demandStates(lines.records);
  demandCounties(lines, last.state);
  demandMunicipalities(lines, last.county);
}

/** Whether the file holds all sixteen states, and so describes all of Germany. */
export function isWholeCountry(records: readonly Gv100adRecord[]): boolean {
  return statesOf(records).size === GERMAN_STATES.length;
}

function statesOf(records: readonly Gv100adRecord[]): Set<string> {
  return new Set(records.map((record) => record.state));
}

function demandStates(records: readonly Gv100adRecord[]): void {
  const present = statesOf(records);
  const first = GERMAN_STATES.slice(0, present.size);
  if (present.size === GERMAN_STATES.length || !first.every((state) => present.has(state.number))) return;
  throw new RegisterRefused('truncated-states', { last: first.at(-1)!.name });
}

function demandCounties(lines: Gv100adLines, state: string): void {
  const { name, counties: expected } = GERMAN_STATES.find((candidate) => candidate.number === state)!;
  const present = new Set(lines.records.filter((record) => record.type === '40').map((record) => record.county));
  for (const damage of lines.damages) if (damage.county !== undefined) present.add(damage.county);
  const count = [...present].filter((county) => county.startsWith(state)).length;
  if (count < expected) throw new RegisterRefused('truncated-counties', { state: name, expected, count });
}

function demandMunicipalities(lines: Gv100adLines, lastCounty: string): void {
  const gaps = unitsWithout(lines.records, lastCounty);
  for (const type of ['40', '50']) {
    const left = unexplained(
      gaps.filter((unit) => unit.type === type),
      lines.damages,
    );
    if (left !== undefined) throw new RegisterRefused('truncated-units', { name: left.name });
  }
}

/** The first gap that no damaged line accounts for; one line leaves at most one gap of a kind. */
function unexplained(gaps: readonly Unit[], damages: readonly Damage[]): Unit | undefined {
  const unused = damages.filter((damage) => damage.record === '60' || damage.record === undefined);
  return gaps.find((gap) => {
    const index = unused.findIndex((damage) => explains(damage, gap));
    if (index >= 0) unused.splice(index, 1);
    return index < 0;
  });
}

type Unit = CountyRecord | AssociationLine;

function unitsWithout(records: readonly Gv100adRecord[], lastCounty: string): Unit[] {
  const members = new Map<string, number>();
  const add = (key: string): unknown => members.set(key, (members.get(key) ?? 0) + 1);
  for (const record of records.filter((candidate): candidate is MunicipalityLine => candidate.type === '60')) {
    add(record.county);
    add(record.association);
  }
  return records.filter((record): record is Unit => {
    if (record.type === '40') return !members.has(record.county);
    if (record.type !== '50') return false;
    const needed = record.county === lastCounty && isAssociation(record.code) ? 2 : 1;
    return (members.get(record.association) ?? 0) < needed;
  });
}

function explains(damage: Damage, gap: Unit): boolean {
  if ((damage.county ?? damage.neighbour) !== gap.county) return false;
  return gap.type === '40' || damage.association === undefined || damage.association === gap.association;
}
