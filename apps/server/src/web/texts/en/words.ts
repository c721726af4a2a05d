import { NBSP } from '@app/kernel/words.js';
import type { wordsDe } from '../de/words.js';

export const wordsEn: typeof wordsDe = {
  outcome: { eligible: 'fits', eligible_jointly: 'fits jointly', undetermined: 'unclear', ineligible: 'does not fit' },
  verdict: { met: 'met', unmet: 'not met', unknown: 'unknown' },
  state: { draft: 'draft', published: 'published', withdrawn: 'withdrawn' },
  roles: {
    funder: 'Funder',
    program_agency: 'Programme management agency',
    granting_authority: 'Granting authority',
    implementing_body: 'Implementing body',
    partner: 'Partner',
  },
  acts: { receipt: 'Receipt', postmark: 'Postmark', upload: 'Upload' },
  levels: { eu: 'EU', federal: 'Federal', state: 'State', regional: 'Region', local: 'Municipality', foundation: 'Foundation' },
  languages: { de: 'Deutsch', en: 'English' },
  yes: 'yes',
  no: 'no',
  unknown: 'unknown',
  optional: 'optional',
  cancel: 'Cancel',
  calls: (n) => (n === 1 ? `1${NBSP}call` : `${n}${NBSP}calls`),
  inhabitants: (text) => `${text}${NBSP}inhabitants`,
};
