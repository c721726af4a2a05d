import type { Applicant } from './applicant.js';
import type { Criterion } from './criterion.js';
import { entitled, entitledEntry } from './entitled.js';
import { evaluate } from './evaluate.js';
import { explainRule } from './explain-rule.js';
import type { NamedTerritories } from './named-territories.js';
import { ruleInOneLine } from './rule-in-one-line.js';

const titles: Record<string, { de: string; en?: string }> = {
  coal: { de: 'Rheinisches Revier', en: 'Rhineland coal region' },
  old: { de: 'GRW alt' },
};
const named: NamedTerritories = { entries: (slug) => (slug === 'coal' ? ['DE-05358'] : undefined), title: (slug) => titles[slug] };
const dueren: Applicant = {
  key: 'DE:05358008',
  name: 'Düren',
  types: [],
  territory: 'DE-05358008',
  population: [{ value: 5, asOf: '2022-12-31' }],
  facts: new Map(),
};
const inSet = (...slugs: string[]): Criterion => ({ territory: { in: slugs.map((slug) => `named:${slug}`) } });
const textOf = (rule: Criterion) => evaluate(rule, dueren, named).findings[0]!.text;

describe('sets of territories are called by their titles', () => {
  it('in the rule, wherever it names one', () => {
    const rule: Criterion = {
      anyOf: [{ not: inSet('coal') }, { jointApplication: { eachMember: { allOf: [inSet('coal')] }, lead: inSet('coal') } }],
    };
    expect(JSON.stringify(entitled(rule, named, 'en')).match(/named:Rhineland coal region/g)).toHaveLength(3);
    expect(ruleInOneLine(entitled(inSet('coal'), named, 'de'), 'de')).toBe('Alle im Gebiet Rheinisches Revier');
  });

  it.each([
    ['named:coal', 'named:Rheinisches Revier'],
    ['named:nobody', 'named:nobody'],
    ['DE-05', 'DE-05'],
    ['population', 'population'],
  ])('and nothing else is changed: %s', (entry, expected) => {
    expect(entitledEntry(entry, named, 'de')).toBe(expected);
    expect(entitledEntry(entry, undefined, 'de')).toBe(entry);
  });

  it('in the reason of a finding, whose parameters keep the slug', () => {
    const [finding] = evaluate(inSet('coal'), dueren, named).findings;
    expect(finding!.params.in).toEqual(['named:coal']);
    expect(finding!.text).toEqual({
      de: 'Düren liegt im Fördergebiet: Rheinisches Revier.',
      en: 'Düren lies in the target area: Rhineland coal region.',
    });
  });

  it('one that is not in force is told apart from one that nobody keeps', () => {
    expect(textOf(inSet('old')).de).toBe('Das Fördergebiet ist nicht in Kraft: GRW alt.');
    expect(textOf(inSet('nobody')).de).toBe('Das Fördergebiet ist hier nicht hinterlegt: nobody.');
    expect(textOf(inSet('old', 'nobody')).de).toContain('nicht hinterlegt');
  });
});

describe('what must not be is not called demanded', () => {
  const explained = (leaf: Criterion, facts: Applicant['facts'] = new Map()) =>
    explainRule({ not: leaf }, evaluate({ not: leaf }, { ...dueren, facts }), 'de').why?.replaceAll('\u00a0', ' ');

  it.each<[string, Criterion, string]>([
    ['a fact nobody knows', { fact: { name: 'budgetConsolidation', is: true } }, 'Haushaltssicherung: unbekannt.'],
    ['a list', { authority: { in: ['DE:05358008'] } }, 'Düren steht auf der Liste.'],
    ['a figure', { population: { atLeast: 3 } }, '5 am 31. Dezember 2022. Der Aufruf nennt keinen Stichtag, es zählt die jüngste Zahl.'],
    ['a figure of a day', { population: { atLeast: 3, asOf: '2020-12-31' } }, 'Die Einwohnerzahl am 31. Dezember 2020 ist unbekannt.'],
  ])('%s', (_, leaf, expected) => {
    expect(explained(leaf)).toBe(expected);
  });

  it('a fact that somebody knows', () => {
    expect(explained({ fact: { name: 'budgetConsolidation', is: true } }, new Map([['budgetConsolidation', false]]))).toBe(
      'Haushaltssicherung: nein.',
    );
  });
});
