import type { Bitset } from '@app/eligibility/index/bitset.js';
import { slugOf } from '@app/eligibility/named-territories.js';
import { DomainError } from '@app/kernel/domain-error.js';
import type { MatchingState } from './matching-state.js';

/**
 * Whoever is known to lie in a territory (a prefix of territory ids) or to be in a set ('named:<slug>'). Of a set that is not in force
 * nobody is known to be. Throws 'invalid' (at `/within`) for a set that does not exist.
 */
export function authoritiesWithin(state: MatchingState, within: string): Bitset {
  const slug = slugOf(within);
  if (slug !== undefined && !state.namedTerritories.has(slug)) {
    throw new DomainError('invalid', {}, [{ pointer: '/within', code: 'unknown-set' }]);
  }
  return state.outcomesOf({ territory: { in: [within] } }).eligible;
}
