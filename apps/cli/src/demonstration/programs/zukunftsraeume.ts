import { EXAMPLE_ROUND, euros, exampleTitle, type ProgramFacts, type RoundFacts, strictDeadline, workingDayIn } from '../program-facts.js';
import { all, holds, isOneOf, liesIn } from '../rules.js';

const TITLE = { de: 'Zukunftsräume Niedersachsen', en: 'Future Spaces Lower Saxony' };

const rule = all(isOneOf('municipality', 'samtgemeinde'), liesIn('DE-03'), holds('centralPlace'));
const award = { maxAmount: euros(300_000), fundingRate: 6_000, fundingRateFinanciallyWeak: 9_000 };

const inTwoSteps = (interest: string, application: string) => [
  strictDeadline('expression_of_interest', { kind: 'fixed', closes: { date: interest } }),
  strictDeadline('application', { kind: 'fixed', closes: { date: application } }),
];

const of2025: RoundFacts = { round: '2025', announcedOn: '2025-06-16', rule, deadlines: inTwoSteps('2025-08-04', '2025-09-01'), award };

const example = (today: Temporal.PlainDate): RoundFacts => ({
  round: EXAMPLE_ROUND,
  announcedOn: today.toString(),
  title: exampleTitle(TITLE),
  summary: {
    de: 'Beispielrunde, für die Demonstration erfunden: Zentrale Orte in Niedersachsen bekunden zuerst ihr Interesse und stellen dann einen Antrag.',
    en: 'An example round, invented for the demonstration: central places in Lower Saxony first express their interest and then apply.',
  },
  rule,
  deadlines: inTwoSteps(workingDayIn(16, today), workingDayIn(44, today)),
  award,
});

export const zukunftsraeume: ProgramFacts = {
  title: TITLE,
  summary: {
    de: 'Das Land stärkt kleinere und mittlere Städte als Mittelpunkte ihrer Umgebung. Der Antrag folgt auf eine Interessenbekundung.',
    en: 'The state strengthens small and medium-sized towns as centres of their surroundings. The application follows an expression of interest.',
  },
  partners: [{ name: 'Land Niedersachsen', role: 'funder' }],
  topics: ['Stadtentwicklung', 'Dorf und ländlicher Raum'],
  fundingLevel: 'state',
  guidelineUrl: null,
  rounds: (today) => [of2025, example(today)],
};
