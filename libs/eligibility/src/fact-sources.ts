import type { Locale, Localized } from '@app/kernel/locale.js';

/** Where an authority can look a fact up. */
export interface FactSource {
  readonly text: string;
  /** A public list or map, where there is one. */
  readonly url?: string;
}

interface Source {
  readonly text: Localized;
  readonly url?: string;
}

const SUPERVISION: Source = {
  text: {
    de: 'Kämmerei; die Kommunalaufsicht stellt es mit der Genehmigung des Haushalts fest',
    en: 'treasury; the supervisory authority states it when it approves the budget',
  },
};
const FUNDER: Source = {
  text: {
    de: 'im Text des Aufrufs, oder beim Fördergeber erfragen',
    en: 'in the text of the call, or ask the funder',
  },
};
const PARTNERS: Source = {
  text: { de: 'folgt aus den Partnern der gemeinsamen Bewerbung', en: 'follows from the partners of the joint application' },
};

/**
 * By the names of facts that calls of our catalogue ask for. Offices are named as town halls know them; an address is given only where the
 * list is kept by the body that decides it.
 */
const SOURCES: Readonly<Record<string, Source>> = {
  financiallyWeak: {
    text: {
      de: 'Kämmerei; viele Länder führen eine Liste, sonst entscheidet die Kommunalaufsicht',
      en: 'treasury; many states keep a list, else the supervisory authority decides',
    },
  },
  budgetConsolidation: SUPERVISION,
  budgetStatus: SUPERVISION,
  receivedBedarfszuweisung2022: {
    text: { de: 'Kämmerei; Bescheid des Landes über die Bedarfszuweisung', en: 'treasury; the state’s notice on the special-needs grant' },
  },
  grwArea: {
    text: {
      de: 'Karte der GRW-Fördergebiete beim Bundeswirtschaftsministerium, oder Wirtschaftsförderung des Kreises',
      en: 'map of the GRW areas of the Federal Ministry for Economic Affairs, or the county’s economic development office',
    },
    url: 'https://www.bundeswirtschaftsministerium.de/',
  },
  degurba: {
    text: { de: 'Eurostat, Grad der Verstädterung; auch im Gemeindeverzeichnis von Destatis', en: 'Eurostat, degree of urbanisation' },
    url: 'https://ec.europa.eu/eurostat/web/degree-of-urbanisation',
  },
  settlementType: {
    text: { de: 'Raumbeobachtung des BBSR', en: 'spatial monitoring of the BBSR' },
    url: 'https://www.bbsr.bund.de/',
  },
  sparselyPopulatedRural: {
    text: { de: 'Raumbeobachtung des BBSR', en: 'spatial monitoring of the BBSR' },
    url: 'https://www.bbsr.bund.de/',
  },
  centralPlace: {
    text: {
      de: 'Landesentwicklungsplan oder Regionalplan; Regionalplanung des Kreises',
      en: 'state or regional plan; the county’s regional planning',
    },
  },
  centrality: {
    text: {
      de: 'Landesentwicklungsplan oder Regionalplan; Regionalplanung des Kreises',
      en: 'state or regional plan; the county’s regional planning',
    },
  },
  leaderArea: {
    text: {
      de: 'Geschäftsstelle der LEADER-Region; Liste der Deutschen Vernetzungsstelle',
      en: 'office of the LEADER region; list of the German rural network',
    },
    url: 'https://www.netzwerk-laendlicher-raum.de/',
  },
  placePopulation: {
    text: {
      de: 'Einwohnermeldeamt: Zahl der Hauptwohnungen im Ortsteil',
      en: 'residents’ registration office: main residences in the village',
    },
  },
  ruralCatchmentProven: {
    text: { de: 'Fachamt; der Nachweis liegt dem Antrag bei', en: 'department in charge; the proof goes with the application' },
  },
  inGebietskulisse: FUNDER,
  countyParticipates: { text: { de: 'Kreisverwaltung', en: 'county administration' } },
  approvedClimatePlan: {
    text: {
      de: 'Klimaschutzmanagement oder Sitzungsdienst: Beschluss des Rates',
      en: 'climate officer or council service: the council’s resolution',
    },
  },
  alreadyReceivedEucf: {
    text: {
      de: 'Kämmerei, oder die Liste der Geförderten bei der European City Facility',
      en: 'treasury, or the beneficiaries named by the European City Facility',
    },
    url: 'https://www.eucityfacility.eu/',
  },
  inACVorPVD: {
    text: {
      de: 'Liste der ANCT (Agence nationale de la cohésion des territoires)',
      en: 'list of the ANCT (Agence nationale de la cohésion des territoires)',
    },
    url: 'https://agence-cohesion-territoires.gouv.fr/',
  },
  msaPrincipalCity: {
    text: { de: 'Verzeichnis des U.S. Census Bureau', en: 'delineation files of the U.S. Census Bureau' },
    url: 'https://www.census.gov/programs-surveys/metro-micro.html',
  },
  metropolitan: {
    text: { de: 'Verzeichnis des U.S. Census Bureau', en: 'delineation files of the U.S. Census Bureau' },
    url: 'https://www.census.gov/programs-surveys/metro-micro.html',
  },
  populationWithoutEntitledCities: FUNDER,
  countryHasFewerThanTwo: FUNDER,
  'countries>=2': PARTNERS,
  oneEuMember: PARTNERS,
};

/** Where to find a fact; of one that nobody has described the text of the call says it, or the funder. */
export function factSource(name: string, locale: Locale): FactSource {
  const { text, url } = Object.hasOwn(SOURCES, name) ? SOURCES[name]! : FUNDER;
  return { text: text[locale], ...(url !== undefined && { url }) };
}
