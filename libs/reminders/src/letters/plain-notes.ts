import { longDay } from '@app/kernel/words.js';
import { fitted } from './letter-subject.js';
import type { NoteLetter } from './note-model.js';
import { NOTE_TEXTS } from './note-texts.js';
import { oneLine } from './one-line.js';
import { type NoteFrame, subscribedFrame } from './told.js';

const LONGEST_NAME = 200;

/** What somebody sends to themselves to see whether letters arrive. */
export function testNote(frame: NoteFrame): NoteLetter {
  const { test } = NOTE_TEXTS[frame.person.language];
  return { ...subscribedFrame(frame, []), ...test, items: [], why: [test.why] };
}

/** To an address that is new to us. Nothing can be stopped here: without the click nothing comes. */
export function verifyNote({ address, url }: { readonly address: string; readonly url: string }, { person }: NoteFrame): NoteLetter {
  const { verify, greeting, from } = NOTE_TEXTS[person.language];
  return {
    locale: person.language,
    from: from([]),
    greeting: greeting(oneLine(person.name)),
    subject: verify.subject,
    heading: verify.heading,
    opening: verify.opening,
    items: [{ title: oneLine(address), url, rows: [], action: verify.action }],
    why: [verify.why],
    links: [],
  };
}

interface StoppedFeed {
  readonly name: string;
  /** A code with words of ours; any other is left out. */
  readonly reason: string;
  readonly url: string;
  /** Of the reason `silent`: which program came last, and on which day. */
  readonly program?: string;
  readonly lastOn?: string;
}

/** A calendar that gets nothing new any more. */
export function feedNote({ name, reason, url, program, lastOn }: StoppedFeed, frame: NoteFrame): NoteLetter {
  const { feed } = NOTE_TEXTS[frame.person.language];
  const title = oneLine(name).slice(0, LONGEST_NAME);
  const silent =
    reason === 'silent' && lastOn ? feed.silent(program ?? '', longDay(Temporal.PlainDate.from(lastOn), frame.person.language)) : undefined;
  const words = silent ?? (Object.hasOwn(feed.reasons, reason) ? feed.reasons[reason] : undefined);
  return {
    ...subscribedFrame(frame, []),
    subject: fitted(title, feed.subject),
    heading: feed.heading,
    opening: feed.opening,
    items: [{ title, url, rows: words ? [{ label: feed.reason, text: words }] : [], action: feed.action }],
    why: [feed.why],
  };
}
