import { EXAMPLE_ROUND, euros, exampleTitle, type ProgramFacts, type RoundFacts, strictDeadline, workingDayIn } from '../program-facts.js';
import { all, any, holds, isOneOf, liesIn } from '../rules.js';

export const klar: ProgramFacts = {
  title: { de: 'KLAR! Klimawandel-Anpassungsmodellregionen', en: 'KLAR! climate change adaptation model regions' },
  summary: {
    de: 'Österreichische Gemeinden bereiten sich als Region von fünf bis zwanzig Mitgliedern auf den Klimawandel vor.',
    en: 'Austrian municipalities prepare for climate change as a region of five to twenty members.',
  },
  partners: [{ name: 'Klima- und Energiefonds', role: 'funder', url: 'https://www.klimafonds.gv.at' }],
  topics: ['Klima und Umwelt'],
  fundingLevel: 'federal',
  guidelineUrl: null,
  rounds: () => [
    {
      round: '2023',
      announcedOn: '2023-10-02',
      rule: {
        jointApplication: {
          members: { atLeast: 5, atMost: 20 },
          population: { atLeast: 3_000 },
          eachMember: all(isOneOf('municipality'), liesIn('AT')),
        },
      },
      deadlines: [
        strictDeadline(
          'application',
          {
            kind: 'cut_offs',
            closes: [
              { date: '2024-01-31', time: '12:00' },
              { date: '2024-03-29', time: '12:00' },
            ],
          },
          'Europe/Vienna',
        ),
      ],
      award: {},
    },
  ],
};

const EUCF = { de: 'European City Facility', en: 'European City Facility' };
const rule = any(
  all(isOneOf('municipality', 'county', 'local_public_entity'), holds('approvedClimatePlan'), holds('alreadyReceivedEucf', false)),
  {
    jointApplication: {
      members: { atLeast: 2 },
      eachMember: all(isOneOf('municipality', 'county'), holds('alreadyReceivedEucf', false)),
    },
  },
);
const award = { amountEach: euros(60_000) };

const second: RoundFacts = {
  round: '2',
  announcedOn: '2021-03-29',
  rule,
  deadlines: [strictDeadline('application', { kind: 'fixed', closes: { date: '2021-05-31' } }, 'Europe/Brussels')],
  award,
};

const example = (today: Temporal.PlainDate): RoundFacts => ({
  round: EXAMPLE_ROUND,
  announcedOn: today.toString(),
  title: exampleTitle(EUCF),
  summary: {
    de: 'Beispielrunde, für die Demonstration erfunden: 60.000 Euro, um Investitionen in Energie und Klimaschutz vorzubereiten. Annahmeschluss ist um 17 Uhr in Brüssel.',
    en: 'An example round, invented for the demonstration: EUR 60,000 for preparing investments in energy and climate action. It closes at 17:00 in Brussels.',
  },
  rule,
  deadlines: [
    strictDeadline('application', { kind: 'fixed', closes: { date: workingDayIn(84, today), time: '17:00' } }, 'Europe/Brussels'),
  ],
  award,
});

export const europeanCityFacility: ProgramFacts = {
  title: EUCF,
  summary: {
    de: 'Die Europäische Union gibt Kommunen mit beschlossenem Klimaschutzplan 60.000 Euro, damit sie Investitionen vorbereiten. Mehrere Kommunen können sich zusammentun.',
    en: 'The European Union gives municipalities with an approved climate plan EUR 60,000 to prepare investments. Several municipalities may join.',
  },
  partners: [{ name: 'European Commission', role: 'funder', url: 'https://commission.europa.eu' }],
  topics: ['Klima und Umwelt', 'Energie'],
  fundingLevel: 'eu',
  guidelineUrl: null,
  rounds: (today) => [second, example(today)],
};
