import { interestIn, type SaidSoFar } from './interest.js';
import type { About } from './preference.js';

const CALL = 'c';
const MAY = Temporal.Instant.from('2014-05-02T08:00:00Z');
const JUNE = Temporal.Instant.from('2014-06-16T08:00:00Z');

function said(
  about: About,
  standing?: { kind: 'followed' | 'dismissed' | null; since?: Temporal.Instant; dismissedUntil?: Temporal.Instant },
) {
  const standings = new Map(standing ? [[CALL, { since: null, dismissedUntil: null, ...standing }]] : []);
  return { preference: { about }, standings } satisfies SaidSoFar;
}

const FOLLOWED = { kind: 'followed', since: JUNE } as const;
const DISMISSED = { kind: 'dismissed', since: JUNE } as const;

describe('somebody is reminded of a call', () => {
  it.each([
    ['that fits, by default', 'eligible', undefined, true, { since: null }],
    ['that does not fit, not by default', 'eligible', undefined, false, 'not-eligible'],
    ['that fits, not where they want the watch list only', 'followed', undefined, true, 'not-followed'],
    ['that is followed and fits, as if it were not followed', 'eligible', FOLLOWED, true, { since: null }],
    ['that is followed and does not fit, from then on', 'eligible', FOLLOWED, false, { since: JUNE }],
    ['that is followed, from then on, where they want the watch list only', 'followed', FOLLOWED, true, { since: JUNE }],
    ['that fits, not once it is dismissed', 'eligible', DISMISSED, true, 'dismissed'],
    ['that does not fit, not once it is dismissed', 'eligible', DISMISSED, false, 'dismissed'],
    ['whose dismissal was taken back, from then on', 'eligible', { kind: null, dismissedUntil: MAY }, true, { since: MAY }],
    ['whose dismissal became a follow, from then on', 'eligible', { ...FOLLOWED, dismissedUntil: JUNE }, true, { since: JUNE }],
    ['that was dismissed, taken back and followed later', 'followed', { ...FOLLOWED, dismissedUntil: MAY }, false, { since: JUNE }],
  ] as const)('%s', (_, about, standing, isEligible, expected) => {
    expect(interestIn(CALL, said(about, standing), isEligible)).toEqual(expected);
  });

  it('whatever they think of other calls', () => {
    expect(interestIn('other', said('eligible', DISMISSED), true)).toEqual({ since: null });
  });
});
