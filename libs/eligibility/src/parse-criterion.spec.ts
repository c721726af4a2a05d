import fc from 'fast-check';
import { rules } from '../test/arbitraries.js';
import { faultText } from './fault-texts.js';
import { LIMITS, parseCriterion } from './parse-criterion.js';

const town = { applicantType: { in: ['municipality'] } };
const faultsOf = (value: unknown, pointer?: string) =>
  parseCriterion(value, pointer).faults.map((fault) => `${fault.pointer} ${fault.code}`);

describe('a rule that is sound', () => {
  it.each([
    { allOf: [] },
    { anyOf: [town, { not: town }], id: 'who', label: { de: 'Wer' }, source: { quote: 'Städte', url: 'https://example.org/a' } },
    { population: { atLeast: 0, lessThan: 20_000, asOf: '2022-12-31' } },
    { territory: { in: ['DE-05', 'named:leader'] } },
    { authority: { in: [] } },
    { fact: { name: 'countries>=2', is: '' } },
    { fact: { name: '__proto__', atLeast: -5.5 } },
    { applicantType: { in: ['a tag nobody has heard of'] } },
    { jointApplication: {} },
    {
      jointApplication: {
        members: { atLeast: 2 },
        population: { atMost: 9 },
        eachMember: town,
        lead: town,
        whole: { not: { fact: { name: 'a', is: true } } },
      },
    },
  ])('%j', (rule) => {
    expect(parseCriterion(rule)).toEqual({ criterion: rule, faults: [] });
  });

  it('is every random one', () => {
    fc.assert(fc.property(rules, (rule) => expect(faultsOf(JSON.parse(JSON.stringify(rule)))).toEqual([])));
  });
});

describe('each fault has a pointer', () => {
  it.each([
    ['no object', null, [' not-an-object']],
    ['a list', [town], [' not-an-object']],
    ['no operator', {}, [' no-operator']],
    ['two operators', { allOf: [], not: town }, [' several-operators']],
    ['an unknown property', { ...town, whatever: 1 }, ['/whatever unknown-property']],
    ['a name with a slash and a tilde', { ...town, 'a/b~c': 1 }, ['/a~1b~0c unknown-property']],
    ['a prototype', JSON.parse('{"__proto__": {"allOf": []}}'), ['/__proto__ unknown-property', ' no-operator']],
    ['a constructor', { constructor: 1, ...town }, ['/constructor unknown-property']],
    ['no list of branches', { allOf: town }, ['/allOf not-a-list']],
    ['faults in two branches', { anyOf: [{}, town, { not: 5 }] }, ['/anyOf/0 no-operator', '/anyOf/2/not not-an-object']],
    ['no entries', { applicantType: {} }, ['/applicantType/in not-a-list']],
    ['an empty tag', { applicantType: { in: ['a', ''] } }, ['/applicantType/in/1 empty-text']],
    ['a long tag', { applicantType: { in: ['x'.repeat(101)] } }, ['/applicantType/in/0 too-long']],
    [
      'a tag that no database keeps',
      { applicantType: { in: ['a\0', '\ud800'] } },
      ['/applicantType/in/0 not-a-text', '/applicantType/in/1 not-a-text'],
    ],
    ['a set without a name', { territory: { in: ['named:'] } }, ['/territory/in/0 no-name']],
    ['no bound', { population: {} }, ['/population no-bound']],
    ['a date alone', { population: { asOf: '2022-12-31' } }, ['/population no-bound']],
    ['a negative number of people', { population: { atMost: -1 } }, ['/population/atMost negative-number']],
    ['a number in words', { population: { atMost: '5' } }, ['/population/atMost not-a-number']],
    ['an infinite number', { population: { atMost: Number.POSITIVE_INFINITY } }, ['/population/atMost not-a-number']],
    ['a day that is none', { population: { atMost: 1, asOf: '2023-02-29' } }, ['/population/asOf not-a-day']],
    ['a day written otherwise', { population: { atMost: 1, asOf: '31.12.2022' } }, ['/population/asOf not-a-day']],
    ['an instant', { population: { atMost: 1, asOf: '2022-12-31T00:00:00Z' } }, ['/population/asOf not-a-day']],
    ['a fact without a name', { fact: { is: true } }, ['/fact/name not-a-text']],
    ['a fact with both', { fact: { name: 'a', is: true, atMost: 5 } }, ['/fact is-or-range']],
    ['a fact with neither', { fact: { name: 'a' } }, ['/fact is-or-range']],
    ['a fact that is a number', { fact: { name: 'a', is: 5 } }, ['/fact/is not-a-text']],
    ['half a member', { jointApplication: { members: { atLeast: 1.5 } } }, ['/jointApplication/members/atLeast not-whole']],
    [
      'one within the other',
      { jointApplication: { lead: { anyOf: [{ jointApplication: {} }] } } },
      ['/jointApplication/lead/anyOf/0/jointApplication nested-joint-application'],
    ],
    ['a town as a whole', { jointApplication: { whole: { allOf: [town] } } }, ['/jointApplication/whole/allOf/0/applicantType only-facts']],
    ['an empty label', { ...town, label: {} }, ['/label empty-text']],
    ['a script as a source', { ...town, source: { url: 'javascript:alert(1)' } }, ['/source/url not-a-link']],
  ])('%s', (_, value, faults) => {
    expect(faultsOf(value)).toEqual(faults);
    expect(parseCriterion(value).criterion).toBeUndefined();
  });

  it('that begins where the rule stands', () => {
    expect(faultsOf({ not: {} }, '/rule')).toEqual(['/rule/not no-operator']);
  });
});

