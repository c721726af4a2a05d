import { euros, type ProgramFacts, strictDeadline } from '../program-facts.js';
import { all, any, hasInhabitants, isOneOf, liesIn } from '../rules.js';

const rolling = [strictDeadline('application', { kind: 'rolling' })];

export const waermeplanung: ProgramFacts = {
  title: {
    de: 'Freiwillige kommunale Wärmeplanung Baden-Württemberg',
    en: 'Voluntary municipal heat planning Baden-Württemberg',
  },
  summary: {
    de: 'Gemeinden, die keinen Wärmeplan aufstellen müssen, erhalten für einen freiwilligen 80 Prozent der Kosten. Drei oder mehr Gemeinden können gemeinsam planen.',
    en: 'Municipalities that need not draw up a heat plan get 80 per cent of the cost of a voluntary one. Three or more municipalities may plan together.',
  },
  partners: [
    { name: 'Umweltministerium Baden-Württemberg', role: 'funder' },
    { name: 'Projektträger Karlsruhe', role: 'program_agency' },
  ],
  topics: ['Klima und Umwelt', 'Energie'],
  fundingLevel: 'state',
  guidelineUrl: null,
  rounds: () => [
    {
      round: 'rolling',
      announcedOn: '2021-10-04',
      rule: any(
        all(
          isOneOf('municipality'),
          { not: isOneOf('independent_city', 'large_district_town') },
          hasInhabitants({ moreThan: 5_000 }),
          liesIn('DE-08'),
        ),
        { jointApplication: { members: { atLeast: 3 }, eachMember: all(isOneOf('municipality'), liesIn('DE-08')) } },
      ),
      deadlines: rolling,
      award: { fundingRate: 8_000 },
    },
  ],
};

export const natuerlicherKlimaschutz: ProgramFacts = {
  title: {
    de: 'Natürlicher Klimaschutz in Kommunen (KfW 444)',
    en: 'Nature-based climate action in municipalities (KfW 444)',
  },
  summary: {
    de: 'Zuschüsse für naturnahe Grünflächen, Bäume und Böden in Städten und Gemeinden. Anträge sind laufend möglich.',
    en: 'Grants for near-natural green spaces, trees and soils in towns and municipalities. Applications are possible at any time.',
  },
  partners: [
    { name: 'Bundesumweltministerium', role: 'funder' },
    { name: 'KfW', role: 'granting_authority', url: 'https://www.kfw.de/444' },
  ],
  topics: ['Klima und Umwelt'],
  fundingLevel: 'federal',
  guidelineUrl: null,
  rounds: () => [
    {
      round: 'rolling',
      announcedOn: '2024-02-01',
      rule: isOneOf(
        'municipality',
        'county',
        'municipal_association',
        'special_purpose_association',
        'municipal_enterprise_dependent',
        'other_public_body',
      ),
      deadlines: rolling,
      award: { fundingRate: 8_000, fundingRateFinanciallyWeak: 9_000, minimumGrantThreshold: euros(15_000) },
      source: { url: 'https://www.kfw.de/444' },
    },
  ],
};
