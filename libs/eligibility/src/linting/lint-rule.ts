import type { Fault } from '@app/kernel/domain-error.js';
import type { Locale } from '@app/kernel/locale.js';
import { isPossible } from '../contradiction/is-possible.js';
import { contradictions } from '../contradiction.js';
import { type Criterion, leavesOf } from '../criterion.js';
import { type FaultCode, faultText } from '../fault-texts.js';
import { caughtCities } from './caught-cities.js';
import { idleBranches } from './idle-branches.js';
import type { Lint, LintContext } from './lint.js';
import { lintText } from './lint-texts.js';
import { missingWays } from './missing-ways.js';
import { refusedAlone } from './refused-alone.js';
import { type Remark, unknownNames } from './unknown-names.js';

/**
 * What an editor should know of a rule before others rely on it. Errors only where nobody can ever meet it, as `contradictions` says;
 * a rule with an error gets no warnings beside it, since they would all follow from that.
 */
export function lintRule(rule: Criterion, context: LintContext = {}): Lint[] {
  const errors = contradictions(rule).map(toError);
  if (errors.length > 0) return errors;
  const remarks = [
    ...branches(rule),
    ...unknownNames(rule, context),
    ...missingWays(rule, context),
    ...caughtCities(rule, context),
    ...withoutReferenceDate(rule),
  ];
  return remarks.map((remark) => toLint(remark, context));
}

function toError(fault: Fault): Lint {
  const text = (locale: Locale) => faultText(fault, locale) ?? fault.code;
  const { pointer: path, params = {} } = fault;
  return { severity: 'error', hint: false, code: fault.code as FaultCode, path, params, text: { de: text('de'), en: text('en') } };
}

function toLint({ path, criterion, code, params, at = '' }: Remark, { named }: LintContext): Lint {
  const hint = code === 'no-reference-date';
  return { severity: 'warning', hint, code, path: path + at, params, text: lintText(code, params, criterion, named) };
}

function branches(rule: Criterion): Remark[] {
  if (!isPossible({ not: rule }) || !isPossible(refusedAlone(rule))) return [{ path: '', criterion: rule, code: 'always-met', params: {} }];
  return idleBranches(rule).map((branch) => ({ ...branch, params: {} }));
}

/** Once for the whole rule, at its first figure: the question is the same for all of them. */
function withoutReferenceDate(rule: Criterion): Remark[] {
  const undated = leavesOf(rule).filter(({ criterion }) => 'population' in criterion && criterion.population.asOf === undefined);
  const [first] = undated;
  return first === undefined ? [] : [{ ...first, code: 'no-reference-date', at: '/population', params: { count: undated.length } }];
}
