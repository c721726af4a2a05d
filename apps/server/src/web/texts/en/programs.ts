import type { programsDe } from '../de/programs.js';

export const programsEn: typeof programsDe = {
  rounds: 'Rounds',
  none: 'No round has been published yet.',
  about: 'Fact sheet',
  level: 'Funding level',
  topics: 'Topics',
  guideline: 'Funding guideline',
  nextRound: 'Next round',
  guess:
    'An expectation from past rounds, not an announcement: nobody is reminded of it. It stands in calendars as tentative until the round is published.',
};
