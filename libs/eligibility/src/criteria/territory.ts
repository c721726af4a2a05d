import type { Applicant } from '../applicant.js';
import type { Membership } from '../criterion.js';
import { type FindingCode, type Judgement, met, unknown, unmet } from '../judgement.js';
import { contains, isKey, type NamedTerritories, slugOf } from '../named-territories.js';
import { or, type Verdict } from '../outcome.js';

/** Entries beyond this many are counted, not repeated, in a finding. */
const SHOWN = 20;

/**
 * Any of the territories holds the applicant's. An entry "named:…" stands for a set kept by editors and holds territories and keys;
 * an unknown set is unknown. A coarser territory than the criterion's is unmet (contract §2).
 */
export function judgeTerritory(demand: Membership, applicant: Applicant, named: NamedTerritories): Judgement {
  const judgement = judged(demand, applicant, named);
  return demand.in.some((entry) => slugOf(entry) !== undefined) ? { ...judgement, named } : judgement;
}

function judged(demand: Membership, applicant: Applicant, named: NamedTerritories): Judgement {
  const missing = new Set<string>();
  const verdict = or(demand.in.map((entry) => judgeEntry(entry, applicant, named, missing)));
  const params = { name: applicant.name, in: demand.in.slice(0, SHOWN), count: demand.in.length, territory: applicant.territory };
  if (verdict === 'met') return met('territory-inside', params);
  if (verdict === 'unmet') return unmet(isTooCoarse(demand, applicant.territory) ? 'territory-too-coarse' : 'territory-outside', params);
  return unknown(codeOfGap(missing, named), { ...params, sets: slugsOf(missing) }, [...missing]);
}

function judgeEntry(entry: string, applicant: Applicant, named: NamedTerritories, missing: Set<string>): Verdict {
  const slug = slugOf(entry);
  if (slug === undefined) return judgePlace(entry, applicant, missing);
  const entries = named.entries(slug);
  if (entries === undefined) {
    missing.add(entry);
    return 'unknown';
  }
  const gaps = new Set<string>();
  const verdict = judgeSet(entries, named.except?.(slug) ?? [], applicant, gaps);
  if (verdict === 'unknown') for (const gap of gaps) missing.add(gap);
  return verdict;
}

/** A key that is mentioned decides by itself; else of the territories that hold the applicant's the finest one, in the set or taken out of it. */
function judgeSet(entries: readonly string[], except: readonly string[], applicant: Applicant, missing: Set<string>): Verdict {
  const { key, territory } = applicant;
  if (key !== undefined && except.includes(key)) return 'unmet';
  const taken = territory === undefined ? '' : finestOf(except, territory);
  const kept = entries.filter(
    (entry) => isKey(entry) || territory === undefined || !contains(entry, territory) || entry.length > taken.length,
  );
  const verdict = or(kept.map((entry) => judgePlace(entry, applicant, missing)));
  // whoever may lie in it may still be taken out by name
  if (verdict === 'unmet' || key !== undefined || !except.some(isKey)) return verdict;
  missing.add('key');
  return 'unknown';
}

function finestOf(places: readonly string[], territory: string): string {
  return places.reduce((finest, place) => (place.length > finest.length && contains(place, territory) ? place : finest), '');
}

function judgePlace(place: string, applicant: Applicant, missing: Set<string>): Verdict {
  const own = isKey(place) ? applicant.key : applicant.territory;
  if (own === undefined) {
    missing.add(isKey(place) ? 'key' : 'territory');
    return 'unknown';
  }
  return (isKey(place) ? own === place : contains(place, own)) ? 'met' : 'unmet';
}

function isTooCoarse(demand: Membership, territory: string | undefined): boolean {
  return territory !== undefined && demand.in.some((entry) => entry !== territory && contains(territory, entry));
}

function codeOfGap(missing: ReadonlySet<string>, named: NamedTerritories): FindingCode {
  if (missing.has('territory')) return 'territory-missing';
  if (missing.has('key')) return 'authority-key-missing';
  const isKept = slugsOf(missing).every((slug) => named.title?.(slug) !== undefined);
  return isKept ? 'named-territory-not-in-force' : 'named-territory-unknown';
}

function slugsOf(missing: ReadonlySet<string>): string[] {
  return [...missing].flatMap((item) => slugOf(item) ?? []);
}
