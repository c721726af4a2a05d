/** Whether an applicant may apply; see contract §3. */
export type Outcome = 'eligible' | 'eligible_jointly' | 'ineligible' | 'undetermined';
export const OUTCOMES: readonly Outcome[] = ['eligible', 'eligible_jointly', 'undetermined', 'ineligible'];

/** What can be said of one node: unknown only where a figure, a fact, a key or a territory is missing. */
export type Verdict = 'met' | 'unmet' | 'unknown';

/** Kleene's and, of any arity; of none it is met. */
export function and(verdicts: readonly Verdict[]): Verdict {
  let result: Verdict = 'met';
  for (const verdict of verdicts) {
    if (verdict === 'unmet') return 'unmet';
    if (verdict === 'unknown') result = 'unknown';
  }
  return result;
}

/** Kleene's or, of any arity; of none it is unmet. */
export function or(verdicts: readonly Verdict[]): Verdict {
  let result: Verdict = 'unmet';
  for (const verdict of verdicts) {
    if (verdict === 'met') return 'met';
    if (verdict === 'unknown') result = 'unknown';
  }
  return result;
}

export function not(verdict: Verdict): Verdict {
  if (verdict === 'unknown') return 'unknown';
  return verdict === 'met' ? 'unmet' : 'met';
}

/** The outcome of one applicant: `alone` with every joint application unmet, `jointly` with each judged for a possible member. */
export function outcomeOf(alone: Verdict, jointly: Verdict): Outcome {
  if (alone === 'met') return 'eligible';
  if (alone === 'unmet' && jointly === 'met') return 'eligible_jointly';
  if (alone === 'unmet' && jointly === 'unmet') return 'ineligible';
  return 'undetermined';
}
