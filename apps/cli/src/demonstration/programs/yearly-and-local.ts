import { euros, type ProgramFacts, strictDeadline } from '../program-facts.js';
import { all, any, holds, isOneOf, liesIn } from '../rules.js';

export const stadtradeln: ProgramFacts = {
  title: { de: 'STADTRADELN-Förderung Schleswig-Holstein', en: 'STADTRADELN funding Schleswig-Holstein' },
  summary: {
    de: 'Das Land übernimmt Kosten der Teilnahme am Wettbewerb STADTRADELN. Gemeinden eines Kreises sind dabei, wenn ihr Kreis teilnimmt.',
    en: 'The state bears costs of taking part in the cycling campaign STADTRADELN. Municipalities of a county are in if their county takes part.',
  },
  partners: [
    { name: 'Ministerium für Energiewende, Klimaschutz, Umwelt und Natur', role: 'funder' },
    { name: 'RAD.SH', role: 'program_agency', url: 'https://rad.sh' },
  ],
  topics: ['Mobilität', 'Klima und Umwelt'],
  fundingLevel: 'state',
  guidelineUrl: null,
  rounds: () => [
    {
      round: 'yearly',
      announcedOn: '2023-03-06',
      rule: any(
        all(isOneOf('county', 'independent_city'), liesIn('DE-01')),
        all(isOneOf('district_municipality'), liesIn('DE-01'), holds('countyParticipates')),
      ),
      deadlines: [strictDeadline('registration', { kind: 'yearly', closes: [{ monthDay: '07-31' }], opens: { monthDay: '04-01' } })],
      award: {},
    },
  ],
};

export const zusammenarbeitBayern: ProgramFacts = {
  title: { de: 'Interkommunale Zusammenarbeit Bayern', en: 'Intermunicipal cooperation Bavaria' },
  summary: {
    de: 'Der Freistaat fördert Kommunen, die Aufgaben dauerhaft gemeinsam erledigen. Der Antrag muss vor dem Beginn des Vorhabens da sein.',
    en: 'The state supports municipalities that share tasks for good. The application must arrive before the project begins.',
  },
  partners: [{ name: 'Bayerisches Staatsministerium des Innern', role: 'funder' }],
  topics: ['Zusammenarbeit'],
  fundingLevel: 'state',
  guidelineUrl: null,
  rounds: () => [
    {
      round: 'rolling',
      announcedOn: '2022-01-17',
      rule: all(isOneOf('municipality', 'county', 'municipal_association', 'special_purpose_association'), liesIn('DE-09')),
      deadlines: [strictDeadline('application', { kind: 'relative', before: 'project_start', duration: 'P0D' })],
      award: { maxAmount: euros(50_000), fundingRate: 8_500 },
    },
  ],
};

export const kulturelleBildung: ProgramFacts = {
  title: { de: 'Kulturelle Bildung Düsseldorf', en: 'Cultural education Düsseldorf' },
  summary: {
    de: 'Die Landeshauptstadt fördert Vorhaben der kulturellen Bildung, mit zwei Stichtagen im Jahr.',
    en: 'The state capital supports projects of cultural education, with two cut-off dates a year.',
  },
  partners: [{ name: 'Landeshauptstadt Düsseldorf', role: 'funder' }],
  topics: ['Kultur', 'Bildung'],
  fundingLevel: 'local',
  guidelineUrl: null,
  rounds: () => [
    {
      round: 'yearly',
      announcedOn: '2021-01-11',
      rule: { authority: { in: ['DE:05111000'] } },
      deadlines: [strictDeadline('application', { kind: 'yearly', closes: [{ monthDay: '03-01' }, { monthDay: '10-01' }] })],
      award: {},
    },
  ],
};
