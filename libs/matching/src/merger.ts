import { type AuthorityView, applicantOf } from '@app/authorities/authority-view.js';
import type { CallState } from '@app/deadlines/call-status.js';
import type { Applicant } from '@app/eligibility/applicant.js';
import { evaluate } from '@app/eligibility/evaluate.js';
import { mergedApplicant } from '@app/eligibility/joining/merged-applicant.js';
import type { Outcome } from '@app/eligibility/outcome.js';
import type { CallRecord } from '@app/funding/call-record.js';
import { callStateAt } from '@app/funding/call-status.js';
import { Clock } from '@app/kernel/clock.js';
import { DomainError, type Fault } from '@app/kernel/domain-error.js';
import { Injectable } from '@nestjs/common';
import { MatchingIndex } from './matching-index.js';
import type { MatchingState } from './matching-state.js';

export interface MergerOutcome {
  readonly call: CallRecord;
  readonly state: CallState;
  readonly outcome: Outcome;
  /** Of each part as it is today, in the order in which they were named. */
  readonly today: readonly Outcome[];
}

export interface Merger {
  readonly parts: readonly AuthorityView[];
  readonly merged: Applicant;
  /** Published calls, newest publication first. */
  readonly outcomes: readonly MergerOutcome[];
}

/** What two or more authorities would qualify for if they became one. Hypothetical: nothing is stored, nobody is told. */
@Injectable()
export class MergerOutcomes {
  constructor(
    private readonly index: MatchingIndex,
    private readonly clock: Clock,
  ) {}

  /**
   * `seen` is what may be used of a part, since facts that its staff entered are its own: without them the merged authority's are unknown.
   * Throws 'unknown-authority' for unknown keys and 'invalid' for one that is named twice or is no kin of the first; pointers say which.
   */
  async run(keys: readonly string[], seen: (part: AuthorityView) => AuthorityView): Promise<Merger> {
    const state = await this.index.current();
    const parts = readParts(state, keys);
    const merged = mergedApplicant(parts.map((part) => applicantOf(seen(part))));
    const [asOne, ...each] = [merged, ...parts.map(applicantOf)].map((applicant) => state.outcomesFor(applicant));
    const published = [...state.calls.values()].map(({ call }) => call).filter((call) => call.state === 'published');
    const applies: Parameters<typeof callStateAt>[2] = ({ appliesTo }) =>
      !appliesTo || evaluate(appliesTo, merged, state.named).outcome !== 'ineligible';
    const outcomes = published.toSorted(newestFirst).map((call) => ({
      call,
      state: callStateAt(call, this.clock.now(), applies),
      outcome: asOne!(call),
      today: each.map((outcomeOf) => outcomeOf(call)),
    }));
    return { parts, merged, outcomes };
  }
}

/** Only what is of one kind merges (contract §2, the neutral level). */
const KINDS = ['municipality', 'municipal_association', 'county', 'state', 'intermunicipal_body', 'special_purpose_association'];

function readParts(state: MatchingState, keys: readonly string[]): AuthorityView[] {
  const faults: Fault[] = [];
  const parts = keys.map((key) => state.authority(key));
  for (const [i, part] of parts.entries()) {
    const pointer = `/of/${i}`;
    if (!part) faults.push({ pointer, code: 'unknown-authority' });
    else if (keys.indexOf(keys[i]!) < i) faults.push({ pointer, code: 'duplicate' });
    else if (parts[0] && !isKin(part, parts[0])) faults.push({ pointer, code: 'other-kind' });
  }
  if (faults.length > 0)
    throw new DomainError(faults.every(({ code }) => code === 'unknown-authority') ? 'unknown-authority' : 'invalid', {}, faults);
  return parts.filter((part) => part !== undefined);
}

function isKin(one: AuthorityView, other: AuthorityView): boolean {
  return KINDS.some((kind) => one.types.includes(kind) && other.types.includes(kind));
}

function newestFirst(a: CallRecord, b: CallRecord): number {
  const at = ({ publishedAt }: CallRecord) => publishedAt?.epochNanoseconds ?? 0n;
  if (at(a) !== at(b)) return at(a) > at(b) ? -1 : 1;
  return a.id > b.id ? -1 : 1;
}
