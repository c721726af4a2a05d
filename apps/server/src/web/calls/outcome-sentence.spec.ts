import type { Applicant } from '@app/eligibility/applicant.js';
import type { Criterion } from '@app/eligibility/criterion.js';
import { evaluate } from '@app/eligibility/evaluate.js';
import { mainReason } from '@app/eligibility/main-reason.js';
import { outcomeSentence } from './outcome-sentence.js';

const dueren: Applicant = {
  key: 'DE:05358008',
  name: 'Düren',
  types: ['municipality', 'town'],
  territory: 'DE-05358008',
  population: [{ value: 93_207, asOf: '2022-12-31' }],
  facts: new Map(),
};
const town: Criterion = { applicantType: { in: ['municipality'] } };
const large: Criterion = { population: { atLeast: 100_000 } };

function sentence(rule: Criterion, locale: 'de' | 'en'): string {
  const evaluation = evaluate(rule, dueren);
  return outcomeSentence(evaluation.outcome, 'Düren', mainReason(rule, evaluation, locale), locale).replaceAll('\u00a0', ' ');
}

describe('one sentence says the outcome and why', () => {
  it.each<[string, Criterion, string, string]>([
    [
      'eligible',
      { allOf: [town, { population: { atMost: 100_000 } }] },
      'Düren darf sich bewerben: Stadt mit 93.207 Einwohnern, erlaubt sind höchstens 100.000.',
      'Düren may apply: Town with 93,207 inhabitants, allowed: at most 100,000.',
    ],
    [
      'too small alone',
      { anyOf: [large, { jointApplication: {} }] },
      'Düren darf sich gemeinsam mit anderen bewerben. Allein nicht: 93.207 Einwohner, verlangt sind mindestens 100.000.',
      'Düren may apply together with others. Not alone: 93,207 inhabitants, required: at least 100,000.',
    ],
    [
      'never alone',
      { jointApplication: { eachMember: town } },
      'Düren darf sich nur gemeinsam mit anderen bewerben.',
      'Düren may only apply together with others.',
    ],
    [
      'unclear',
      { population: { atLeast: 5, asOf: '2020-12-31' } },
      'Ob Düren sich bewerben darf, ist offen. Es fehlt: Einwohnerzahl am 31. Dezember 2020.',
      'Whether Düren may apply is open. Missing: population on 31 December 2020.',
    ],
    [
      'too small',
      large,
      'Düren darf sich nicht bewerben: 93.207 Einwohner, verlangt sind mindestens 100.000.',
      'Düren may not apply: 93,207 inhabitants, required: at least 100,000.',
    ],
    [
      'elsewhere',
      { territory: { in: ['DE-09'] } },
      'Düren liegt in Nordrhein-Westfalen, gefördert wird in: Bayern.',
      'Düren lies in North Rhine-Westphalia, the target area is: Bavaria.',
    ],
    ['excluded', { not: town }, 'Düren ist ausgeschlossen: Stadt oder Gemeinde.', 'Düren is excluded: town or municipality.'],
  ])('%s', (_, rule, german, english) => {
    expect([sentence(rule, 'de'), sentence(rule, 'en')]).toEqual([german, english]);
  });
});