describe('limits', () => {
  const nested = (depth: number): unknown => (depth === 1 ? town : { not: nested(depth - 1) });

  it('of depth', () => {
    expect(faultsOf(nested(LIMITS.depth))).toEqual([]);
    expect(faultsOf(nested(LIMITS.depth + 1))).toEqual([`${'/not'.repeat(LIMITS.depth)} too-deep`]);
    expect(faultsOf(nested(5_000))).toHaveLength(1);
  });

  it('of criteria', () => {
    const wide = (count: number) => ({ anyOf: Array.from({ length: count }, () => town) });
    expect(faultsOf(wide(LIMITS.nodes - 1))).toEqual([]);
    expect(faultsOf(wide(LIMITS.nodes + 50))).toEqual([`/anyOf/${LIMITS.nodes - 1} too-many-nodes`]);
  });

  it('of entries', () => {
    const listed = (count: number) => ({ authority: { in: Array.from({ length: count }, (_, i) => `DE:${i}`) } });
    expect(faultsOf({ anyOf: [listed(12_000), listed(8_000)] })).toEqual([]);
    expect(faultsOf({ anyOf: [listed(12_000), listed(8_001)] })).toEqual(['/anyOf/1/authority too-many-entries']);
  });
});

describe('reading anything', () => {
  it('never throws, and gives a criterion exactly where there is no fault', () => {
    const operator = fc.constantFrom(
      'allOf',
      'anyOf',
      'not',
      'population',
      'territory',
      'fact',
      'jointApplication',
      'in',
      'whole',
      'id',
      'source',
      '__proto__',
    );
    const likely = fc.letrec((tie) => ({
      node: fc.oneof(
        { maxDepth: 4 },
        fc.jsonValue(),
        fc.array(tie('node'), { maxLength: 3 }),
        fc.dictionary(operator, tie('node'), { maxKeys: 3 }),
      ),
    })).node;
    fc.assert(
      fc.property(likely, (value) => {
        const { criterion, faults } = parseCriterion(JSON.parse(JSON.stringify(value)));
        expect(criterion === undefined).toBe(faults.length > 0);
        for (const fault of faults) expect(faultText(fault, 'de')).toMatch(/\.$/);
      }),
      { numRuns: 2_000 },
    );
  });
});
