import type { Money } from '@app/kernel/money.js';

/** How much there is; whatever the call does not state is absent. Rates are basis points (65 % = 6500). */
export interface Award {
  /** How many applicants are chosen. */
  readonly count?: number;
  readonly amountEach?: Money;
  readonly minAmount?: Money;
  readonly maxAmount?: Money;
  readonly totalBudget?: Money;
  readonly fundingRate?: number;
  readonly fundingRateFinanciallyWeak?: number;
  readonly ownShare?: number;
  /** Bagatellgrenze: smaller grants are not made (not state aid's de minimis). */
  readonly minimumGrantThreshold?: Money;
  readonly slots?: readonly { readonly applicantType: string; readonly count: number }[];
  readonly instalments?: readonly Money[];
}
