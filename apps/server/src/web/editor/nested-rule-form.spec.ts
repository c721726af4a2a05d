import type { Criterion } from '@app/eligibility/criterion.js';
import { parseCriterion } from '@app/eligibility/parse-criterion.js';
import fc from 'fast-check';
import { rules } from '../../../../../libs/eligibility/test/arbitraries.js';
import { render } from '../frame/render.js';
import { texts } from '../texts/texts.js';
import { type Body, FaultBook } from './form-reading.js';
import { emptyNode, type NestedNode } from './nested-node.js';
import { changeNested } from './nested-rule-change.js';
import { nestedField } from './nested-rule-faults.js';
import { NestedRuleFields } from './nested-rule-fields.js';
import { readNestedRule } from './nested-rule-form.js';
import { fromCriterion, nestedOf } from './nested-rule-from.js';
import { toCriterion } from './nested-rule-to.js';

const LOCALES = ['de', 'en'] as const;

/** What a browser sends of the tree: every field of the page with its value. */
function posted(node: NestedNode, locale: 'de' | 'en'): Body {
  const html = render(NestedRuleFields({ t: texts(locale), node, errors: {} }));
  const body: Record<string, string | string[]> = {};
  const plain = (text = '') => text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
  const of = (tag: string, name: string) => plain(new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1]);
  const add = (name: string, value: string) => {
    body[name] = name in body ? [body[name]!, value].flat() : value;
  };
  for (const [tag] of html.matchAll(/<input\b[^>]*>/g)) {
    if (!/type="checkbox"/.test(tag) || /\schecked/.test(tag)) add(of(tag, 'name'), of(tag, 'value'));
  }
  for (const [, tag, text] of html.matchAll(/(<textarea\b[^>]*>)([^<]*)<\/textarea>/g)) {
    add(of(tag!, 'name'), plain(text).replaceAll('\n', '\r\n'));
  }
  for (const [, tag, options] of html.matchAll(/(<select\b[^>]*>)(.*?)<\/select>/gs)) {
    add(of(tag!, 'name'), of(/<option[^>]*\sselected[^>]*>/.exec(options!)?.[0] ?? /<option[^>]*>/.exec(options!)![0], 'value'));
  }
  return body;
}

function read(body: Body) {
  const book = new FaultBook();
  return { rule: toCriterion(book, readNestedRule(body)!), faults: book.faults };
}

const type = (...tags: string[]): Criterion => ({ applicantType: { in: tags } });
const notes = fc.record(
  {
    id: fc.constantFrom('town', 'way-1'),
    label: fc.constantFrom({ de: 'Städte & "Orte"' }, { de: 'Städte', en: 'Towns' }),
    source: fc.constantFrom({ quote: 'Antragsberechtigt sind\n<alle>.' }, { url: 'https://www.bmi.bund.de/?a=1&b=2', quote: 'x' }),
  },
  { requiredKeys: [] },
);

describe('a rule through the nested form and back', () => {
  it.each(LOCALES)('is the same rule, in %s', (locale) => {
    fc.assert(
      fc.property(rules, notes, (rule, noted) => {
        const whole = { ...rule, ...noted };
        expect(read(posted(fromCriterion(whole, locale), locale))).toEqual({ rule: whole, faults: {} });
      }),
      { numRuns: 150 },
    );
  });

  it.each<[string, Criterion]>([
    ['a named set among states and keys', { territory: { in: ['named:rural', 'DE-05', 'DE-053', 'DE-05'] } }],
    ['kinds in their order, free ones too', type('county', 'elsewhere', 'municipality')],
    ['a reference date', { population: { moreThan: 5_000, asOf: '2022-12-31' } }],
    ['thousandths', { fact: { name: 'centrality', atLeast: 0.125, lessThan: 1.125 } }],
    ['a balance', { fact: { name: 'budgetStatus', atLeast: -1_500_000, atMost: -62.5 } }],
    ['an empty text as value', { fact: { name: 'degurba', is: '' } }],
    ['an empty list of keys', { authority: { in: [] } }],
    ['a joint application of anybody', { jointApplication: {} }],
  ])('keeps %s', (_, rule) => {
    for (const locale of LOCALES) expect(read(posted(fromCriterion(rule, locale), locale))).toEqual({ rule, faults: {} });
  });

  it.each<[string, Criterion]>([
    ['a name with a space', type('some kind')],
    ['a name with a comma', { territory: { in: ['DE,FR'] } }],
    ['space around a text', { fact: { name: 'degurba', is: ' 1 ' } }],
    ['a number without places', { fact: { name: 'centrality', atLeast: 1e-7 } }],
    ['more conditions than a form may send', { anyOf: Array.from({ length: 300 }, () => type('county')) }],
  ])('is not offered for %s, which a form cannot give back', (_, rule) => {
    expect(parseCriterion(rule).faults).toEqual([]);
    for (const locale of LOCALES) expect(nestedOf(rule, locale)).toBeUndefined();
  });
});

