import { type ProgramFacts, strictDeadline } from '../program-facts.js';
import { all, holds, isOneOf, liesIn } from '../rules.js';

const rule = all(
  isOneOf('municipality', 'county'),
  liesIn('DE-05'),
  { fact: { name: 'placePopulation', atMost: 10_000 } },
  holds('inGebietskulisse'),
);
const NORTH_RHINE_WESTPHALIA = [{ name: 'Land Nordrhein-Westfalen', role: 'funder' }] as const;

export const strukturUndDorfentwicklung: ProgramFacts = {
  title: {
    de: 'Struktur- und Dorfentwicklung Nordrhein-Westfalen',
    en: 'Structural and village development North Rhine-Westphalia',
  },
  summary: {
    de: 'Zuschüsse für lebendige Orte und Dörfer mit höchstens 10.000 Einwohnern in der Gebietskulisse des ländlichen Raums.',
    en: 'Grants for lively villages of at most 10,000 inhabitants in the target area of rural development.',
  },
  partners: NORTH_RHINE_WESTPHALIA,
  topics: ['Dorf und ländlicher Raum'],
  fundingLevel: 'state',
  guidelineUrl: null,
  rounds: () => [
    {
      round: '2026',
      announcedOn: '2025-12-08',
      rule,
      deadlines: [strictDeadline('application', { kind: 'fixed', opens: { date: '2026-01-01' }, closes: { date: '2026-03-15' } })],
      award: {},
    },
  ],
};

export const dorferneuerung: ProgramFacts = {
  title: { de: 'Dorferneuerung Nordrhein-Westfalen', en: 'Village renewal North Rhine-Westphalia' },
  summary: {
    de: 'Jedes Jahr bis Ende September: Zuschüsse, mit denen Dörfer ihre Plätze, Gebäude und Treffpunkte erneuern.',
    en: 'Every year until the end of September: grants for villages that renew their squares, buildings and meeting places.',
  },
  partners: NORTH_RHINE_WESTPHALIA,
  topics: ['Dorf und ländlicher Raum'],
  fundingLevel: 'state',
  guidelineUrl: null,
  rounds: () => [
    {
      round: 'yearly',
      announcedOn: '2019-02-04',
      rule,
      deadlines: [strictDeadline('application', { kind: 'yearly', closes: [{ monthDay: '09-30' }] })],
      award: {},
    },
  ],
};
