import type { Evaluation, Finding } from './evaluation.js';
import { findingText } from './finding-texts.js';

/**
 * The evaluation as others may see it: facts that an authority's staff entered are its own, so a finding on one keeps its code and
 * loses its value (contract §2). `isPublic` is asked for the fact's name and, in a joint application, the member's number.
 */
export function concealFacts(evaluation: Evaluation, isPublic: (fact: string, member?: number) => boolean): Evaluation {
  return { ...evaluation, findings: evaluation.findings.map((finding) => concealed(finding, isPublic)) };
}

function concealed(finding: Finding, isPublic: (fact: string, member?: number) => boolean): Finding {
  const { fact, value, ...params } = finding.params;
  if (typeof fact !== 'string' || value === undefined || isPublic(fact, finding.member)) return finding;
  return { ...finding, params: { fact, ...params }, text: findingText(finding.code, { fact, ...params }) };
}
