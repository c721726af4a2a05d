import type { amendmentDe } from '../de/amendment.js';

export const amendmentEn: typeof amendmentDe = {
  link: (stage) => `Amend the deadline: ${stage}`,
  title: (stage) => `Amend the deadline: ${stage}`,
  now: 'As it is now',
  wanted: 'As it is to be',
  shortcuts: 'Or straight to the preview:',
  noMoves: 'no change',
  exhausted: 'Funds are exhausted',
  reopen: 'Open again',
  takeBack: 'Take the date back',
  reason: 'Reason for the change',
  reasonHint: 'Stands with the call and in the mails afterwards. For example: The funder has extended the deadline by two weeks.',
  look: 'Preview',
  amend: 'Amend the deadline like this',
  back: 'Back to the call',
  preview: 'What this does',
  noPreview: 'The preview shows before and after, who will be told and how many reminders move. Nothing is changed before that.',
  nothing: 'The deadline is still as it was.',
  means: 'Each change becomes a version of the call with your reason. The whole call is withdrawn on its own page.',
  before: 'before',
  after: 'now',
  followers: 'Who follows',
  followersAre: (people, n, authorities) => {
    if (people === 0) return 'nobody';
    const who = people === 1 ? '1 person' : `${n} people`;
    return `${who} of ${authorities === '1' ? '1 authority' : `${authorities} authorities`}`;
  },
  reminders: 'Reminders',
  calendar: 'Calendar entries',
  moves: (moved, added, dropped) =>
    `${added} for the new date, ${dropped} for the old one dropped${moved === '0' ? '' : `, ${moved} moved`}`,
  people: (n) => (n === '1' ? 'concerns 1 person' : `concerns ${n} people`),
  feeds: (n) => `in ${n} subscribed calendars`,
  steps: {
    extended: 'extended',
    shortened: 'shortened',
    exhausted: 'funds exhausted',
    reopened: 'opened again',
    taken_back: 'date taken back',
    announced: 'date announced',
    changed: 'changed',
    added: 'added',
    removed: 'removed',
    follows: 'moves along',
  },
};
