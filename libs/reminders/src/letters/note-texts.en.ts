import { formatNumber } from '@app/kernel/locale.js';
import { listOf, NBSP } from '@app/kernel/words.js';
import type { NoteTexts } from './note-texts.js';

const list = (names: readonly string[]) => listOf(names, 'en');

const newCalls = (count: number) => (count === 1 ? 'A new call' : `${formatNumber(count, 'en')} new calls`);
const letterOf = (part: number, parts: number) => `letter ${part} of ${parts}`;

function daysBefore(leads: readonly number[], unit: string): string {
  const day = unit === 'working_days' ? 'working day' : 'day';
  return leads.length === 1 && leads[0] === 1 ? day : `${day}s`;
}

export const noteTextsEn: NoteTexts = {
  greeting: (name) => `Hello ${name},`,
  from: (names) => (names.length > 0 ? `Fördertakt for ${list(names)}` : 'Fördertakt'),
  changeTimes: 'Change reminder times',
  stop: 'Unsubscribe',
  callTextCounts: 'What counts is the funder’s own text.',
  seeCall: 'See the call',
  untilWhen: 'Until when',
  forWhom: (name) => `For ${name}`,
  howMuch: 'How much',
  fits: 'fits:',
  fitsNot: 'does not fit:',
  unknownNow: 'unclear:',
  changes: {
    steps: {
      extended: 'Deadline extended',
      shortened: 'Deadline shortened',
      exhausted: 'Funds exhausted',
      reopened: 'Open again',
      taken_back: 'Deadline taken back',
      announced: 'Deadline announced',
      changed: 'Deadline changed',
      added: 'New deadline',
      removed: 'Deadline dropped',
      follows: 'Deadline moved',
      withdrawn: 'Call withdrawn',
    },
    subjectOfOne: (step, title, until) => `${noteTextsEn.changes.steps[step]}: ${title}${until ? ` (now until ${until})` : ''}`,
    subjectOfSeveral: (count) => `${count} changes to calls on your watch list`,
    headingOfSeveral: (count) => `${count} changes`,
    opening: (count, names) =>
      `${count === 1 ? 'a call' : 'calls'} on your watch list for ${list(names)} ${count === 1 ? 'has' : 'have'} changed:`,
    stage: (name) => `Stage: ${name}.`,
    before: 'Before',
    now: 'Now',
    gone: 'dropped',
    nothingBefore: 'no such deadline',
    reason: 'Reason given',
    reminders: 'Reminders',
    jumped: (leads, unit) =>
      `It is too late for the ${leads.length === 1 ? 'reminder' : 'reminders'} ${list(leads.map(String))}${NBSP}${daysBefore(leads, unit)} before; ${leads.length === 1 ? 'it' : 'they'} will not come.`,
    why: (count, names) =>
      `You receive this mail because ${count === 1 ? 'this call is' : 'these calls are'} on your watch list for ${list(names)}.`,
  },
  outcomes: {
    now: (name) => `${name} may apply now`,
    noLonger: (name) => `${name} may no longer apply`,
    subject: (gained, title) => `${gained ? 'Now eligible' : 'No longer eligible'}: ${title}`,
    subjectOfSeveral: (count) => `${count} calls: now or no longer eligible`,
    heading: (gained) => (gained ? 'Now eligible' : 'No longer eligible'),
    headingOfSeveral: (count) => `Eligibility has changed for ${count} calls`,
    opening: (count, names) => `whether ${list(names)} may apply has changed for ${count === 1 ? 'this call' : `these ${count} calls`}:`,
    why: 'You receive this mail once, because a figure about your authority or the rule of the call has changed.',
  },
  corrections: {
    subject: (title) => `Correction, not eligible after all: ${title}`,
    subjectOfSeveral: (count) => `Correction: not eligible for ${count} calls after all`,
    heading: 'Correction',
    opening: (names) => `we wrote to you that ${list(names)} may apply. That was wrong, the rule of the call has been corrected:`,
    lead: (name) => `${name} may not apply`,
    why: 'You receive this mail because we told you something else before. We apologise.',
  },
  matches: {
    subject: ({ count, part, parts, name, isProfile }) =>
      `${newCalls(count)}${isProfile ? ` for ${name}` : ''}${parts > 1 ? ` (${letterOf(part, parts)})` : ''}${isProfile ? '' : `: ${name}`}`,
    heading: newCalls,
    opening: ({ count, part, parts, profile, search }) => {
      const end = parts > 1 ? `. This is ${letterOf(part, parts)}:` : ':';
      const found = count === 1 ? 'one new call' : `${formatNumber(count, 'en')} new calls`;
      if (profile !== undefined)
        return count === 1
          ? `since the last mail one new call has come in that fits ${profile}${end}`
          : `since the last mail ${found} have come in that fit ${profile}${end}`;
      return `your search “${search}” has found ${found} since the last mail${end}`;
    },
    until: (day) => `until ${day}`,
    more: (count) => (count === 1 ? 'And one more' : `And ${formatNumber(count, 'en')} more`),
    why: {
      search: (frequency) => `You receive this mail because you have new matches of this search sent to you ${frequency}.`,
      profile: (frequency) => `You receive this mail because you have new fitting calls sent to you ${frequency}.`,
    },
    changeSearch: 'Change the search',
    stop: 'Stop new matches',
  },
  unheard: {
    subject: (left, title) => `${left.charAt(0).toUpperCase()}${left.slice(1)}, on no watch list: ${title}`,
    subjectOfSeveral: (count) => `${count} calls close soon and are on no watch list`,
    heading: (count) => (count === 1 ? 'This call is on no watch list' : `${count} calls are on no watch list`),
    opening: (count, names) =>
      count === 1
        ? `${list(names)} may apply for this call, and it closes soon. Nobody at your authority has it on the watch list or has dismissed it:`
        : `${list(names)} may apply for these ${count} calls, and they close soon. Nobody at your authority has them on the watch list or has dismissed them:`,
    whatToDo: (count) =>
      count === 1 ? 'Add the call to the watch list, or choose “Not for us”.' : 'Add the calls to the watch list, or choose “Not for us”.',
    why: {
      admin: (names) => `You receive this mail because you administer Fördertakt for ${list(names)}.`,
      staff: (names) => `You receive this mail because you work for ${list(names)} in Fördertakt.`,
    },
    once: 'It comes only once for each deadline.',
  },
  test: {
    subject: 'Test letter from Fördertakt',
    heading: 'The test letter has arrived',
    opening: 'this is the letter that you sent yourself as a test. It has arrived, so reminders will reach you too.',
    why: 'You receive this mail because you clicked “Send a test letter”.',
  },
  verify: {
    subject: 'Please confirm your address',
    heading: 'Confirm the address',
    opening:
      'mail from Fördertakt is to go to this address from now on. Please confirm that on the following page. If you know nothing of it, do nothing, and nothing will come.',
    action: 'Confirm the address',
    why: 'You receive this mail because somebody entered this address at Fördertakt.',
  },
  feed: {
    subject: (name) => `Calendar “${name}” gets nothing new any more`,
    heading: 'A calendar has stopped',
    opening: 'this calendar that you subscribed to gets no new deadlines any more:',
    reason: 'Why',
    silent: (program, day) =>
      `${program || 'A calendar program'} fetched it every day, last on ${day}, and not since. Perhaps it was removed there, or the address can no longer be reached.`,
    reasons: {
      revoked: 'The address of the calendar has been revoked.',
      renewed: 'The address of the calendar has been renewed; the calendar program still has the old one.',
      unused: 'No calendar program has fetched it for a long time.',
      left: 'You no longer belong to the authority that it was for.',
    },
    action: 'Subscribe again',
    why: 'You receive this mail because you made this calendar.',
  },
};
