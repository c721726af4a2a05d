import type { Award } from '@app/funding/award.js';
import { awardInWords } from '@app/funding/award-words.js';
import type { Locale } from '@app/kernel/locale.js';
import type { Funding } from './opportunity.js';
import { stated } from './stated.js';

/** Undefined when the call names no money and no number of awards. Rates, own shares and instalments stand in `customFields.award`. */
export function fundingOf(award: Award, locale: Locale): Funding | undefined {
  return stated<Funding>({
    details: awardInWords(award, locale),
    totalAmountAvailable: award.totalBudget,
    minAwardAmount: award.minAmount ?? award.amountEach,
    maxAwardAmount: award.maxAmount ?? award.amountEach,
    maxAwardCount: award.count,
    estimatedAwardCount: award.count,
  });
}
