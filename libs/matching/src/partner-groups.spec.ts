import { type AuthorityView, applicantOf } from '@app/authorities/authority-view.js';
import { demonstrationRegister } from '@app/authorities/demonstration/authorities.js';
import { readRegister } from '@app/authorities/read-register.js';
import type { RegisterReading } from '@app/authorities/register/authority-record.js';
import type { Criterion } from '@app/eligibility/criterion.js';
import { evaluateJointly } from '@app/eligibility/evaluate-jointly.js';
import { describeWithData, sharedFile, sharedJson } from '../../../test/support/shared-data.js';
import { anAuthority, stateOf } from './imagined-state.fixture.js';
import type { MatchingState } from './matching-state.js';
import { type PartnerGroup, partnerGroups } from './partner-groups.js';

const town = { applicantType: { in: ['municipality'] } };
/** Wärmeplanung Baden-Württemberg: above 5,000 alone, else three together. */
const convoy = (state: string): Criterion => ({
  anyOf: [
    { allOf: [town, { population: { moreThan: 5_000 } }, { territory: { in: [state] } }] },
    { jointApplication: { members: { atLeast: 3 }, eachMember: { allOf: [town, { territory: { in: [state] } }] } } },
  ],
});

function stateOfRegister({ authorities }: RegisterReading): MatchingState {
  return stateOf(
    ...authorities.map((record) =>
      anAuthority(record.key, 0, {
        name: record.name,
        types: record.types,
        territory: record.territory,
        parentKey: record.parentKey ?? null,
        population: record.population ? [record.population] : [],
      }),
    ),
  );
}

function expectSmallest(rule: Criterion, { members }: PartnerGroup): void {
  const outcome = (some: readonly AuthorityView[]) => evaluateJointly(rule, some.map(applicantOf)).outcome;
  expect(outcome(members)).toBe('eligible');
  for (const left of members.slice(1)) expect(outcome(members.filter((member) => member !== left))).not.toBe('eligible');
}

describe('with whom an authority could apply', () => {
  const state = stateOfRegister(demonstrationRegister());
  const of = (key: string, rule: Criterion) => partnerGroups(state, rule, state.authority(key)!);
  const names = (groups: readonly PartnerGroup[]) => groups.map(({ members }) => members.map(({ name }) => name).join(' + '));

  it('takes those of the own association first, the association itself as well', () => {
    const two: Criterion = { jointApplication: {} };
    const { groups } = of('DE:034585401', two);
    const ofOwn = groups.filter(({ nearness }) => nearness === 'association');
    expect(ofOwn.length).toBeGreaterThan(0);
    expect(groups.slice(0, ofOwn.length)).toEqual(ofOwn);
    for (const { members } of ofOwn) expect(members[1]!.parentKey).toBe('DE:034585401');
  });

  it('explains each group in both languages', () => {
    const [first] = of('DE:05358024', { jointApplication: { members: { atLeast: 3 }, eachMember: town } }).groups;
    expect(first!.explanation.de.replaceAll('\u00a0', ' ')).toBe('Alle im selben Kreis. 3 Mitglieder, verlangt sind mindestens 3.');
    expect(first!.explanation.en.replaceAll('\u00a0', ' ')).toMatch(/^All in the same county\. 3 members, /);
    expect(first!.population).toBe(first!.members.reduce((sum, { population }) => sum + population[0]!.value, 0));
  });

  it.each([
    ['no-joint-application', 'DE:05358024', town],
    ['eligible-alone', 'DE:05358024', convoy('DE-05')],
    ['cannot-join', 'DE:05358024', convoy('DE-08')],
    ['facts-missing', 'DE:05358024', { jointApplication: { eachMember: { fact: { name: 'grwArea', is: true } } } }],
    ['facts-of-application', 'DE:05358024', { jointApplication: { whole: { fact: { name: 'oneEuMember', is: true } } } }],
    ['no-group', 'DE:05358024', { jointApplication: { population: { atMost: 3 } } }],
  ] as const)('says why there is none: %s', (code, key, rule) => {
    const { groups, reason } = of(key, rule);
    expect(names(groups)).toEqual([]);
    expect(reason!.code).toBe(code);
    expect(reason!.text.de).not.toBe(reason!.text.en);
  });
});

