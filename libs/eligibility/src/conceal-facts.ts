import type { Change } from './changes/change.js';
import { type Evaluation, type Finding, withChanges } from './evaluation.js';
import { findingText } from './finding-texts.js';

/**
 * The evaluation as others may see it: facts that an authority's staff entered are its own, so a finding on one keeps its code and
 * loses its value (contract §2), and a set of changes that begins with one is left out, for where it leads tells where it begins.
 * `isPublic` is asked for the fact's name and, in a joint application, the member's number.
 */
export function concealFacts(evaluation: Evaluation, isPublic: (fact: string, member?: number) => boolean): Evaluation {
  const { outcome, missing } = evaluation;
  const findings = evaluation.findings.map((finding) => concealed(finding, isPublic));
  return withChanges({ outcome, findings, missing }, () => evaluation.changes.filter((change) => !revealsFact(change, isPublic)));
}

function revealsFact({ set }: Change, isPublic: (fact: string) => boolean): boolean {
  return set.some((element) => element.kind === 'fact' && element.from !== null && !isPublic(element.name));
}

function concealed(finding: Finding, isPublic: (fact: string, member?: number) => boolean): Finding {
  const { fact, value, ...params } = finding.params;
  if (typeof fact !== 'string' || value === undefined || isPublic(fact, finding.member)) return finding;
  return { ...finding, params: { fact, ...params }, text: findingText(finding.code, { fact, ...params }) };
}
