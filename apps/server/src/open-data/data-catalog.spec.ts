import { dataCatalog } from './data-catalog.js';

const described = { baseUrl: 'https://foerdertakt.example', topics: ['Klima', 'Kommunen'] };
const said = {
  publisher: 'Land Beispiel',
  license: 'http://dcat-ap.de/def/licenses/dl-by-de/2.0',
  contact: 'daten@land.example',
  contributor: 'http://dcat-ap.de/def/contributors/beispiel',
};
// biome-ignore lint/suspicious/noExplicitAny: JSON-LD
const entry = (openData = {}, more = {}): any => dataCatalog({ ...described, openData, ...more });

/** Specification 2.0, table of classes, column "Verpflichtend", and what the conventions of GovData add (K1, K12, K32, K36). */
const REQUIRED = {
  catalog: ['dct:title', 'dct:description', 'dct:publisher', 'dcat:dataset'],
  dataset: [
    'dct:title',
    'dct:description',
    'dct:publisher',
    'dcat:contactPoint',
    'dcat:theme',
    'dcat:distribution',
    'dcatde:contributorID',
  ],
  distribution: ['dcat:accessURL', 'dct:license', 'dct:format', 'dct:title'],
  agent: ['foaf:name'],
};

describe('the entry after DCAT-AP.de', () => {
  const catalog = entry(said, { issued: '2014-06-12T07:00:00Z', modified: '2026-11-27T09:00:00Z' });
  const dataset = catalog['dcat:dataset'];

  it('has every property that is demanded', () => {
    expect(Object.keys(catalog)).toEqual(expect.arrayContaining(REQUIRED.catalog));
    expect(Object.keys(dataset)).toEqual(expect.arrayContaining(REQUIRED.dataset));
    expect(Object.keys(dataset['dct:publisher'])).toEqual(expect.arrayContaining(REQUIRED.agent));
    expect(dataset['dcat:distribution']).toHaveLength(2);
    for (const distribution of dataset['dcat:distribution'])
      expect(Object.keys(distribution)).toEqual(expect.arrayContaining(REQUIRED.distribution));
  });

  it('uses only prefixes that its context explains, and addresses that are whole', () => {
    const json = JSON.stringify(catalog);
    const prefixes = new Set([...json.matchAll(/"(\w+):\w+"/g)].map(([, prefix]) => prefix!));
    expect([...prefixes].filter((prefix) => !(prefix in catalog['@context']))).toEqual([]);
    const ids = [...json.matchAll(/"@id":"([^"]+)"/g)].map(([, id]) => id!);
    expect(ids.filter((id) => !URL.canParse(id))).toEqual([]);
  });

  it('says whom to ask, and by mail or form', () => {
    expect(dataset['dcat:contactPoint']).toMatchObject({
      'vcard:fn': 'Land Beispiel',
      'vcard:hasEmail': { '@id': 'mailto:daten@land.example' },
    });
    expect(entry({ contact: 'https://a.example/@form' })['dcat:dataset']['dcat:contactPoint']).toMatchObject({
      'vcard:hasURL': { '@id': 'https://a.example/@form' },
    });
  });

  it('names the source where the licence asks for it', () => {
    expect(dataset['dcat:distribution'][0]).toMatchObject({ 'dcatde:licenseAttributionByText': 'Land Beispiel' });
    const zero = entry({ ...said, license: 'http://dcat-ap.de/def/licenses/dl-zero-de/2.0' });
    expect(JSON.stringify(zero)).not.toContain('AttributionByText');
  });

  it('claims nothing that the operator has not said', () => {
    const silent = entry();
    expect(JSON.stringify(silent)).not.toMatch(/license|contributorID|dct:issued|undefined|null/);
    expect(silent['dcat:dataset']['dct:publisher']['foaf:name']).toBe('foerdertakt.example');
  });

  it('names each keyword once', () => {
    const words = dataset['dcat:keyword'].map((each: { '@value': string }) => each['@value']);
    expect(words).toContain('Klima');
    expect(new Set(words).size).toBe(words.length);
  });
});
