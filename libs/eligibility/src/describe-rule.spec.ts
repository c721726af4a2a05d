import fc from 'fast-check';
import { applicants, factsOfTheWhole, namedSets, rules } from '../test/arbitraries.js';
import type { Applicant } from './applicant.js';
import type { Criterion } from './criterion.js';
import { describeRule, type RuleNode } from './describe-rule.js';
import { evaluate } from './evaluate.js';
import { evaluateJointly } from './evaluate-jointly.js';
import { type ExplainedNode, explainRule } from './explain-rule.js';
import { mainReason } from './main-reason.js';
import { ruleInOneLine } from './rule-in-one-line.js';

const town = { applicantType: { in: ['municipality'] } };
const county = { applicantType: { in: ['county'] } };
const modellkommune: Criterion = { anyOf: [{ allOf: [town, { population: { atMost: 300_000 } }] }, county] };
const library: Criterion = {
  anyOf: [
    { allOf: [town, { population: { atMost: 20_000 } }] },
    { allOf: [town, { population: { moreThan: 20_000 } }, { fact: { name: 'ruralCatchmentProven', is: true } }] },
  ],
};
const heat: Criterion = {
  anyOf: [
    {
      allOf: [
        town,
        { not: { applicantType: { in: ['independent_city'] } } },
        { population: { moreThan: 5_000 } },
        { territory: { in: ['DE-08'] } },
      ],
    },
    { jointApplication: { members: { atLeast: 3 }, eachMember: { allOf: [town, { territory: { in: ['DE-08'] } }] } } },
  ],
};
const aTown = (name: string, value: number, types: string[] = []): Applicant => ({
  name,
  types: ['municipality', 'town', ...types],
  territory: 'DE-08215047',
  population: [{ value, asOf: '2022-12-31' }],
  facts: new Map(),
});
const dueren = aTown('Düren', 93_207, ['district_municipality']);
const münster = aTown('Münster', 320_946, ['independent_city']);
const harpstedt: Applicant = { ...dueren, name: 'Harpstedt', types: ['municipal_association', 'samtgemeinde'] };
const cochemZell: Applicant = { ...dueren, name: 'Cochem-Zell', types: ['county'] };

/** The no-break spaces between numbers and units would hide in a test's text. */
const plain = (text: string | undefined) => text?.replaceAll('\u00a0', ' ');
const lines = (node: RuleNode, depth = 0): string[] => [
  `${'  '.repeat(depth)}${plain([node.join, node.text].filter(Boolean).join(' '))}`,
  ...node.children.flatMap((child) => lines(child, depth + 1)),
];
const reason = (rule: Criterion, applicant: Applicant, locale: 'de' | 'en' = 'de') =>
  plain(mainReason(rule, evaluate(rule, applicant), locale));

describe('a rule as a tree', () => {
  it('heads its ways by what is enough', () => {
    expect(lines(describeRule(modellkommune, 'de'))).toEqual([
      'Einer dieser Wege genügt',
      '  Weg 1: beides zusammen',
      '    Stadt oder Gemeinde',
      '    höchstens 300.000 Einwohner',
      '  Weg 2: Landkreis, jede Größe',
    ]);
  });

  it('says what is demanded of a joint application', () => {
    expect(lines(describeRule(heat, 'de')).slice(6)).toEqual([
      '  Weg 2: gemeinsam mit anderen',
      '    mindestens 3 Mitglieder',
      '    Jedes Mitglied: beides zusammen',
      '      Stadt oder Gemeinde',
      '      in Baden-Württemberg',
    ]);
  });

  it('keeps path, label and quote of its nodes', () => {
    const rule: Criterion = { not: { ...county, id: 'k' }, label: { de: 'Ohne Kreise' }, source: { quote: 'keine Landkreise' } };
    expect(describeRule(rule, 'en')).toEqual({
      path: '',
      text: 'not: county',
      label: 'Ohne Kreise',
      quote: { text: 'keine Landkreise' },
      children: [],
    });
  });
});

describe('an explained rule', () => {
  it('has a verdict on every line and a reason beside every leaf', () => {
    const tree = explainRule(modellkommune, evaluate(modellkommune, dueren), 'de');
    expect([tree.verdict, tree.children[0]!.verdict, tree.children[1]!.verdict]).toEqual(['met', 'met', 'unmet']);
    expect(plain(tree.children[0]!.children[0]!.why)).toBe('Düren ist eine kreisangehörige Stadt.');
    expect(plain(tree.children[0]!.children[1]!.why)).toBe(
      '93.207 am 31. Dezember 2022, erlaubt sind höchstens 300.000. Der Aufruf nennt keinen Stichtag, es zählt die jüngste Zahl.',
    );
    expect(plain(tree.children[1]!.why)).toBe('Düren ist kein Landkreis. Das schadet nicht, Weg 1 genügt.');
  });

  it('leaves open what is demanded of an application that nobody has made', () => {
    const joint = explainRule(heat, evaluate(heat, aTown('Marxzell', 4_997)), 'de').children[1]!;
    expect([joint.verdict, joint.children[0]!.verdict, joint.children[1]!.verdict]).toEqual(['met', undefined, 'met']);
  });

  it('names the member who stands in the way', () => {
    const rule: Criterion = { jointApplication: { eachMember: county, lead: town } };
    const tree = explainRule(rule, evaluateJointly(rule, [dueren, cochemZell, harpstedt]), 'de');
    expect(tree.children.map(({ verdict }) => verdict)).toEqual(['met', 'unmet', 'met']);
    expect(plain(tree.children[1]!.why)).toContain('Mitglied 3: Harpstedt ist kein Landkreis.');
  });
});

