import { fromTerritory, readTerritoryForm, toTerritoryContent } from './territory-form.js';

const BODY = {
  slug: 'kohle',
  'title.de': 'Kohleregionen',
  source: 'InvKG',
  validFrom: '01.01.2022',
  entries: 'DE-12\r\n05358, 053580008008;DE:034585401  05358',
  includes: 'grw',
};

describe('the form of a named territory', () => {
  it('takes keys as people have them, each once', () => {
    const read = toTerritoryContent(readTerritoryForm(BODY), true);
    expect(read).toEqual({
      content: {
        title: { de: 'Kohleregionen' },
        source: 'InvKG',
        sourceUrl: null,
        validFrom: '2022-01-01',
        validTo: null,
        entries: ['DE-12', 'DE:05358', 'DE:05358008', 'DE:034585401'],
        includes: ['grw'],
        excludes: [],
      },
    });
  });

  it('reads what it shows of a stored set', () => {
    const { content } = toTerritoryContent(readTerritoryForm(BODY), true) as { content: Parameters<typeof fromTerritory>[0] };
    expect(toTerritoryContent(fromTerritory({ ...content, slug: 'kohle', version: 3 }), false)).toEqual({ content });
  });

  it.each([
    ['slug', 'Kohle Region', 'not-a-slug'],
    ['title.de', '', 'title-required'],
    ['source', '', 'required'],
    ['sourceUrl', 'javascript:1', 'not-a-url'],
    ['validTo', '31.02.2022', 'not-a-day'],
    ['entries', '05358 Düren', 'not-places'],
  ])('says of %s "%s": %s', (name, value, code) => {
    expect(toTerritoryContent(readTerritoryForm({ ...BODY, [name]: value }), true)).toMatchObject({ faults: { [name]: { code } } });
  });

  it('does not lose the end of a long list', () => {
    const entries = Array.from({ length: 20_000 }, (_, at) => `DE:${String(at).padStart(8, '0')}`);
    const read = toTerritoryContent(readTerritoryForm({ ...BODY, entries: entries.join('\n') }), true);
    expect('content' in read && read.content.entries).toHaveLength(20_000);
  });
});
