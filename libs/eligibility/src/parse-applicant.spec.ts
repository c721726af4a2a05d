import fc from 'fast-check';
import { isKeyOnly, parseApplicant, parseFacts } from './parse-applicant.js';

const faultsOf = (value: unknown) => parseApplicant(value, '/applicant').faults.map(({ pointer, code }) => `${pointer} ${code}`);

describe('an applicant as it is sent', () => {
  it('has no tag, no figure and no fact where none is given', () => {
    expect(parseApplicant({}).applicant).toEqual({ types: [], population: [], facts: new Map() });
  });

  it('may give its population as a bare number, which counts for every reference date', () => {
    expect(parseApplicant({ population: 93_207 }).applicant?.population).toEqual([{ value: 93_207 }]);
  });

  it('may give a series of figures, facts of any name, and all else', () => {
    const figures = [{ value: 1, asOf: '2022-12-31', source: 'Destatis' }, { value: 2 }];
    const facts = JSON.parse('{"__proto__": true, "constructor": "x", "balance": -5.5}');
    const { applicant } = parseApplicant({
      key: 'DE:05358008',
      name: 'Düren',
      types: ['town'],
      territory: 'DE-05358008',
      population: figures,
      facts,
    });
    expect(applicant).toMatchObject({ key: 'DE:05358008', name: 'Düren', types: ['town'], territory: 'DE-05358008', population: figures });
    expect([...applicant!.facts]).toEqual([
      ['__proto__', true],
      ['constructor', 'x'],
      ['balance', -5.5],
    ]);
  });

  it.each([
    [null, ['/applicant not-an-object']],
    [{ typ: [] }, ['/applicant/typ unknown-property']],
    [{ types: 'town' }, ['/applicant/types not-a-list']],
    [{ types: ['town', 5] }, ['/applicant/types/1 not-a-text']],
    [{ key: '' }, ['/applicant/key empty-text']],
    [{ territory: null }, ['/applicant/territory not-a-text']],
    [{ population: -1 }, ['/applicant/population negative-number']],
    [{ population: 1.5 }, ['/applicant/population not-whole']],
    [{ population: [{ asOf: 'today' }] }, ['/applicant/population/0/asOf not-a-day', '/applicant/population/0/value not-a-number']],
    [{ facts: [] }, ['/applicant/facts not-an-object']],
    [{ facts: { 'a/b': null } }, ['/applicant/facts/a~1b not-a-fact']],
    [{ facts: { '': true } }, ['/applicant/facts/ empty-text']],
  ])('%j: %j', (value, faults) => {
    expect(faultsOf(value)).toEqual(faults);
    expect(parseApplicant(value).applicant).toBeUndefined();
  });

  it('is to be filled in from the register where there is a key and nothing that says more', () => {
    expect(isKeyOnly({ key: 'DE:05358008', name: 'Düren' })).toBe(true);
    expect(['types', 'territory', 'population', 'facts'].map((said) => isKeyOnly({ key: 'DE:05358008', [said]: [] }))).toEqual([
      false,
      false,
      false,
      false,
    ]);
    expect([null, [], 'DE:05358008', {}, { key: 5 }].map(isKeyOnly)).toEqual([false, false, false, false, false]);
  });

  it('is read without ever throwing', () => {
    const property = fc.constantFrom('key', 'types', 'territory', 'population', 'facts', 'value', 'asOf', '__proto__');
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), fc.dictionary(property, fc.jsonValue())), (value) => {
        const sent = JSON.parse(JSON.stringify(value));
        expect(parseApplicant(sent).applicant === undefined).toBe(parseApplicant(sent).faults.length > 0);
        parseFacts(sent);
        isKeyOnly(sent);
      }),
    );
  });
});
