import { applicantOf } from '@app/authorities/authority-view.js';
import { RuleIndex } from '@app/eligibility/index/rule-index.js';
import { MatchingState } from '@app/matching/matching-state.js';
import { compare } from './measure.js';
import { inWords, judge, print } from './report.js';
import { recordOf } from './synthetic-calls.js';
import { indexOf, type World } from './world.js';

const DAY = '2026-11-23';
/** So many changes follow each other in a round: more than are kept beside the index, so that the new build they cause is paid by them. */
const AUTHORITY_CHANGES = 250;
const CALL_CHANGES = 1_500;

/** One authority or one call after the other changes, new builds that fall due included, against building everything again. */
export async function changes({ authorities, calls, applicants }: World, rounds: number): Promise<void> {
  const build = () => MatchingState.empty(DAY).advance({ revision: 1n, day: DAY, authorities, calls });
  const built = build();
  const changeAuthorities = () => {
    let state = built;
    for (let i = 0; i < AUTHORITY_CHANGES; i++) {
      const old = authorities[(i * 37) % authorities.length]!;
      const changed = { ...old, population: [{ ...old.population[0]!, value: old.population[0]!.value + 1 }] };
      state = state.advance({ revision: 2n, day: DAY, authorities: [changed], calls: [] });
    }
  };
  const changeCalls = () => {
    let state = built;
    for (let i = 0; i < CALL_CHANGES; i++) {
      const { ordinal, rule } = calls[(i * 37) % calls.length]!;
      const changed = recordOf(ordinal, { allOf: [rule, { population: { atLeast: i } }] });
      state = state.advance({ revision: 2n, day: DAY, authorities: [], calls: [changed] });
    }
  };
  const timed = await compare(rounds, {
    state: { work: build },
    applicantIndex: { work: () => indexOf(authorities.map(applicantOf)) },
    ruleIndex: { work: () => RuleIndex.build(calls) },
    authority: { work: changeAuthorities },
    call: { work: changeCalls },
  });
  const [authority, call] = [timed.authority / AUTHORITY_CHANGES, timed.call / CALL_CHANGES];
  print(`a change, on average of ${AUTHORITY_CHANGES} (${CALL_CHANGES}) one after the other, new builds that fall due included`);
  print(`  of an authority ${inWords(authority)}, of a call ${inWords(call)}; building all again ${inWords(timed.state)}`);
  print(
    `  (of which the index of ${applicants.length} applicants ${inWords(timed.applicantIndex)}, of ${calls.length} rules ${inWords(timed.ruleIndex)})`,
  );
  const goal = { target: 50, floor: 25, atLeast: true, unit: ' times cheaper than a rebuild' };
  judge('a change of an authority', timed.applicantIndex / authority, goal);
  judge('a change of a call', timed.ruleIndex / call, goal);
}
