import type { Criterion } from '@app/eligibility/criterion.js';
import { aCall, anAuthority, stateOf } from './imagined-state.fixture.js';
import { impactOf, type OutcomeImpact } from './impact.js';
import { proposedCall, withCall } from './proposed-call.js';

const NOW = Temporal.Instant.from('2014-06-12T07:00:00Z');
const upTo = (atMost: number): Criterion => ({ population: { atMost } });
const register = stateOf(
  anAuthority('DE:05358008', 93_207),
  anAuthority('DE:09761000', 301_033),
  anAuthority('DE:05515000', 320_946),
  anAuthority('DE:06433', 277_955, { types: ['county'] }),
  anAuthority('FR:29019', 0, { types: ['commune'], territory: 'FR-29', population: [] }),
);

/** What changing the rule of a published call does. */
function change(from: Criterion, to: Criterion): OutcomeImpact {
  const published = aCall(from, { state: 'published', publishedAt: NOW });
  const before = withCall(register, published);
  return impactOf(before, withCall(before, proposedCall(published, { rule: to }, NOW)), 'call');
}
const keys = ({ items }: OutcomeImpact['gained']) => items.map(({ key, from = '-', to }) => `${key} ${from} ${to}`);

describe('what publishing a draft does', () => {
  const draft = aCall({ allOf: [upTo(300_000), { not: { applicantType: { in: ['county'] } } }] });
  const impact = impactOf(register, withCall(register, proposedCall(draft, {}, NOW)), 'call');

  it('is new to everybody', () => {
    expect(impact.before).toBeUndefined();
    expect(impact.after).toEqual({ eligible: 1, eligible_jointly: 0, undetermined: 1, ineligible: 3 });
    expect(keys(impact.gained)).toEqual(['DE:05358008 - eligible']);
    expect(keys(impact.unknown)).toEqual(['FR:29019 - undetermined']);
    expect(impact.lost.total).toBe(0);
    expect(impact.transitions).toEqual([
      { from: 'unpublished', to: 'eligible', count: 1 },
      { from: 'unpublished', to: 'undetermined', count: 1 },
      { from: 'unpublished', to: 'ineligible', count: 3 },
    ]);
  });

  it('is told by kind and by state', () => {
    expect(impact.kinds.map(({ id, total, gained }) => [id, total, gained])).toEqual([
      ['municipality', 3, 1],
      ['county', 1, 0],
      ['other', 1, 0],
    ]);
    expect(impact.states.map(({ id, total, after }) => [id, total, after.ineligible])).toEqual([
      ['DE-05', 2, 1],
      ['DE-06', 1, 1],
      ['DE-09', 1, 1],
      ['FR', 1, 0],
    ]);
  });

  it('leaves the state that readers have as it is', () => {
    expect(register.calls.get('call')).toBeUndefined();
  });
});

describe('what a change of a published call does', () => {
  it('names who gains', () => {
    const impact = change(upTo(300_000), upTo(310_000));
    expect(keys(impact.gained)).toEqual(['DE:09761000 ineligible eligible']);
    expect([impact.lost.total, impact.unknown.total]).toEqual([0, 0]);
    expect(impact.before?.eligible).toBe(2);
    expect(impact.after.eligible).toBe(3);
  });

  it('names who loses', () => {
    expect(keys(change(upTo(300_000), upTo(100_000)).lost)).toEqual(['DE:06433 eligible ineligible']);
  });

  it('names for whom it is open from then on', () => {
    const impact = change(upTo(300_000), { fact: { name: 'grwArea', is: true } });
    expect([impact.gained.total, impact.lost.total, impact.unknown.total]).toEqual([0, 0, 4]);
  });

  it('counts the step from alone to jointly as a loss, back as a gain', () => {
    const jointly: Criterion = { jointApplication: { eachMember: upTo(100_000) } };
    expect(keys(change(upTo(100_000), jointly).lost)).toEqual(['DE:05358008 eligible eligible_jointly']);
    expect(keys(change(jointly, upTo(100_000)).gained)).toEqual(['DE:05358008 eligible_jointly eligible']);
  });

  it('is nothing where the rule says the same in other words', () => {
    const impact = change(upTo(300_000), { not: { population: { moreThan: 300_000 } } });
    expect([impact.gained.total, impact.lost.total, impact.unknown.total, impact.transitions]).toEqual([0, 0, 0, []]);
    expect(impact.after).toEqual(impact.before);
  });
});
