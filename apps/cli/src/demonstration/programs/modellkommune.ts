import { euros, type ProgramFacts, type RoundFacts, strictDeadline } from '../program-facts.js';
import { all, any, hasInhabitants, isOneOf } from '../rules.js';

const rule = any(all(isOneOf('municipality'), hasInhabitants({ atMost: 300_000 })), isOneOf('county'));

const first: RoundFacts = {
  round: '1',
  announcedOn: '2013-10-07',
  summary: {
    de: 'Drei Kommunen bauen ihre Verwaltung mit 100.000 Euro Zuschuss zum elektronischen Rathaus aus.',
    en: 'Three municipalities get EUR 100,000 each to turn their administration into an electronic town hall.',
  },
  rule,
  deadlines: [strictDeadline('application', { kind: 'fixed', closes: { date: '2013-11-30' } })],
  award: { count: 3, amountEach: euros(100_000) },
  winners: ['DE:05358008', 'DE:05754008', 'DE:07135'],
};

const second: RoundFacts = {
  round: '2',
  announcedOn: '2014-06-12',
  summary: {
    de: 'Fünf weitere Kommunen, drei Städte oder Gemeinden und zwei Landkreise, erhalten je 60.000 Euro für elektronische Verwaltung. Das Geld fließt in zwei Raten.',
    en: 'Five more municipalities, three towns and two counties, get EUR 60,000 each for electronic administration. The money comes in two instalments.',
  },
  rule,
  deadlines: [strictDeadline('application', { kind: 'fixed', closes: { date: '2014-07-25' } })],
  award: {
    count: 5,
    amountEach: euros(60_000),
    slots: [
      { applicantType: 'municipality', count: 3 },
      { applicantType: 'county', count: 2 },
    ],
    instalments: [euros(30_000), euros(30_000)],
  },
};

export const modellkommune: ProgramFacts = {
  title: { de: 'Modellkommune E-Government', en: 'Model Municipality E-Government' },
  summary: {
    de: 'Der Bund unterstützt mit den kommunalen Spitzenverbänden Kommunen, die beim elektronischen Rathaus vorangehen.',
    en: 'The federal government and the municipal associations support municipalities that lead the way to electronic administration.',
  },
  partners: [
    { name: 'Bundesministerium des Innern', role: 'funder' },
    { name: 'Deutscher Städtetag', role: 'partner' },
    { name: 'Deutscher Landkreistag', role: 'partner' },
    { name: 'Deutscher Städte- und Gemeindebund', role: 'partner' },
  ],
  topics: ['Digitalisierung'],
  fundingLevel: 'federal',
  guidelineUrl: null,
  rounds: () => [first, second],
};
