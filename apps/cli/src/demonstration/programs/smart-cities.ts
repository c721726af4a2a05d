import { EXAMPLE_ROUND, euros, exampleTitle, type ProgramFacts, type RoundFacts, strictDeadline, workingDayIn } from '../program-facts.js';
import { all, any, hasInhabitants, isOneOf } from '../rules.js';

const TITLE = { de: 'Modellprojekte Smart Cities', en: 'Smart Cities model projects' };

const rule = any(
  all(isOneOf('municipality'), hasInhabitants({ atLeast: 20_000, atMost: 100_000 })),
  all(isOneOf('municipality'), hasInhabitants({ lessThan: 20_000 })),
  any(isOneOf('municipality'), { jointApplication: { members: { atLeast: 2 }, eachMember: isOneOf('municipality', 'county') } }),
);
const award = { count: 10, totalBudget: euros(150_000_000), fundingRate: 6_500, fundingRateFinanciallyWeak: 9_000 };

const of2019: RoundFacts = {
  round: '2019',
  announcedOn: '2019-03-20',
  rule,
  deadlines: [strictDeadline('application', { kind: 'fixed', closes: { date: '2019-05-17' } })],
  award,
};

const example = (today: Temporal.PlainDate): RoundFacts => ({
  round: EXAMPLE_ROUND,
  announcedOn: today.toString(),
  title: exampleTitle(TITLE),
  summary: {
    de: 'Beispielrunde, für die Demonstration erfunden: Strategien und Vorhaben der digitalen Stadtentwicklung, auch mehrerer Kommunen zusammen.',
    en: 'An example round, invented for the demonstration: strategies and projects of digital urban development, also of several municipalities together.',
  },
  rule,
  deadlines: [strictDeadline('application', { kind: 'fixed', closes: { date: workingDayIn(56, today) } })],
  award,
});

export const smartCities: ProgramFacts = {
  title: TITLE,
  summary: {
    de: 'Städte, Gemeinden und ihre Zusammenschlüsse entwickeln und erproben Strategien für die digitale Stadt.',
    en: 'Towns, municipalities and groups of them develop and try out strategies for the digital city.',
  },
  partners: [
    { name: 'Bundesministerium des Innern, für Bau und Heimat', role: 'funder' },
    { name: 'KfW', role: 'granting_authority', url: 'https://www.kfw.de' },
  ],
  topics: ['Digitalisierung', 'Stadtentwicklung'],
  fundingLevel: 'federal',
  guidelineUrl: null,
  rounds: (today) => [of2019, example(today)],
};
