import { DomainError } from '@app/kernel/domain-error.js';
import { Person, type PersonDetails } from './person.js';

const AT = Temporal.Instant.from('2014-06-27T04:30:00Z');
const LATER = AT.add({ hours: 1 });
const CLERK: PersonDetails = { email: 'jansen@rathaus.example', name: 'Anke Jansen', language: 'de', roles: ['staff'] };
const aPerson = (details: Partial<PersonDetails> = {}) => new Person('01900000-0000-7000-8000-000000000001', { ...CLERK, ...details }, AT);

function faultsOf(action: () => unknown): string[] {
  try {
    action();
  } catch (error) {
    if (error instanceof DomainError) return error.faults.map((fault) => `${fault.pointer} ${fault.code}`);
  }
  return [];
}

describe('a person', () => {
  it('has the address in small letters and no blanks around', () => {
    expect(aPerson({ email: ' Jansen@Rathaus.Example ' }).email).toBe('jansen@rathaus.example');
  });

  it.each(['', 'jansen', 'jansen@', '@rathaus.example', 'a@x\r\nBcc: b@y', 'a b@rathaus.example', 'a@x.example,b@y.example'])(
    'is refused with the address "%s"',
    (email) => expect(faultsOf(() => aPerson({ email }))).toEqual(['/email not-an-email']),
  );

  it.each([
    ['', 'too-short'],
    ['   ', 'too-short'],
    ['Anke\r\nJansen', 'unprintable'],
    ['x'.repeat(201), 'too-long'],
  ])('is refused with the name "%s"', (name, code) => expect(faultsOf(() => aPerson({ name }))).toEqual([`/name ${code}`]));

  it('hears of every mistake at once', () => {
    expect(faultsOf(() => aPerson({ email: 'x', name: '' }))).toHaveLength(2);
  });

  it('has each role once', () => {
    expect(aPerson({ roles: ['staff', 'editor', 'staff'] }).roles).toEqual(['staff', 'editor']);
  });

  it('changes what is given and keeps the rest, one version for all', () => {
    const person = aPerson();
    person.change({ language: 'en', roles: ['editor'] }, LATER);
    expect(person).toMatchObject({ name: 'Anke Jansen', language: 'en', roles: ['editor'], version: 2, updatedAt: LATER, createdAt: AT });
  });

  it('refuses a change made on an older version', () => {
    const person = aPerson();
    person.change({ name: 'Anke Jansen-Kruse' }, LATER);
    expect(() => person.refuseStale(1)).toThrow(new DomainError('stale'));
    expect(() => person.refuseStale(2)).not.toThrow();
  });
});
