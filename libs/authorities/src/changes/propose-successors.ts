import type { DecidedKind, Proposal } from './authority-change.js';
import type { ProposalCode } from './proposal-texts.js';

/** An authority that the register no longer knows, as it was. */
export interface Gone {
  readonly key: string;
  /** For display: "Hanau". */
  readonly name: string;
  readonly types: readonly string[];
  readonly territory: string;
  readonly parentKey: string | null;
}

/** One that the register knows. */
export interface Candidate extends Gone {
  /** It was not in the register before. */
  readonly isNew: boolean;
}

interface Found {
  readonly successor: Candidate;
  readonly code: ProposalCode;
  readonly neighbour?: string;
}

/** County and number: only real associations have keys of nine digits. */
const ASSOCIATION = /^DE:\d{9}$/;
/** "Amt Malchow", "Erfüllende Gemeinde Schmölln" are named after a municipality. */
const NAMED_AFTER = /^(?:Amt|Samtgemeinde|Verbandsgemeinde|Verwaltungsgemeinschaft|Erfüllende Gemeinde) (.+)$/;

/**
 * Who the successor of each could be: the first rule that finds exactly one decides, from a name that came back to an association that bears it. A
 * proposal is a guess, and an editor confirms it. `nameOf` gives the name of an association by its key.
 */
export function proposeSuccessors(
  gone: readonly Gone[],
  candidates: readonly Candidate[],
  nameOf: (key: string) => string | undefined,
): Proposal[] {
  const byName = new Map(gone.map((each) => [each.key, successorByName(each, candidates)]));
  const found = new Map(
    gone.map((each) => [each.key, byName.get(each.key) ?? besideNeighbour(each, gone, byName) ?? namesake(each, candidates, nameOf)]),
  );
  const counts = Map.groupBy(found.values(), (each) => each?.successor.key);
  return gone.map((each) => {
    const proposed = found.get(each.key);
    if (!proposed) return { oldKey: each.key, newKey: null, kind: 'ended', reason: { code: 'no-successor-found', params: {} } };
    const { successor, code, neighbour } = proposed;
    const isAlone = counts.get(successor.key)!.length === 1;
    const params = { name: successor.name, ...(neighbour === undefined ? {} : { neighbour }) };
    return { oldKey: each.key, newKey: successor.key, kind: kindOf(each, proposed, isAlone), reason: { code, params } };
  });
}

function kindOf(gone: Gone, { successor, code }: Found, isAlone: boolean): DecidedKind {
  if (!isAlone || !code.startsWith('same-name')) return 'merged';
  const isIndependent = (each: Gone): boolean => each.types.includes('independent_city');
  return isIndependent(gone) === isIndependent(successor) ? 'renumbered' : 'kind_changed';
}

function successorByName(gone: Gone, candidates: readonly Candidate[]): Found | undefined {
  const alike = candidates.filter((each) => each.isNew && each.types[0] === gone.types[0]);
  const sameName = alike.filter((each) => plain(each.name) === plain(gone.name));
  return (
    only(sameName.filter(inCountyOf(gone)), 'same-name-same-county') ??
    only(sameName.filter(inStateOf(gone)), 'same-name-same-state') ??
    only(
      alike.filter(inCountyOf(gone)).filter((each) => partsOf(each.name).includes(stem(gone.name))),
      'part-of-name',
    )
  );
}

/** Who was in one association with somebody that is part of a new municipality now, is so too: associations become municipalities. */
function besideNeighbour(gone: Gone, all: readonly Gone[], byName: ReadonlyMap<string, Found | undefined>): Found | undefined {
  if (gone.parentKey === null || !ASSOCIATION.test(gone.parentKey)) return undefined;
  const neighbours = all.filter((each) => each.parentKey === gone.parentKey && byName.get(each.key));
  const successors = new Set(neighbours.map((each) => byName.get(each.key)!.successor));
  const [successor] = successors;
  return successors.size === 1 ? { successor: successor!, code: 'association-of-neighbour', neighbour: neighbours[0]!.name } : undefined;
}

function namesake(gone: Gone, candidates: readonly Candidate[], nameOf: (key: string) => string | undefined): Found | undefined {
  if (gone.parentKey === null || !ASSOCIATION.test(gone.parentKey)) return undefined;
  const name = NAMED_AFTER.exec(nameOf(gone.parentKey) ?? '')?.[1];
  if (name === undefined) return undefined;
  const bearers = candidates.filter((each) => each.types[0] === gone.types[0] && plain(each.name) === plain(name));
  return only(bearers.filter(inCountyOf(gone)), 'named-by-association');
}

function only(found: readonly Candidate[], code: ProposalCode): Found | undefined {
  return found.length === 1 ? { successor: found[0]!, code } : undefined;
}

/** "DE-06435014" lies in the county "DE-06435"; a county or an association is compared within its state. */
function inCountyOf(gone: Gone): (each: Candidate) => boolean {
  const county = gone.territory.slice(0, gone.types[0] === 'municipality' ? 8 : 5);
  return (each) => each.territory.startsWith(county);
}

function inStateOf(gone: Gone): (each: Candidate) => boolean {
  return (each) => each.territory.startsWith(gone.territory.slice(0, 5));
}

const plain = (name: string): string => name.toLocaleLowerCase('de').normalize('NFC').trim();
/** "Berga/Elster" is called "Berga" in a joint name. */
const stem = (name: string): string => plain(name.split(/[/(]/)[0]!);
/** "Berga-Wünschendorf" joins two names. */
function partsOf(name: string): string[] {
  const parts = stem(name).split(/[-–]/);
  return parts.length > 1 ? parts.map((part) => part.trim()) : [];
}
