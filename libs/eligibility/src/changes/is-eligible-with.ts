import type { Applicant } from '../applicant.js';
import { connectiveOf } from '../connective.js';
import { type Criterion, children, isLeaf, type Placed } from '../criterion.js';
import { judgeLeaf } from '../judge-leaf.js';
import { type NamedTerritories, NO_NAMED_TERRITORIES } from '../named-territories.js';
import { or, type Verdict } from '../outcome.js';
import { applyChange } from './apply-change.js';
import type { Change } from './change.js';

interface Situation {
  readonly applicant: Applicant;
  readonly named: NamedTerritories;
  /** Paths of the joint applications that it takes part in; none: it applies alone. */
  readonly joined: ReadonlySet<string>;
}

/**
 * Whether the applicant is eligible once the change has come about. Without a join that is the outcome `eligible`. With one it is the
 * second reading of contract §3, applying as a member: a joint application that is joined counts as it does for `eligible_jointly`,
 * another one as unmet; one that must not be (below `not`) counts as soon as anything is joined.
 */
export function isEligibleWith(
  rule: Criterion,
  applicant: Applicant,
  change: Change,
  named: NamedTerritories = NO_NAMED_TERRITORIES,
): boolean {
  const joined = new Set(change.set.flatMap((element) => (element.kind === 'join' ? element.path : [])));
  return judge({ path: '', criterion: rule }, { applicant: applyChange(applicant, change), named, joined }, true) === 'met';
}

/** `wanted` is false below an odd number of `not`. */
function judge({ path, criterion }: Placed, situation: Situation, wanted: boolean): Verdict {
  if (isLeaf(criterion)) return judgeLeaf(criterion, situation.applicant, situation.named).verdict;
  if ('jointApplication' in criterion) {
    const counts = wanted ? situation.joined.has(path) : situation.joined.size > 0;
    return counts ? judgeMember({ path, criterion }, situation, wanted) : 'unmet';
  }
  const wantedInside = 'not' in criterion ? !wanted : wanted;
  return connectiveOf(criterion)(children(criterion, path).map((child) => judge(child, situation, wantedInside)));
}

function judgeMember({ path, criterion }: Placed, situation: Situation, wanted: boolean): Verdict {
  const parts = children(criterion, path);
  const verdictOf = (part: string): Verdict | undefined => {
    const place = parts.find((child) => child.path === `${path}/jointApplication/${part}`);
    return place && judge(place, situation, wanted);
  };
  return or([verdictOf('eachMember') ?? 'met', verdictOf('lead') ?? 'unmet']);
}
