import type { Locale, Localized } from '@app/kernel/locale.js';

/** Names of the facts that calls of our catalogue ask for, as they read after "Es fehlt:". The vocabulary is open. */
const FACTS: Readonly<Record<string, Localized>> = {
  financiallyWeak: { de: 'finanzschwach', en: 'financially weak' },
  grwArea: { de: 'GRW-Fördergebiet', en: 'GRW assisted area' },
  budgetConsolidation: { de: 'Haushaltssicherung', en: 'budget consolidation' },
  budgetStatus: { de: 'Haushaltslage', en: 'budget status' },
  degurba: { de: 'Grad der Verstädterung (DEGURBA)', en: 'degree of urbanisation (DEGURBA)' },
  settlementType: { de: 'Siedlungstyp', en: 'settlement type' },
  ruralCatchmentProven: { de: 'ländliches Einzugsgebiet nachgewiesen', en: 'rural catchment area proven' },
  centralPlace: { de: 'zentraler Ort', en: 'central place' },
  placePopulation: { de: 'Einwohner des Ortsteils', en: 'inhabitants of the village' },
  inGebietskulisse: { de: 'Gebietskulisse', en: 'target area' },
  leaderArea: { de: 'LEADER-Gebiet', en: 'LEADER area' },
  countyParticipates: { de: 'Kreis nimmt teil', en: 'county takes part' },
  approvedClimatePlan: { de: 'beschlossener Klimaschutzplan', en: 'approved climate plan' },
  alreadyReceivedEucf: { de: 'EUCF-Förderung schon erhalten', en: 'EUCF support already received' },
  receivedBedarfszuweisung2022: { de: 'Bedarfszuweisung 2022 erhalten', en: 'special-needs grant received in 2022' },
  sparselyPopulatedRural: { de: 'dünn besiedelt und ländlich', en: 'sparsely populated and rural' },
  centrality: { de: 'Zentralität', en: 'centrality' },
  inACVorPVD: { de: 'gefördert durch ACV oder PVD', en: 'supported by ACV or PVD' },
  msaPrincipalCity: { de: 'Hauptstadt einer Metropolregion (MSA)', en: 'principal city of a metropolitan area (MSA)' },
  metropolitan: { de: 'in einer Metropolregion', en: 'in a metropolitan area' },
  populationWithoutEntitledCities: { de: 'Einwohner ohne eigens geförderte Städte', en: 'inhabitants outside entitled cities' },
  countryHasFewerThanTwo: { de: 'Staat mit weniger als zwei solchen Städten', en: 'country with fewer than two such cities' },
  'countries>=2': { de: 'mindestens zwei Staaten beteiligt', en: 'at least two countries take part' },
  oneEuMember: { de: 'ein EU-Mitgliedstaat beteiligt', en: 'an EU member state takes part' },
};

/** "ländliches Einzugsgebiet nachgewiesen"; a fact that nobody has named is called by itself. */
export function factName(name: string, locale: Locale): string {
  return Object.hasOwn(FACTS, name) ? FACTS[name]![locale] : name;
}

/** Every fact that has a name, for choices in forms. */
export const NAMED_FACTS: readonly string[] = Object.keys(FACTS);
