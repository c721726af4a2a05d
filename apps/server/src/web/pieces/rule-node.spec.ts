import type { Criterion } from '@app/eligibility/criterion.js';
import { evaluate } from '@app/eligibility/evaluate.js';
import type { Verdict } from '@app/eligibility/outcome.js';
import { parseApplicant } from '@app/eligibility/parse-applicant.js';
import { texts } from '../texts/texts.js';
import { ruleNode } from './rule-node.js';
import type { RuleNode } from './rule-tree.js';
import { whoInWords } from './who-in-words.js';

const RULE: Criterion = {
  anyOf: [
    { allOf: [{ applicantType: { in: ['municipality'] } }, { population: { atMost: 300_000 } }] },
    { applicantType: { in: ['county'] } },
  ],
};
const JOINT = {
  anyOf: [
    { fact: { name: 'approvedClimatePlan', is: true } },
    { jointApplication: { members: { atLeast: 3 }, eachMember: { applicantType: { in: ['municipality'] } } } },
  ],
} satisfies Criterion;

function tree(rule: Criterion, applicant: object): RuleNode {
  return ruleNode(texts('de'), rule, evaluate(rule, parseApplicant({ types: ['municipality'], ...applicant }, '').applicant!).findings);
}

describe('a rule as a tree', () => {
  it('says every condition in words, numbers the ways and has no verdict without an authority', () => {
    const node = ruleNode(texts('de'), RULE);
    expect(node).toEqual({
      join: 'Einer dieser Wege genügt',
      children: [
        {
          join: 'Weg 1: beides zusammen',
          children: [{ text: 'Stadt oder Gemeinde' }, { text: 'höchstens 300.000\u00a0Einwohner' }],
        },
        { join: 'Weg 2:', text: 'Landkreis' },
      ],
    });
  });

  it('gives reasons, and says where an unmet way does no harm', () => {
    const node = tree(RULE, { population: 93_207 });
    expect(node.verdict).toBe('met');
    expect(node.children![1]).toMatchObject({ verdict: 'unmet', why: expect.stringContaining('Das schadet nicht, Weg 1 genügt.') });
  });

  it.each([
    [320_946, 'unmet'],
    [undefined, 'unknown'],
  ] as const)('with a population of %s reads %s, and no way is said to be enough', (population, verdict) => {
    const node = tree(RULE, population === undefined ? {} : { population });
    expect(node.verdict).toBe(verdict);
    expect(JSON.stringify(node)).not.toContain('genügt."');
  });

  /** The root has to agree with the outcome: passt, passt gemeinsam, unklar, passt nicht. */
  it.each<[string, object, Verdict]>([
    ['eligible', { facts: { approvedClimatePlan: true } }, 'met'],
    ['eligible_jointly', { facts: { approvedClimatePlan: false } }, 'met'],
    ['undetermined', {}, 'unknown'],
    ['ineligible', { types: ['county'], facts: { approvedClimatePlan: false } }, 'unmet'],
  ])('agrees with the outcome %s', (outcome, applicant, verdict) => {
    expect(evaluate(JOINT, parseApplicant({ types: ['municipality'], ...applicant }, '').applicant!).outcome).toBe(outcome);
    expect(tree(JOINT, applicant).verdict).toBe(verdict);
  });

  it('uses the label and the quotation of the editor', () => {
    const rule: Criterion = {
      applicantType: { in: ['county'] },
      label: { de: 'Kreise' },
      source: { quote: 'Kreise sind …', url: 'https://x.example/' },
    };
    expect(ruleNode(texts('de'), rule)).toEqual({ text: 'Kreise', quote: { text: 'Kreise sind …', url: 'https://x.example/' } });
  });
});

describe('who may apply, in one line', () => {
  it.each<[Criterion, string, string]>([
    [
      RULE,
      'Städte und Gemeinden bis 300.000\u00a0Einwohner; Landkreise',
      'Towns and municipalities up to 300,000\u00a0inhabitants; counties',
    ],
    [
      { allOf: [{ applicantType: { in: ['county'] } }, { territory: { in: ['DE-03'] } }] },
      'Landkreise in Niedersachsen',
      'Counties in Lower Saxony',
    ],
    [{ authority: { in: ['DE:05111000'] } }, 'Nur eine namentlich genannte Kommune', 'One authority by name'],
    [JOINT.anyOf[1]!, 'Gemeinsam: Städte und Gemeinden', 'Jointly: towns and municipalities'],
  ] as [Criterion, string, string][])('%#', (rule, german, english) => {
    expect(whoInWords(rule, 'de')).toBe(german);
    expect(whoInWords(rule, 'en')).toBe(english);
  });
});
