import type { Localized } from '@app/kernel/locale.js';
import type { Params } from '@app/kernel/reason.js';
import type { Change } from './changes/change.js';
import type { Criterion } from './criterion.js';
import { findingText } from './finding-texts.js';
import type { FindingCode, Judgement } from './judgement.js';
import type { Outcome, Verdict } from './outcome.js';

/** Why one leaf of the rule (or one demand of a joint application) is as it is. */
export interface Finding {
  /** JSON Pointer into the rule, to the node that carries the leaf. */
  readonly path: string;
  readonly id?: string;
  /** Which member of a joint application, counted from 0 like the pointer /members/0; absent for the application as a whole. */
  readonly member?: number;
  readonly verdict: Verdict;
  readonly code: FindingCode;
  readonly params: Params;
  readonly text: Localized;
}

export interface Evaluation {
  readonly outcome: Outcome;
  readonly findings: readonly Finding[];
  /** What could still decide, e.g. "population", "territory", "key", "fact:grwArea", "named:leader"; empty unless undetermined. */
  readonly missing: readonly string[];
  /** The minimal changes that would make one applicant eligible, the likelier first (see changes/find-changes.ts); none for several. */
  readonly changes: readonly Change[];
}

/** With changes that are reckoned when somebody asks: most callers want the outcome and the reasons only, for thousands of applicants. */
export function withChanges(evaluation: Omit<Evaluation, 'changes'>, reckon: () => readonly Change[]): Evaluation {
  let reckoned: readonly Change[] | undefined;
  return {
    ...evaluation,
    get changes() {
      reckoned ??= reckon();
      return reckoned;
    },
  };
}

export function findingOf(path: string, criterion: Criterion, judgement: Judgement, member?: number): Finding {
  const { verdict, code, params, named } = judgement;
  return {
    path,
    ...(criterion.id === undefined ? {} : { id: criterion.id }),
    ...(member === undefined ? {} : { member }),
    verdict,
    code,
    params,
    text: findingText(code, member === undefined ? params : { ...params, member: member + 1 }, named),
  };
}
