import { listOf } from '@app/kernel/words.js';
import type { remindersDe, stopDe } from '../de/calendar.js';

function inDays(leads: readonly number[], unit: 'days' | 'working_days'): string {
  const name = { days: ['day', 'days'], working_days: ['working day', 'working days'] }[unit][leads.at(-1) === 1 ? 0 : 1];
  return `${listOf(leads.map(String), 'en')} ${name}`;
}

export const remindersEn: typeof remindersDe = {
  title: 'Reminders by mail',
  lead: (name) => `Before each deadline of a call that fits ${name} or is on your watch list you get a mail.`,
  address: 'The mails go to',
  unverified: 'This address is not confirmed yet. Please open the mail that we have sent there.',
  saved: 'Saved.',
  on: 'Get reminders by mail',
  leads: 'How long before the deadline?',
  before: (n) => (n === 1 ? '1 day' : `${n} days`),
  others: 'Further days before',
  othersHint: 'Numbers from 0 to 90, separated by commas. 0 is the last day.',
  unit: 'What is counted',
  units: { days: 'calendar days', working_days: 'working days' },
  frequency: 'How often at most?',
  frequencies: { immediate: 'at once, one mail for each deadline', daily: 'one mail a day', weekly: 'one mail a week' },
  hour: 'The mails come at 7 a.m.',
  which: 'About which calls?',
  whichHint: 'What you have dismissed as “Not for us” always stays quiet.',
  abouts: { eligible: 'all that fit, and the watch list', followed: 'the watch list only' },
  save: 'Save',
  here: {
    title: (name) => `Other days for ${name}`,
    now: (leads, unit, from) =>
      leads.length === 0 ? `No reminder comes here (${from}).` : `Reminders come ${inDays(leads, unit)} before (${from}).`,
    from: { call: 'your choice for this call', authority: 'your choice for this authority', person: 'your settings', default: 'default' },
    otherwise: { authority: 'Choose other days here', call: 'Choose other days for this call' },
    days: 'How many days before?',
    daysHint: 'Numbers from 0 to 90, separated by commas. 0 is the last day, none means: no reminder.',
    save: 'Use these days',
    inherit: 'As everywhere else again',
    steps: {
      saved: 'Saved.',
      wrong: 'Not saved: these have to be numbers from 0 to 90, 20 different ones at most.',
      changed: 'This has been changed elsewhere meanwhile. Now it reads:',
    },
  },
  upcoming: 'The next reminders',
  when: 'Mail on',
  about: 'Call',
  closes: 'Deadline',
  noneUpcoming: 'No reminder is planned at present.',
  off: 'Reminders are switched off.',
  noneBecauseOff: 'Switch them on to see here when the next mail comes.',
  test: {
    send: 'Send a test letter',
    waiting: 'The test letter is on its way. The mail server has not answered yet.',
    refusedForNow: (response) => `The mail server has not taken the test letter yet: “${response}”. We keep trying.`,
    lookAgain: 'Look again',
    sent: (when, response) => `The mail server took the test letter (${when}): “${response}”. Look into your mailbox.`,
    failed: (when, response) => `The mail server refused the test letter for good (${when}): “${response}”.`,
    later: 'Those were many test letters. In an hour you can send another.',
  },
  toCalendar: 'Deadlines in your calendar',
  toCalendarWhy: 'In the calendar you see all deadlines at a glance.',
  faults: {
    'lead-not-a-number': (text) => `“${text}” is not a number from 0 to 90.`,
    'lead-missing': () => 'Choose at least one day, or switch the mails off.',
    'too-many-leads': () => 'At most 20 different days are possible.',
  },
};
export const stopEn: typeof stopDe = {
  title: 'Stop reminders',
  ask: (email) => `Shall no more reminders go to ${email}?`,
  askMeans: 'Your account and your calendar stay as they are.',
  stop: 'Send no more reminders',
  stopped: 'The reminders are stopped',
  stoppedMeans: (email) => `No more reminders go to ${email}.`,
  resume: 'Send reminders again after all',
  resumed: 'The reminders come again',
  resumedMeans: (email) => `Reminders go to ${email} again, as you have set them.`,
  gone: 'This address is no longer valid',
  goneMeans: 'Sign in to set your reminders.',
  settings: 'Set reminders',
};
