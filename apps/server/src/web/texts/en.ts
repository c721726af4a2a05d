import { authoritiesEn, authorityEn } from './en/authorities.js';
import { awardEn } from './en/award.js';
import { feedsEn, remindersEn, stopEn } from './en/calendar.js';
import { callEn } from './en/call.js';
import { callFormEn, faultsEn, moneyFormEn } from './en/call-form.js';
import { callsEn } from './en/calls.js';
import { editorEn, impactEn, programFormEn, reviewEn } from './en/editor.js';
import { frameEn } from './en/frame.js';
import { ruleEn, whoEn } from './en/rule.js';
import { errorsEn, signInEn, startEn } from './en/start.js';
import { timeEn } from './en/time.js';
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
  authorities: authoritiesEn,
  authority: authorityEn,
  start: startEn,
  signIn: signInEn,
  errors: errorsEn,
  feeds: feedsEn,
  reminders: remindersEn,
  stop: stopEn,
  editor: editorEn,
  programForm: programFormEn,
  review: reviewEn,
  impact: impactEn,
  callForm: callFormEn,
  moneyForm: moneyFormEn,
  rule: ruleEn,
  who: whoEn,
  faults: faultsEn,
};
