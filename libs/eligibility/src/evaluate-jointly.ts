import type { Applicant, Facts } from './applicant.js';
import { type Criterion, isLeaf, type Placed } from './criterion.js';
import type { Evaluation } from './evaluation.js';
import { judgeJointApplication } from './judge-joint-application.js';
import { type Application, combine, type Judged, judgeMembers } from './judge-members.js';
import { type NamedTerritories, NO_NAMED_TERRITORIES } from './named-territories.js';
import type { Outcome, Verdict } from './outcome.js';

const OUTCOME_OF: Record<Verdict, Outcome> = { met: 'eligible', unmet: 'ineligible', unknown: 'undetermined' };

/**
 * Whether several may apply together. Outside `jointApplication` a leaf holds when it holds for every member; a fact given for the
 * application as a whole counts instead of the members', everywhere. An application of nobody is ineligible.
 */
export function evaluateJointly(
  rule: Criterion,
  members: readonly Applicant[],
  facts: Facts = new Map(),
  named: NamedTerritories = NO_NAMED_TERRITORIES,
): Evaluation {
  const judged = judge({ path: '', criterion: rule }, { members, facts, named });
  const outcome = members.length === 0 ? 'ineligible' : OUTCOME_OF[judged.verdict];
  const missing = outcome === 'undetermined' ? [...new Set(judged.missing())] : [];
  return { outcome, findings: judged.findings, missing, changes: [] };
}

function judge(place: Placed, application: Application): Judged {
  const { path, criterion } = place;
  if (isLeaf(criterion)) return judgeMembers(place, application);
  if ('jointApplication' in criterion) return judgeJointApplication(path, criterion, application);
  const judged = combine(place, application, (child) => judge(child, application));
  return { ...judged, each: [] };
}
