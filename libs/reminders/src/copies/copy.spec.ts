import type { StandIn } from '@app/tracking/absence/stand-ins.query.js';
import { concerns, isPlain, planCopies, type Reader, unread } from './copy.js';

const reader = (id: string, more: Partial<Reader> = {}): Reader => ({
  id,
  name: id,
  language: 'de',
  addresses: [`${id}@town.example`],
  isStopped: false,
  ...more,
});
const readers = (...all: Reader[]) => new Map(all.map((each) => [each.id, each]));
const standIn = (change: Partial<StandIn> = {}): StandIn => ({
  personId: 'jana',
  authorityId: 'dueren',
  until: '2014-07-20',
  alsoToMe: false,
  deputyId: 'ben',
  deputyActs: true,
  deputyIsAbsent: false,
  ...change,
});
const letter = (...authorityIds: (string | null)[]) => ({ personId: 'jana', email: 'jana@town.example', authorityIds });
const BOTH = readers(reader('jana'), reader('ben'));
const whom = (copies: ReturnType<typeof planCopies>) =>
  copies.map(({ address, authorityIds }) => `${address.split('@')[0]} ${authorityIds.join('+')}`);

describe('who gets a letter', () => {
  it('is its person alone when they are there', () => {
    const copies = planCopies(letter('dueren'), [], BOTH);
    expect(whom(copies)).toEqual(['jana dueren']);
    expect(isPlain(copies, letter('dueren'))).toBe(true);
  });

  it('is the deputy when they are away, and both where that was chosen', () => {
    expect(whom(planCopies(letter('dueren'), [standIn()], BOTH))).toEqual(['ben dueren']);
    expect(whom(planCopies(letter('dueren'), [standIn({ alsoToMe: true })], BOTH))).toEqual(['jana dueren', 'ben dueren']);
  });

  it('differs by authority: each gets the part that concerns theirs', () => {
    const copies = planCopies(letter('dueren', 'kreis'), [standIn()], BOTH);
    expect(whom(copies)).toEqual(['jana kreis', 'ben dueren']);
    expect(copies.map((copy) => [concerns(copy, 'dueren'), concerns(copy, 'kreis')])).toEqual([
      [false, true],
      [true, false],
    ]);
  });

  it.each([
    ['has left', standIn({ deputyActs: false }), BOTH],
    ['is away as well', standIn({ deputyIsAbsent: true }), BOTH],
    ['has stopped letters', standIn(), readers(reader('jana'), reader('ben', { isStopped: true }))],
    ['has no address that works', standIn(), readers(reader('jana'), reader('ben', { addresses: [] }))],
    ['is unknown', standIn(), readers(reader('jana'))],
  ])('is the person themselves when the deputy %s', (_what, absence, known) => {
    expect(whom(planCopies(letter('dueren'), [absence], known))).toEqual(['jana dueren']);
  });

  it('is never somebody else where it concerns the person alone', () => {
    const copies = planCopies(letter(null), [standIn()], BOTH);
    expect(whom(copies)).toEqual(['jana ']);
    expect(concerns(copies[0]!, null)).toBe(true);
  });

  it('is each of the addresses that the reader has chosen', () => {
    const two = readers(reader('jana', { addresses: ['jana@town.example', 'grants@town.example'] }));
    const copies = planCopies(letter('dueren'), [], two);
    expect(whom(copies)).toEqual(['jana dueren', 'grants dueren']);
    expect(isPlain(copies, letter('dueren'))).toBe(false);
  });

  it('is the person in the end where the deputy’s address fails for good', () => {
    const [copy] = planCopies(letter('dueren'), [standIn()], BOTH);
    expect(unread([{ ...copy!, state: 'failed' }])).toEqual(['dueren']);
    expect(
      unread([
        { ...copy!, state: 'failed' },
        { ...copy!, state: 'sent' },
      ]),
    ).toEqual([]);
    expect(unread([{ ...copy!, deputy: false, state: 'failed' }])).toEqual([]);
  });
});