describe('what is entered', () => {
  it.each([
    [{ 'rule.kind': 'population', 'rule.population.atMost': 'viele' }, 'rule.population.atMost', 'not-a-number'],
    [{ 'rule.kind': 'population', 'rule.population.asOf': '31.02.2022' }, 'rule.population.asOf', 'not-a-day'],
    [{ 'rule.kind': 'not' }, 'rule.add', 'condition-missing'],
    [{ 'rule.kind': 'fact', 'rule.fact.mode': 'yes' }, 'rule.fact.name', 'required'],
    [{ 'rule.kind': 'fact', 'rule.fact.known': 'degurba', 'rule.fact.mode': 'no', 'rule.fact.text': '1' }, 'rule.fact.mode', 'fact-either'],
    [{ 'rule.kind': 'allOf', 'rule.allOf.0.kind': 'not' }, 'rule.allOf.0.add', 'condition-missing'],
  ])('%j is wrong at %s', (body, field, code) => {
    expect(read(body).faults).toMatchObject({ [field]: { code } });
  });

  it('comes back as it was, mistakes too', () => {
    const body = { 'rule.kind': 'population', 'rule.population.atMost': 'viele', 'rule.source.quote': 'so "steht" es' };
    expect(posted(readNestedRule(body)!, 'de')).toMatchObject(body);
  });

  it('is nothing where there is no tree, whatever else is sent', () => {
    expect(readNestedRule({ rule: '{}', 'rule.kind': '__proto__' })).toBeUndefined();
    expect(readNestedRule({ 'rule.kind': ['allOf', 'anyOf'] })).toBeUndefined();
  });
});

describe('the buttons of the tree', () => {
  const rule: Criterion = { anyOf: [type('county'), { allOf: [type('town'), { not: type('amt') }] }, { jointApplication: {} }] };
  const tree = fromCriterion(rule, 'de');
  const pressed = (action: string, from = tree) => toCriterion(new FaultBook(), changeNested(from, action));
  const [county, town, amt] = [type('county'), type('town'), type('amt')];

  it.each<[string, Criterion]>([
    ['nested-add:rule', { anyOf: [...rule.anyOf, type()] }],
    ['nested-add:rule.anyOf.1', { anyOf: [county, { allOf: [town, { not: amt }, type()] }, { jointApplication: {} }] }],
    ['nested-add:rule.anyOf.1.allOf.1', rule],
    ['nested-add:rule.anyOf.0', rule],
    ['nested-add-lead:rule.anyOf.2', { anyOf: [county, rule.anyOf[1]!, { jointApplication: { lead: type() } }] }],
    ['nested-wrap-not:rule.anyOf.0', { anyOf: [{ not: county }, rule.anyOf[1]!, rule.anyOf[2]!] }],
    ['nested-wrap-allOf:rule', { allOf: [rule] }],
    ['nested-turn:rule.anyOf.1', { anyOf: [county, { anyOf: [town, { not: amt }] }, { jointApplication: {} }] }],
    ['nested-unwrap:rule.anyOf.1.allOf.1', { anyOf: [county, { allOf: [town, amt] }, { jointApplication: {} }] }],
    ['nested-unwrap:rule', rule],
    ['nested-remove:rule.anyOf.1.allOf.0', { anyOf: [county, { allOf: [{ not: amt }] }, { jointApplication: {} }] }],
    ['nested-remove:rule', { anyOf: [] }],
    ['nested-up:rule.anyOf.1', { anyOf: [rule.anyOf[1]!, county, { jointApplication: {} }] }],
    ['nested-down:rule.anyOf.0', { anyOf: [rule.anyOf[1]!, county, { jointApplication: {} }] }],
    ['nested-up:rule.anyOf.0', rule],
    ['nested-down:rule.anyOf.2', rule],
    ['nested-up:rule', rule],
    ['nested-remove:rule.anyOf.9', rule],
    ['nested-remove:rule.jointApplication.lead', rule],
    ['nested-remove:rule.nowhere', rule],
    ['nested-burn:rule', rule],
  ])('%s', (action, expected) => {
    expect(pressed(action)).toEqual(expected);
  });

  it('add the kind that was chosen beside them', () => {
    const chosen = { ...tree, entries: { add: 'population' } };
    expect(changeNested(chosen, 'nested-add:rule').inside.at(-1)).toEqual(emptyNode('population'));
  });

  it('take a part of a joint application away and wrap it', () => {
    const joint = fromCriterion({ jointApplication: { eachMember: town } }, 'de');
    expect(pressed('nested-remove:rule.jointApplication.eachMember', joint)).toEqual({ jointApplication: {} });
    expect(pressed('nested-wrap-not:rule.jointApplication.eachMember', joint)).toEqual({ jointApplication: { eachMember: { not: town } } });
  });
});

describe('a fault that the domain found', () => {
  it.each([
    ['/anyOf/0/allOf/1/population/atMost', 'rule.anyOf.0.allOf.1.population.atMost'],
    ['/anyOf/0/population', 'rule.anyOf.0.population.atLeast'],
    ['/applicantType/in/3', 'rule.applicantType.in'],
    ['/not/territory/in/0', 'rule.not.territory.more'],
    ['/fact', 'rule.fact.mode'],
    ['/anyOf/2/jointApplication/members', 'rule.anyOf.2.jointApplication.members.atLeast'],
    ['/jointApplication/whole/anyOf/0/population/atMost', 'rule.jointApplication.whole.anyOf.0.population.atMost'],
    ['/jointApplication/lead/jointApplication', 'rule.jointApplication.lead'],
    ['/allOf/1/source/url', 'rule.allOf.1.source.url'],
    ['/allOf/1/label', 'rule.allOf.1.label.de'],
    ['', 'rule'],
  ])('at %s stands at %s', (pointer, field) => {
    expect(nestedField(pointer.split('/').slice(1))).toBe(field);
  });
});
