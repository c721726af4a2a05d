import type { Applicant } from './applicant.js';
import { findChanges } from './changes/find-changes.js';
import { connectiveOf } from './connective.js';
import { type Criterion, children, isLeaf, type Leaf, type Placed } from './criterion.js';
import { type Evaluation, type Finding, findingOf, withChanges } from './evaluation.js';
import { judgeLeaf } from './judge-leaf.js';
import type { Judgement } from './judgement.js';
import { type NamedTerritories, NO_NAMED_TERRITORIES } from './named-territories.js';
import { type Outcome, or, outcomeOf, type Verdict } from './outcome.js';

export type { Evaluation } from './evaluation.js';

/** A node in both readings of contract §3: applying alone, and as a possible member of a joint application. */
interface Judged {
  readonly path: string;
  readonly criterion: Criterion;
  readonly alone: Verdict;
  readonly jointly: Verdict;
  readonly judgement?: Judgement;
  readonly children: readonly Judged[];
}

/** Why this applicant may apply, may apply jointly, may not, or what would have to be known first. */
export function evaluate(rule: Criterion, applicant: Applicant, named: NamedTerritories = NO_NAMED_TERRITORIES): Evaluation {
  const root = judge({ path: '', criterion: rule }, applicant, named);
  const outcome = outcomeOf(root.alone, root.jointly);
  const findings: Finding[] = [];
  collectFindings(root, findings);
  const missing = new Set<string>();
  if (outcome === 'undetermined') collectMissing(root, true, true, missing);
  return withChanges({ outcome, findings, missing: [...missing] }, () => findChanges(rule, applicant, named));
}

/** The outcome alone, without the reasons: for loops over many applicants. */
export function outcomeFor(rule: Criterion, applicant: Applicant, named: NamedTerritories = NO_NAMED_TERRITORIES): Outcome {
  const root = judge({ path: '', criterion: rule }, applicant, named);
  return outcomeOf(root.alone, root.jointly);
}

function judge(place: Placed, applicant: Applicant, named: NamedTerritories): Judged {
  const { path, criterion } = place;
  if (isLeaf(criterion)) return judgedLeaf(place, criterion, applicant, named);
  const inside = children(criterion, path).map((child) => judge(child, applicant, named));
  if ('jointApplication' in criterion) return judgedJoint(place, inside);
  const combine = connectiveOf(criterion);
  const alone = combine(inside.map((child) => child.alone));
  const jointly = combine(inside.map((child) => child.jointly));
  return { path, criterion, alone, jointly, children: inside };
}

function judgedLeaf({ path, criterion }: Placed, leaf: Leaf, applicant: Applicant, named: NamedTerritories): Judged {
  const judgement = judgeLeaf(leaf, applicant, named);
  return { path, criterion, alone: judgement.verdict, jointly: judgement.verdict, judgement, children: [] };
}

/** Alone it is unmet; as a member one satisfies `eachMember` (a missing one is met by everyone) or `lead`; the rest is taken as met. */
function judgedJoint({ path, criterion }: Placed, inside: readonly Judged[]): Judged {
  const partOf = (part: string) => inside.find((child) => child.path === `${path}/jointApplication/${part}`);
  const eachMember = partOf('eachMember')?.jointly ?? 'met';
  return { path, criterion, alone: 'unmet', jointly: or([eachMember, partOf('lead')?.jointly ?? 'unmet']), children: inside };
}

function collectFindings(judged: Judged, findings: Finding[]): void {
  const { path, criterion, judgement } = judged;
  if (judgement !== undefined) findings.push(findingOf(path, criterion, isOfTheWhole(path) ? ofNoApplication(judgement) : judgement));
  for (const child of judged.children) collectFindings(child, findings);
}

/** `whole` looks at the facts of an application; one applicant has none, whatever its own facts are. */
function isOfTheWhole(path: string): boolean {
  return path.includes('/jointApplication/whole');
}

function ofNoApplication(judgement: Judgement): Judgement {
  const { value: _value, ...params } = judgement.params;
  return { verdict: 'unknown', code: 'fact-missing', params, missing: [] };
}

/**
 * Only below nodes that are themselves unknown: there every unknown leaf could still tip the balance, elsewhere none can.
 * Leaves are taken as independent of each other; a fact that stands in two places is looked at twice.
 */
function collectMissing(judged: Judged, alone: boolean, jointly: boolean, missing: Set<string>): void {
  const aloneOpen = alone && judged.alone === 'unknown';
  const jointlyOpen = jointly && judged.jointly === 'unknown';
  if ((!aloneOpen && !jointlyOpen) || isOfTheWhole(judged.path)) return;
  for (const item of judged.judgement?.missing ?? []) missing.add(item);
  for (const child of judged.children) collectMissing(child, aloneOpen, jointlyOpen, missing);
}