describeWithData('over the whole German register', () => {
  const state = stateOfRegister(readRegister('gv100ad', sharedFile('register/GV100AD_30112023.txt'), { name: 'r', day: '2023-11-30' }));
  const { calls } = sharedJson<{ calls: { program: string; rule: Criterion }[] }>('examples/calls.json');
  const ruleOf = (program: string) => calls.find((call) => call.program.startsWith(program))!.rule;
  const ask = (key: string, rule: Criterion, change: (authority: AuthorityView) => AuthorityView = (each) => each) => {
    const begun = performance.now();
    const answer = partnerGroups(state, rule, change(state.authority(key)!));
    process.stdout.write(`partners of ${key}: ${answer.groups.length} groups in ${Math.round(performance.now() - begun)} ms\n`);
    expect(partnerGroups(state, rule, change(state.authority(key)!)).groups.map(({ members }) => members)).toEqual(
      answer.groups.map(({ members }) => members),
    );
    for (const group of answer.groups) expectSmallest(rule, group);
    return answer;
  };

  it('finds convoys for Marxzell, three of the same county and of like size', () => {
    const { groups, isComplete } = ask('DE:08215047', ruleOf('Freiwillige kommunale Wärmeplanung'));
    expect(groups).toHaveLength(20);
    expect(isComplete).toBe(true);
    for (const { members, nearness } of groups) {
      expect(members).toHaveLength(3);
      expect(members.every(({ territory }) => territory.startsWith('DE-08215'))).toBe(nearness === 'county' || nearness === 'association');
    }
  });

  it('finds none for Rust, which may apply alone', () => {
    expect(ask('DE:08317114', ruleOf('Freiwillige kommunale Wärmeplanung')).reason?.code).toBe('eligible-alone');
  });

  it('finds a partner for the county of Cochem-Zell in Smart Cities', () => {
    const { groups } = ask('DE:07135', ruleOf('Modellprojekte Smart Cities'));
    expect(groups).toHaveLength(20);
    expect(new Set(groups.map(({ members }) => members.length))).toEqual(new Set([2]));
  });

  it('finds nobody for the European City Facility while the facts of the others are unknown', () => {
    const own = (authority: AuthorityView): AuthorityView => ({
      ...authority,
      facts: ['approvedClimatePlan', 'alreadyReceivedEucf'].map((name) => ({
        ...{ name, value: false, asOf: null, source: 's', visibility: 'public', version: 1 },
      })),
    });
    expect(ask('DE:05358008', ruleOf('European City Facility'), own).reason?.code).toBe('no-group');
  });

  it.each([
    [
      'five and a joint population',
      'DE:07135005',
      { members: { atLeast: 5, atMost: 20 }, population: { atLeast: 3_000 }, eachMember: town },
    ],
    ['a large joint population', 'DE:07135005', { population: { moreThan: 50_000 }, eachMember: town }],
    ['a small joint population', 'DE:07135005', { members: { atLeast: 6 }, population: { atMost: 2_500 }, eachMember: town }],
    ['a city that leads', 'DE:01051001', { members: { atLeast: 4 }, lead: { population: { atLeast: 500_000 } }, eachMember: town }],
    ['more people than there are', 'DE:01051001', { population: { atLeast: 300_000_000 } }],
    ['more members than fit in', 'DE:01051001', { members: { atLeast: 5 }, population: { atMost: 4_000 } }],
  ])('is quick about %s', (_, key, jointApplication) => {
    ask(key, { jointApplication });
  });

  it('is quick wherever one asks', () => {
    const rule: Criterion = { jointApplication: { members: { atLeast: 3 }, population: { atLeast: 20_000 } } };
    const asking = [...state.authorities.values()].filter((_, i) => i % 700 === 0);
    for (const { key } of asking) expect(ask(key, rule).groups).toHaveLength(20);
  });
});
