import { concealFacts } from './conceal-facts.js';
import { evaluate } from './evaluate.js';

describe("an authority's own facts, seen by others", () => {
  const rule = {
    allOf: [{ fact: { name: 'placePopulation', atMost: 10_000 } }, { fact: { name: 'grwArea', is: true } }, { population: { atMost: 9 } }],
  };
  const facts = new Map<string, number | boolean>([
    ['placePopulation', 38_140],
    ['grwArea', true],
  ]);
  const evaluation = evaluate(rule, { types: [], population: [{ value: 5 }], facts });

  it('keep their outcome and code, without the value in parameters or text', () => {
    const { outcome, findings } = concealFacts(evaluation, (name) => name === 'grwArea');
    expect(outcome).toBe('ineligible');
    expect(findings[0]).toMatchObject({ code: 'fact-differs', params: { fact: 'placePopulation', atMost: 10_000 } });
    expect(JSON.stringify(findings[0])).not.toMatch(/38.?140/);
    expect(findings.slice(1)).toEqual(evaluation.findings.slice(1));
  });

  it('stand in no change that leads away from them', () => {
    const either = { anyOf: [...rule.allOf.slice(0, 1), { fact: { name: 'leaderArea', is: true } }] };
    const reckoned = evaluate(either, { types: [], population: [], facts });
    const namesOf = ({ changes }: typeof reckoned) => changes.map(({ set }) => set.map((element) => 'name' in element && element.name));
    expect(namesOf(reckoned)).toEqual([['leaderArea'], ['placePopulation']]);
    expect(namesOf(concealFacts(reckoned, () => true))).toEqual(namesOf(reckoned));
    expect(namesOf(concealFacts(reckoned, () => false))).toEqual([['leaderArea']]);
  });
});