describe('a rule in one line', () => {
  it.each<[Criterion, 'de' | 'en', string]>([
    [modellkommune, 'de', 'Städte und Gemeinden bis 300.000 Einwohner; Landkreise jeder Größe'],
    [modellkommune, 'en', 'Towns and municipalities up to 300,000 inhabitants; counties of any size'],
    [{ applicantType: { in: ['municipality', 'county'] } }, 'de', 'Städte, Gemeinden und Landkreise'],
    [{ allOf: [county, { population: { atLeast: 20_000, atMost: 100_000 } }] }, 'de', 'Landkreise von 20.000 bis 100.000 Einwohnern'],
    [{ allOf: [] }, 'de', 'Alle'],
    [{ authority: { in: ['DE:05111000'] } }, 'de', 'Nur DE:05111000'],
  ])('%j', (rule, locale, line) => {
    expect(plain(ruleInOneLine(rule, locale))).toBe(line);
  });
});

describe('the main reason', () => {
  it.each<[Criterion, Applicant, string]>([
    [modellkommune, dueren, 'Stadt mit 93.207 Einwohnern, erlaubt sind höchstens 300.000'],
    [modellkommune, cochemZell, 'Landkreise jeder Größe'],
    [modellkommune, münster, '320.946 Einwohner, erlaubt sind höchstens 300.000'],
    [modellkommune, harpstedt, 'Samtgemeinde, antragsberechtigt sind Städte, Gemeinden und Landkreise'],
    [modellkommune, { ...dueren, population: [] }, 'Es fehlt: Einwohnerzahl'],
    [library, dueren, 'Es fehlt: ländliches Einzugsgebiet nachgewiesen'],
    [
      library,
      { ...dueren, facts: new Map([['ruralCatchmentProven', false]]) },
      'Ländliches Einzugsgebiet nachgewiesen: nein, verlangt: ja',
    ],
    [heat, aTown('Marxzell', 4_997), 'Allein nicht: 4.997 Einwohner, verlangt sind mehr als 5.000'],
    [heat, aTown('Ulm', 128_928, ['independent_city']), 'Allein nicht: ausgeschlossen: kreisfreie Stadt'],
    [{ jointApplication: { eachMember: town } }, dueren, 'Nur gemeinsam mit anderen'],
    [{ authority: { in: ['DE:05111000'] } }, { ...dueren, key: 'DE:05358008' }, 'Düren steht nicht auf der Liste'],
    [{ territory: { in: ['DE-03'] } }, dueren, 'Düren liegt in Baden-Württemberg, gefördert wird in: Niedersachsen'],
  ])('%#', (rule, applicant, text) => {
    expect(reason(rule, applicant)).toBe(text);
  });

  it('tells of the application before its members', () => {
    const two = [aTown('Marxzell', 4_997), aTown('Eriskirch', 4_992)];
    expect(plain(mainReason(heat, evaluateJointly(heat, two), 'de'))).toBe('2 Mitglieder, verlangt sind mindestens 3');
    expect(reason(modellkommune, dueren, 'en')).toBe('Town with 93,207 inhabitants, allowed: at most 300,000');
  });
});

describe('what a line rests on', () => {
  it('is the source of the figure, or the fact; nothing where something is missing', () => {
    const rule = { allOf: [{ population: { atMost: 5 } }, { fact: { name: 'grwArea', is: true } }, { fact: { name: 'other', is: true } }] };
    const applicant = { ...dueren, population: [{ value: 7, source: 'IT.NRW' }], facts: new Map([['grwArea', true]]) };
    const { children } = explainRule(rule, evaluate(rule, applicant), 'de');
    expect(children.map(({ rests }) => rests)).toEqual([{ source: 'IT.NRW' }, { fact: 'grwArea' }, undefined]);
  });
});

describe('the first line of a rule that says nothing of its members', () => {
  it('knows how many they are', () => {
    const rule = { not: { jointApplication: { lead: { allOf: [] } } } };
    const evaluation = evaluateJointly(rule, [aTown('Marxzell', 4_997), aTown('Eriskirch', 4_992)]);
    expect(evaluation.outcome).toBe('ineligible');
    expect(explainRule(rule, evaluation, 'de').verdict).toBe('unmet');
  });
});

describe('words for any rule', () => {
  const verdictsOf = (node: ExplainedNode): unknown[] => [node.verdict, ...node.children.flatMap(verdictsOf)];
  const rootOf = { eligible: 'met', eligible_jointly: 'met', ineligible: 'unmet', undetermined: 'unknown' } as const;

  it('never fail, and the first line agrees with the outcome', () => {
    fc.assert(
      fc.property(rules, fc.array(applicants, { minLength: 1, maxLength: 3 }), factsOfTheWhole, (rule, members, facts) => {
        for (const evaluation of [evaluate(rule, members[0]!, namedSets), evaluateJointly(rule, members, facts, namedSets)]) {
          for (const locale of ['de', 'en'] as const) {
            const texts = [
              mainReason(rule, evaluation, locale),
              ruleInOneLine(rule, locale),
              ...lines(explainRule(rule, evaluation, locale)),
            ];
            for (const text of texts) expect(text).not.toMatch(/undefined|null|NaN|\[object/);
          }
          if ('jointApplication' in rule === false)
            expect(verdictsOf(explainRule(rule, evaluation, 'de'))[0]).toBe(rootOf[evaluation.outcome]);
        }
      }),
      { numRuns: 1_000 },
    );
  });
});
