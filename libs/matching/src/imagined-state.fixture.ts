import type { AuthorityView } from '@app/authorities/authority-view.js';
import type { Criterion } from '@app/eligibility/criterion.js';
import type { CallRecord } from '@app/funding/call-record.js';
import { MatchingState } from './matching-state.js';

const AT = Temporal.Instant.from('2014-06-12T07:00:00Z');

/** An authority with what a test talks about; ordinals are given by `stateOf`. */
export function anAuthority(key: string, inhabitants: number, about: Partial<AuthorityView> = {}): AuthorityView {
  return {
    id: key,
    ordinal: 0,
    key,
    name: key,
    officialName: key,
    types: ['municipality'],
    territory: `DE-${key.slice(3)}`,
    parentKey: null,
    zone: 'Europe/Berlin',
    origin: 'entered',
    source: 's',
    registerDate: null,
    validFrom: null,
    validTo: null,
    population: [{ value: inhabitants, asOf: '2022-12-31', source: 's' }],
    facts: [],
    version: 1,
    ...about,
  };
}

export function stateOf(...authorities: readonly AuthorityView[]): MatchingState {
  return MatchingState.empty('2014-06-12').advance({
    revision: 1n,
    day: '2014-06-12',
    authorities: authorities.map((authority, ordinal) => ({ ...authority, ordinal })),
    calls: [],
  });
}

export function aCall(rule: Criterion, about: Partial<CallRecord> = {}): CallRecord {
  return {
    id: 'call',
    ordinal: 0,
    program: { id: 'p', title: { de: 'P' }, summary: {}, partners: [], topics: [], fundingLevel: null, guidelineUrl: null },
    round: '1',
    ownTitle: null,
    summary: null,
    rule,
    deadlines: [],
    award: {},
    partners: [],
    source: null,
    previousCallId: null,
    winners: [],
    state: 'draft',
    publishedAt: null,
    withdrawnAt: null,
    withdrawalReason: null,
    contentChangedAt: AT,
    version: 1,
    createdAt: AT,
    updatedAt: AT,
    ...about,
  };
}
