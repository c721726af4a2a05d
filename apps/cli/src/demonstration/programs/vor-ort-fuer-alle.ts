import { EXAMPLE_ROUND, euros, exampleTitle, type ProgramFacts, type RoundFacts, strictDeadline, workingDayIn } from '../program-facts.js';
import { all, any, hasInhabitants, holds, isOneOf } from '../rules.js';

const TITLE = { de: 'Vor Ort für Alle', en: 'On the Spot for Everyone' };

const rule = any(
  all(isOneOf('municipality'), hasInhabitants({ atMost: 20_000 })),
  all(isOneOf('municipality'), hasInhabitants({ moreThan: 20_000 }), holds('ruralCatchmentProven')),
);
const award = { maxAmount: euros(25_000), ownShare: 2_500, totalBudget: euros(1_500_000) };

const of2020: RoundFacts = {
  round: '2020',
  announcedOn: '2020-05-08',
  rule,
  deadlines: [
    strictDeadline('application', { kind: 'rolling', opens: { date: '2020-05-15' }, until: { date: '2020-11-15' }, untilExhausted: true }),
  ],
  award,
};

const example = (today: Temporal.PlainDate): RoundFacts => ({
  round: EXAMPLE_ROUND,
  announcedOn: today.toString(),
  title: exampleTitle(TITLE),
  summary: {
    de: 'Beispielrunde, für die Demonstration erfunden: Bibliotheken in kleinen Orten werden zu Treffpunkten, mit höchstens 25.000 Euro.',
    en: 'An example round, invented for the demonstration: libraries in small places become meeting places, with EUR 25,000 at most.',
  },
  rule,
  deadlines: [strictDeadline('application', { kind: 'fixed', closes: { date: workingDayIn(30, today) } })],
  award,
});

export const vorOrtFuerAlle: ProgramFacts = {
  title: TITLE,
  summary: {
    de: 'Öffentliche Bibliotheken auf dem Land werden ausgestattet und umgebaut, damit sie Treffpunkte für alle sind. Bewerben kann sich, wer höchstens 20.000 Einwohner hat oder ein ländliches Einzugsgebiet nachweist.',
    en: 'Public libraries in the country are equipped and converted into meeting places for everyone. Open to municipalities with at most 20,000 inhabitants or a proven rural catchment area.',
  },
  partners: [
    { name: 'Beauftragte der Bundesregierung für Kultur und Medien', role: 'funder' },
    { name: 'Deutscher Bibliotheksverband', role: 'program_agency', url: 'https://www.bibliotheksverband.de' },
  ],
  topics: ['Kultur', 'Dorf und ländlicher Raum'],
  fundingLevel: 'federal',
  guidelineUrl: null,
  rounds: (today) => [of2020, example(today)],
};
