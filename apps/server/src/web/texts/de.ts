import type { Locale } from '@app/kernel/locale.js';
import { absenceDe } from './de/absence.js';
import { addressesDe } from './de/addresses.js';
import { amendmentDe } from './de/amendment.js';
import { authoritiesDe, authorityDe } from './de/authorities.js';
import { authorityMailDe, letterDatesDe } from './de/authority-mail.js';
import { awardDe } from './de/award.js';
import { remindersDe, stopDe } from './de/calendar.js';
import { callDe } from './de/call.js';
import { callFormDe, faultsDe, moneyFormDe } from './de/call-form.js';
import { callPartnersDe } from './de/call-partners.js';
import { callsDe } from './de/calls.js';
import { editorDe, impactDe, programFormDe, reviewDe } from './de/editor.js';
import { feedsDe } from './de/feeds.js';
import { frameDe } from './de/frame.js';
import { ledgerDe } from './de/ledger.js';
import { mergersDe } from './de/mergers.js';
import { nearMissesDe } from './de/near-misses.js';
import { nestedRuleDe } from './de/nested-rule.js';
import { newCallsDe, stopDigestDe } from './de/new-calls.js';
import { openDataDe } from './de/open-data.js';
import { operationDe } from './de/operation.js';
import { planningDe } from './de/planning.js';
import { programsDe } from './de/programs.js';
import { registerDe } from './de/register.js';
import { errorsDe, signInDe, startDe } from './de/start.js';
import { territoriesDe } from './de/territories.js';
import { timeDe } from './de/time.js';
import { trackingDe } from './de/tracking.js';
import { wordsDe } from './de/words.js';

/** All German wording of the pages, by area. */
export const de = {
  locale: 'de' as Locale,
  words: wordsDe,
  frame: frameDe,
  time: timeDe,
  award: awardDe,
  calls: callsDe,
  call: callDe,
  callPartners: callPartnersDe,
  authorities: authoritiesDe,
  authority: authorityDe,
  nearMisses: nearMissesDe,
  mergers: mergersDe,
  start: startDe,
  signIn: signInDe,
  errors: errorsDe,
  feeds: feedsDe,
  reminders: remindersDe,
  absence: absenceDe,
  addresses: addressesDe,
  stop: stopDe,
  newCalls: newCallsDe,
  authorityMail: authorityMailDe,
  letterDates: letterDatesDe,
  stopDigest: stopDigestDe,
  editor: editorDe,
  amendment: amendmentDe,
  territories: territoriesDe,
  programForm: programFormDe,
  review: reviewDe,
  impact: impactDe,
  callForm: callFormDe,
  moneyForm: moneyFormDe,
  operation: operationDe,
  ledger: ledgerDe,
  openData: openDataDe,
  planning: planningDe,
  programs: programsDe,
  register: registerDe,
  nestedRule: nestedRuleDe,
  faults: faultsDe,
  tracking: trackingDe,
};
