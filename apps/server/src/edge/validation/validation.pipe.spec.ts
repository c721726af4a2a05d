import { DomainError } from '@app/kernel/domain-error.js';
import type { Type } from '@nestjs/common';
import { PageQuery } from '../paging/page-query.js';
import { DayText, Email, Flag, Json, ListOf, LocalizedText, MoneyField, Nested, Text, Url, Whole } from './fields.js';
import { oneOfKind } from './text-kinds.js';
import { ValidationPipe } from './validation.pipe.js';

class PartnerDto {
  @Text({ max: 20 }) name: string;
  @Url({ optional: true }) url?: string;
}

class ProgramDto {
  @LocalizedText({ max: 10 }) title: unknown;
  @ListOf(() => PartnerDto, { max: 2 }) partners: PartnerDto[];
  @Nested(() => PartnerDto, { optional: true }) lead?: PartnerDto;
  @DayText({ optional: true, nullable: true }) endsOn?: string | null;
  @MoneyField({ optional: true }) amount?: unknown;
  @Email({ optional: true }) contact?: string;
  @Json({ schema: 'Criterion', optional: true }) rule?: unknown;
  @ListOf('text', { optional: true }) topics?: string[];
  @Whole({ min: 0, max: 10_000, optional: true }) rate?: number;
}

class CallsQuery extends PageQuery {
  @ListOf(oneOfKind(['open', 'closed']), { optional: true }) status?: string[];
  @Flag({ optional: true }) mine?: boolean;
  @Text({ optional: true }) query?: string;
}

const pipe = new ValidationPipe();
const body = (value: unknown, metatype: Type = ProgramDto): unknown => pipe.transform(value, { type: 'body', metatype });
const query = (value: object): unknown => pipe.transform(value, { type: 'query', metatype: CallsQuery });

function faults(read: () => unknown): string[] {
  try {
    read();
  } catch (error) {
    expect(error).toBeInstanceOf(DomainError);
    expect((error as DomainError).code).toBe('invalid');
    return (error as DomainError).faults.map(({ pointer, code }) => `${pointer} ${code}`);
  }
  return [];
}

const valid = { title: { de: 'E-Gov' }, partners: [{ name: 'Städtebund' }] };

