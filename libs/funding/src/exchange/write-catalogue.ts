import type { NamedTerritoryView } from '@app/authorities/territories/named-territory.js';
import type { CallRecord } from '../call-record.js';
import type { ProgramRecord } from '../read-programs.query.js';
import { type CatalogueLine, callLine, HEADER_LINE, namedTerritoryLine, programLine } from './catalogue-line.js';

export interface Catalogued {
  /** Calls that everybody may see, no draft among them. */
  readonly calls: readonly CallRecord[];
  /** Those without such a call are left out. */
  readonly programs: readonly ProgramRecord[];
  /** All there are; those that no call's rule is made of are left out. */
  readonly namedTerritories: ReadonlyMap<string, NamedTerritoryView>;
}

const byId = (one: { readonly id: string }, other: { readonly id: string }): number => (one.id < other.id ? -1 : 1);

/** The catalogue line by line: the same catalogue always in the same order, whatever instance it is in. */
export function* writeCatalogue({ calls, programs, namedTerritories }: Catalogued): Generator<CatalogueLine> {
  const ids = new Set(calls.map(({ id }) => id));
  const programIds = new Set(calls.map(({ program }) => program.id));
  yield HEADER_LINE;
  for (const slug of slugsIn(calls, namedTerritories)) yield namedTerritoryLine(namedTerritories.get(slug)!);
  for (const program of programs.toSorted(byId)) if (programIds.has(program.id)) yield programLine(program);
  for (const call of calls.toSorted(byId)) yield callLine(call, (id) => ids.has(id));
}

/** The sets that rules and deadlines name, and those that these are made of, by slug. */
function slugsIn(calls: readonly CallRecord[], sets: ReadonlyMap<string, NamedTerritoryView>): string[] {
  const found = new Set<string>();
  const ahead = calls.flatMap(({ rule, deadlines }) => namedIn(JSON.stringify([rule, deadlines])));
  for (let slug = ahead.pop(); slug !== undefined; slug = ahead.pop()) {
    const set = sets.get(slug);
    if (!set || found.has(slug)) continue;
    found.add(slug);
    ahead.push(...set.includes, ...set.excludes);
  }
  return [...found].toSorted();
}

/** Names between quotation marks, as JSON writes them. */
function namedIn(json: string): string[] {
  return [...json.matchAll(/"named:([a-z0-9-]{1,60})"/g)].map(([, slug]) => slug!);
}
