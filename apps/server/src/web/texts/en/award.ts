import type { awardDe } from '../de/award.js';

export const awardEn: typeof awardDe = {
  notStated: 'amount not stated',
  upTo: (amount) => `up to ${amount}`,
  from: (amount) => `from ${amount}`,
  between: (low, high) => `${low} to ${high}`,
  ofExpenditure: (rate) => `${rate} of expenditure`,
  ifWeak: (rate) => `${rate} if financially weak`,
  ownShareOf: (rate) => `own share ${rate}`,
  inTotal: (amount) => `${amount} in total`,
  rows: {
    count: 'Number of awards',
    amountEach: 'Amount of each',
    minAmount: 'at least',
    maxAmount: 'at most',
    totalBudget: 'Total budget',
    fundingRate: 'Funding rate',
    fundingRateFinanciallyWeak: 'Funding rate for financially weak authorities',
    ownShare: 'Own share',
    minimumGrantThreshold: 'Minimum grant',
    together: 'together',
  },
  instalments: (count, amount) => `Paid in ${count === 2 ? 'two' : count} instalments of ${amount}.`,
  instalmentsList: (list) => `Paid in instalments: ${list}.`,
  noOwnShare: 'An own share is not stated.',
};
