import { absenceEn } from './en/absence.js';
import { addressesEn } from './en/addresses.js';
import { amendmentEn } from './en/amendment.js';
import { authoritiesEn, authorityEn } from './en/authorities.js';
import { authorityMailEn, letterDatesEn } from './en/authority-mail.js';
import { awardEn } from './en/award.js';
import { remindersEn, stopEn } from './en/calendar.js';
import { callEn } from './en/call.js';
import { callFormEn, faultsEn, moneyFormEn } from './en/call-form.js';
import { callPartnersEn } from './en/call-partners.js';
import { callsEn } from './en/calls.js';
import { editorEn, impactEn, programFormEn, reviewEn } from './en/editor.js';
import { feedsEn } from './en/feeds.js';
import { frameEn } from './en/frame.js';
import { ledgerEn } from './en/ledger.js';
import { mergersEn } from './en/mergers.js';
import { nearMissesEn } from './en/near-misses.js';
import { nestedRuleEn } from './en/nested-rule.js';
import { newCallsEn, stopDigestEn } from './en/new-calls.js';
import { openDataEn } from './en/open-data.js';
import { operationEn } from './en/operation.js';
import { planningEn } from './en/planning.js';
import { programsEn } from './en/programs.js';
import { registerEn } from './en/register.js';
import { errorsEn, signInEn, startEn } from './en/start.js';
import { territoriesEn } from './en/territories.js';
import { timeEn } from './en/time.js';
import { trackingEn } from './en/tracking.js';
import { wordsEn } from './en/words.js';
import type { Texts } from './texts.js';

/** All English wording of the pages: the same keys as the German, held together by the type. */
export const en: Texts = {
  locale: 'en',
  words: wordsEn,
  frame: frameEn,
  time: timeEn,
  award: awardEn,
  calls: callsEn,
  call: callEn,
  callPartners: callPartnersEn,
  authorities: authoritiesEn,
  authority: authorityEn,
  nearMisses: nearMissesEn,
  mergers: mergersEn,
  start: startEn,
  signIn: signInEn,
  errors: errorsEn,
  feeds: feedsEn,
  reminders: remindersEn,
  absence: absenceEn,
  addresses: addressesEn,
  stop: stopEn,
  newCalls: newCallsEn,
  authorityMail: authorityMailEn,
  letterDates: letterDatesEn,
  stopDigest: stopDigestEn,
  editor: editorEn,
  amendment: amendmentEn,
  territories: territoriesEn,
  programForm: programFormEn,
  review: reviewEn,
  impact: impactEn,
  callForm: callFormEn,
  moneyForm: moneyFormEn,
  operation: operationEn,
  ledger: ledgerEn,
  openData: openDataEn,
  planning: planningEn,
  programs: programsEn,
  register: registerEn,
  nestedRule: nestedRuleEn,
  faults: faultsEn,
  tracking: trackingEn,
};
