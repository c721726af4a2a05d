import type { OpenData } from '../edge/settings.js';

/** What the entry tells of the data itself. */
export interface DescribedData {
  readonly baseUrl: string;
  readonly openData: OpenData;
  /** RFC 3339: the first publication and the last change; absent as long as nothing is published. */
  readonly issued?: string;
  readonly modified?: string;
  readonly topics: readonly string[];
}

const CONTEXT = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  dcatde: 'http://dcat-ap.de/def/dcatde/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
};
const EU = 'http://publications.europa.eu/resource/authority';
const THEMES = ['GOVE', 'ECON', 'REGI'];
const KEYWORDS = ['Förderung', 'Förderprogramme', 'Förderaufrufe', 'Fristen', 'Kommunen', 'Zuwendungen'];
const TEXTS = {
  title: { de: 'Förderprogramme und Förderaufrufe für Kommunen', en: 'Funding programmes and calls for municipalities' },
  description: {
    de: 'Förderprogramme mit ihren Aufrufen: Fristen, Beträge, Beteiligte, Ausgewählte und die genaue Regel, welche Gebietskörperschaft sich bewerben kann.',
    en: 'Funding programmes with their calls: deadlines, amounts, partners, winners, and the exact rule of which authority may apply.',
  },
  catalog: { de: 'Offene Daten des Fördertakts', en: 'Open data of Fördertakt' },
};

const reference = (id: string) => ({ '@id': id });
const instant = (value: string) => ({ '@type': 'xsd:dateTime', '@value': value });
const both = ({ de, en }: { de: string; en: string }) => [
  { '@language': 'de', '@value': de },
  { '@language': 'en', '@value': en },
];

/**
 * A catalogue with its one dataset after DCAT-AP.de 2.0 and the conventions of GovData, as JSON-LD that carries its own context.
 * Licence, contact and contributor are the operator's to say: without them the entry is valid, but GovData does not take it.
 */
export function dataCatalog({ baseUrl, openData, issued, modified, topics }: DescribedData): object {
  const root = `${baseUrl}/open-data`;
  const publisher = {
    '@id': `${baseUrl}/#publisher`,
    '@type': ['foaf:Agent', 'foaf:Organization'],
    'foaf:name': openData.publisher ?? new URL(baseUrl).host,
  };
  const dates = {
    ...(issued !== undefined && { 'dct:issued': instant(issued) }),
    ...(modified !== undefined && { 'dct:modified': instant(modified) }),
  };
  const dataset = {
    '@id': `${root}#dataset`,
    '@type': 'dcat:Dataset',
    'dct:identifier': `${root}#dataset`,
    'dct:title': both(TEXTS.title),
    'dct:description': both(TEXTS.description),
    'dct:publisher': publisher,
    'dcat:contactPoint': contactOf(publisher['foaf:name'], root, openData.contact),
    'dcat:theme': THEMES.map((theme) => reference(`${EU}/data-theme/${theme}`)),
    'dcat:keyword': [...new Set([...KEYWORDS, ...topics])].map((keyword) => ({ '@language': 'de', '@value': keyword })),
    'dcat:landingPage': reference(root),
    'dct:language': [reference(`${EU}/language/DEU`), reference(`${EU}/language/ENG`)],
    'dct:accrualPeriodicity': reference(`${EU}/frequency/UPDATE_CONT`),
    'dct:accessRights': reference(`${EU}/access-right/PUBLIC`),
    ...(openData.contributor !== undefined && { 'dcatde:contributorID': reference(openData.contributor) }),
    ...dates,
    'dcat:distribution': distributions(root, openData, dates),
  };
  return {
    '@context': CONTEXT,
    '@id': `${root}#catalog`,
    '@type': 'dcat:Catalog',
    'dct:title': both(TEXTS.catalog),
    'dct:description': both(TEXTS.description),
    'dct:publisher': reference(publisher['@id']),
    'foaf:homepage': reference(root),
    'dct:language': dataset['dct:language'],
    ...dates,
    'dcat:dataset': dataset,
  };
}

/** Convention 1: a name and one way to ask. */
function contactOf(name: string, page: string, contact = page) {
  const way =
    contact.includes('@') && !contact.startsWith('http')
      ? { 'vcard:hasEmail': reference(`mailto:${contact}`) }
      : { 'vcard:hasURL': reference(contact) };
  return { '@type': ['vcard:Kind', 'vcard:Organization'], 'vcard:fn': name, ...way };
}

function distributions(root: string, { license, publisher }: OpenData, dates: object) {
  const terms = {
    ...(license !== undefined && { 'dct:license': reference(license) }),
    // Convention 35: licences "by" ask for the words in which the source is to be named
    ...(license?.includes('-by') && publisher !== undefined && { 'dcatde:licenseAttributionByText': publisher }),
  };
  const one = (file: string, format: string, title: { de: string; en: string }, schema: string, more: object = {}) => ({
    '@id': `${root}/${file}#distribution`,
    '@type': 'dcat:Distribution',
    'dct:title': both(title),
    'dcat:accessURL': reference(`${root}/${file}`),
    'dcat:downloadURL': reference(`${root}/${file}`),
    'dct:format': reference(`${EU}/file-type/${format}`),
    'foaf:page': reference(`${root}/${schema}`),
    ...more,
    ...terms,
    ...dates,
  });
  return [
    one(
      'catalogue.jsonl',
      'NDJSON',
      { de: 'Der ganze Katalog als JSON Lines', en: 'The whole catalogue as JSON Lines' },
      'catalogue.schema.json',
    ),
    one('calls.csv', 'CSV', { de: 'Alle Aufrufe als Tabelle (CSV)', en: 'All calls as a table (CSV)' }, 'calls.csv-metadata.json', {
      'dcat:mediaType': reference('http://www.iana.org/assignments/media-types/text/csv'),
    }),
  ];
}