describe('a body', () => {
  it('becomes its DTO, with the objects inside as theirs', () => {
    const made = body(valid) as ProgramDto;
    expect(made).toBeInstanceOf(ProgramDto);
    expect(made.partners[0]).toBeInstanceOf(PartnerDto);
    expect(made).toEqual(valid);
    expect(Object.keys(made)).toEqual(['title', 'partners']);
  });

  it('passes a rule on as it was sent, whatever its keys are called', () => {
    const rule = { constructor: 1, fact: { name: 'toString', is: true }, hasOwnProperty: null };
    expect((body({ ...valid, rule }) as ProgramDto).rule).toEqual(rule);
  });

  it.each([
    ['nothing at all', undefined, ['/title required', '/partners required']],
    ['a list', [], [' wrong-type']],
    ['a text', 'x', [' wrong-type']],
    ['null', null, [' wrong-type']],
    ['an unknown property', { ...valid, colour: 'red' }, ['/colour unknown-property']],
    ['one that every object inherits', { ...valid, constructor: 1 }, ['/constructor unknown-property']],
    ['a prototype', JSON.parse('{"title":{"de":"x"},"partners":[],"__proto__":{"a":1}}'), ['/__proto__ unknown-property']],
    [
      'an unknown property inside',
      { ...valid, partners: [{ name: 'a' }, { name: 'b', 'a/b~': 1 }] },
      ['/partners/1/a~1b~0 unknown-property'],
    ],
    ['something missing inside', { ...valid, partners: [{ name: 'a' }, {}] }, ['/partners/1/name required']],
    ['null in a list', { ...valid, partners: [null] }, ['/partners/0 wrong-type']],
    ['a list in place of an object', { ...valid, lead: [{ name: 'a' }] }, ['/lead wrong-type']],
    ['a text in place of an object', { ...valid, lead: 'a' }, ['/lead wrong-type']],
    ['an object in place of a list', { ...valid, partners: { 0: { name: 'a' } } }, ['/partners wrong-type']],
    ['too many', { ...valid, partners: [{ name: 'a' }, { name: 'b' }, { name: 'c' }] }, ['/partners too-many']],
    ['a blank text', { ...valid, partners: [{ name: ' ' }] }, ['/partners/0/name too-short']],
    ['a text that is too long', { ...valid, partners: [{ name: 'ä'.repeat(21) }] }, ['/partners/0/name too-long']],
    ['a line end in a name', { ...valid, partners: [{ name: 'a\r\nBcc: x' }] }, ['/partners/0/name unprintable']],
    ['a script as a link', { ...valid, partners: [{ name: 'a', url: 'javascript:alert(1)' }] }, ['/partners/0/url not-a-url']],
    ['no German title', { ...valid, title: { en: 'x' } }, ['/title/de required']],
    ['a French title', { ...valid, title: { de: 'x', fr: 'x' } }, ['/title/fr unknown-property']],
    ['a title that is too long', { ...valid, title: { de: 'x', en: 'x'.repeat(11) } }, ['/title/en too-long']],
    ['the 30th of February', { ...valid, endsOn: '2014-02-30' }, ['/endsOn not-a-day']],
    ['an instant as a day', { ...valid, endsOn: '2014-07-25T00:00:00Z' }, ['/endsOn not-a-day']],
    ['money as a number', { ...valid, amount: 60000 }, ['/amount not-money']],
    ['money with a comma', { ...valid, amount: { amount: '60000,00', currency: 'EUR' } }, ['/amount not-money']],
    ['an address with a line end', { ...valid, contact: 'a@b.de\nBcc:x@y.de' }, ['/contact not-an-email']],
    ['a number as a text', { ...valid, rate: '65' }, ['/rate wrong-type']],
    ['a broken number', { ...valid, rate: 6.5 }, ['/rate wrong-type']],
    ['one below the least', { ...valid, rate: -1 }, ['/rate too-small']],
    ['one above the most', { ...valid, rate: 10_001 }, ['/rate too-great']],
    ['null for what may only be left out', { ...valid, rate: null }, ['/rate wrong-type']],
    ['several at once', { title: 1, partners: [{}], x: 1 }, ['/x unknown-property', '/title wrong-type', '/partners/0/name required']],
  ])('is refused with pointers: %s', (_, sent, expected) => {
    expect(faults(() => body(sent)).sort()).toEqual([...expected].sort());
  });

  it('may hold the least and the most', () => {
    expect(faults(() => body({ ...valid, rate: 0 }))).toEqual([]);
    expect(faults(() => body({ ...valid, rate: 10_000, partners: [{ name: 'ä'.repeat(20) }] }))).toEqual([]);
  });

  it('empties what is nullable', () => {
    expect(body({ ...valid, endsOn: null })).toHaveProperty('endsOn', null);
  });
});

describe('a query', () => {
  it('reads numbers, flags and repeated names; what is empty was not given', () => {
    expect(query({ limit: '25', mine: 'true', status: ['open', 'closed'], query: '' })).toEqual({
      limit: 25,
      mine: true,
      status: ['open', 'closed'],
    });
  });

  it('makes a list of a single value too, and of none nothing', () => {
    expect(query({ status: 'open' })).toEqual({ limit: 50, status: ['open'] });
    expect(query({ status: '' })).toEqual({ limit: 50 });
  });

  it.each([
    [{ limit: '0' }, '/limit too-small'],
    [{ limit: '501' }, '/limit too-great'],
    [{ limit: 'ten' }, '/limit wrong-type'],
    [{ limit: '1e2' }, '/limit wrong-type'],
    [{ limit: ['1', '2'] }, '/limit not-repeatable'],
    [{ mine: 'yes' }, '/mine wrong-type'],
    [{ status: ['open', 'maybe'] }, '/status/1 not-one-of'],
    [{ statuss: 'open' }, '/statuss unknown-property'],
    [{ query: 'x\0' }, '/query unprintable'],
  ])('is refused with the name of the parameter: %j', (sent, expected) => {
    expect(faults(() => query(sent))).toEqual([expected]);
  });

  it.each(['1', '500'])('takes a limit of %s', (limit) => {
    expect(faults(() => query({ limit }))).toEqual([]);
  });
});
