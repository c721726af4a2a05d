import type { AuthorityView } from '@app/authorities/authority-view.js';
import type { OutcomeSets } from '@app/eligibility/index/applicant-index.js';
import { OUTCOMES, type Outcome } from '@app/eligibility/outcome.js';
import { type Group, groupsOf } from './impact-groups.js';
import type { MatchingState } from './matching-state.js';
import { outcomeAt, type Tally, tallyOf } from './outcome-of.js';

/** What becomes of one authority. Without `from` the call was not published. */
export interface OutcomeChange {
  readonly key: string;
  readonly name: string;
  readonly types: readonly string[];
  readonly from?: Outcome;
  readonly to: Outcome;
}

/** How many, and the first of them in the order of keys. */
export interface Changes {
  readonly total: number;
  readonly items: readonly OutcomeChange[];
}

/** What another state of a call does to all authorities. */
export interface OutcomeImpact {
  /** Absent: the call was not published. */
  readonly before?: Tally;
  readonly after: Tally;
  /** May apply now, alone or jointly, and could not, or only jointly, or it was open. */
  readonly gained: Changes;
  /** Could apply, alone or jointly, and no longer may, or only jointly. */
  readonly lost: Changes;
  /** Open now, and was not. */
  readonly unknown: Changes;
  /** How many go from which outcome to which other one; "unpublished" where there was none. */
  readonly transitions: readonly { readonly from: Outcome | 'unpublished'; readonly to: Outcome; readonly count: number }[];
  /** By kind of authority: its neutral tag. */
  readonly kinds: readonly Group[];
  /** By German state, elsewhere by country: its territory. */
  readonly states: readonly Group[];
}

export type Effect = 'gained' | 'lost' | 'unknown' | 'none';

/** As many authorities of each list are named. */
const SHOWN = 50;
const RANK: Readonly<Record<Outcome, number>> = { ineligible: 0, undetermined: 0, eligible_jointly: 1, eligible: 2 };

/** Compares what a call says in two states. */
export function impactOf(before: MatchingState, after: MatchingState, callId: string): OutcomeImpact {
  return compareOutcomes(after.authorities.values(), before.calls.get(callId)?.outcomes, after.calls.get(callId)!.outcomes);
}

/** What another rule does to each of these authorities, looked at once; without `now` nothing was published. */
export function compareOutcomes(authorities: Iterable<AuthorityView>, now: OutcomeSets | undefined, then: OutcomeSets): OutcomeImpact {
  const lists = { gained: [] as Changed[], lost: [] as Changed[], unknown: [] as Changed[], none: [] as Changed[] };
  for (const authority of authorities) {
    const changed = changedBy(authority, now, then);
    lists[changed.effect].push(changed);
  }
  const all = Object.values(lists).flat();
  return {
    ...(now ? { before: tallyOf(now) } : {}),
    after: tallyOf(then),
    gained: shown(lists.gained),
    lost: shown(lists.lost),
    unknown: shown(lists.unknown),
    transitions: transitionsIn(all),
    ...groupsOf(all),
  };
}

export interface Changed {
  readonly authority: AuthorityView;
  readonly from?: Outcome;
  readonly to: Outcome;
  readonly effect: Effect;
}

function changedBy(authority: AuthorityView, before: OutcomeSets | undefined, after: OutcomeSets): Changed {
  const from = before && outcomeAt(before, authority.ordinal);
  const to = outcomeAt(after, authority.ordinal);
  return { authority, from, to, effect: effectOf(from, to) };
}

function effectOf(from: Outcome | undefined, to: Outcome): Effect {
  if (from === to) return 'none';
  if (to === 'undetermined') return 'unknown';
  const rank = from === undefined ? 0 : RANK[from];
  if (RANK[to] === rank) return 'none';
  return RANK[to] > rank ? 'gained' : 'lost';
}

function shown(changed: readonly Changed[]): Changes {
  const first = changed.toSorted((a, b) => (a.authority.key < b.authority.key ? -1 : 1)).slice(0, SHOWN);
  const items = first.map(({ authority: { key, name, types }, from, to }) => ({ key, name, types, ...(from ? { from } : {}), to }));
  return { total: changed.length, items };
}

function transitionsIn(all: readonly Changed[]): OutcomeImpact['transitions'] {
  return ([...OUTCOMES, 'unpublished'] as const).flatMap((from) =>
    OUTCOMES.flatMap((to) => {
      const count = all.filter((each) => (each.from ?? 'unpublished') === from && each.to === to && from !== to).length;
      return count === 0 ? [] : [{ from, to, count }];
    }),
  );
}
