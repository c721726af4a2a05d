import type { Award } from '@app/funding/award.js';
import type { Partner } from '@app/funding/partner.js';
import { awardToJson } from './award-form.js';
import type { CallForm } from './call-form.js';
import { isUntouchedDeadline } from './deadline-form.js';
import { deadlineToJson } from './deadline-form-to.js';
import { FaultBook, type FormFaults } from './form-reading.js';
import { partnersToJson } from './partner-form.js';
import { readDayEntry, readUrl } from './read-entries.js';
import { enteredRule } from './rule-entry.js';

/** The JSON of POST /calls (contract §5), plain. */
export interface CallBody {
  programId: string;
  round: string;
  title?: { de?: string; en?: string };
  summary?: { de?: string; en?: string };
  rule: unknown;
  deadlines: Record<string, unknown>[];
  award: Award;
  partners: Partner[];
  source?: { url: string; publishedOn?: string };
  previousCallId?: string;
  winners: string[];
}

/** Without the language that is empty; undefined where both are. German is always there; titles and summaries are stored on one line. */
export function localizedEntry(book: FaultBook, name: string, entry: { de: string; en: string }): { de?: string; en?: string } | undefined {
  const [de, en] = [entry.de, entry.en].map((text) => text.replace(/\s+/g, ' '));
  if (!de && !en) return undefined;
  if (!de) book.add(`${name}.de`, 'german-missing');
  return { ...(de && { de }), ...(en && { en }) };
}

/** "DE:05358008", "FR:29019": country and official key. */
const KEY = /^[A-Z]{2}:[0-9A-Z]{2,12}$/;

function winners(book: FaultBook, text: string): string[] {
  const keys = text.split(/[\s,;]+/).filter((key) => key !== '');
  const wrong = keys.find((key) => !KEY.test(key));
  if (wrong !== undefined) book.add('winners', 'not-a-key', wrong);
  return keys;
}

function source(book: FaultBook, form: CallForm['source']): CallBody['source'] {
  const url = readUrl(book, 'source.url', form.url);
  const publishedOn = readDayEntry(book, 'source.publishedOn', form.publishedOn);
  if (form.url === '' && form.publishedOn === '') return undefined;
  if (url === undefined) return book.add('source.url', 'source-required');
  return { url, ...(publishedOn !== undefined && { publishedOn }) };
}

/** What to send, or what is wrong by field. Only what no reader could make sense of is a fault here; the rest is the domain's to judge. */
export function toCallCommand(form: CallForm): { command: CallBody } | { faults: FormFaults } {
  const book = new FaultBook();
  if (form.programId === '') book.add('programId', 'program-required');
  if (form.round === '') book.add('round', 'required');
  const stated = {
    title: localizedEntry(book, 'title', form.title),
    summary: localizedEntry(book, 'summary', form.summary),
    source: source(book, form.source),
  };
  const command: CallBody = {
    programId: form.programId,
    round: form.round,
    ...(stated.title && { title: stated.title }),
    ...(stated.summary && { summary: stated.summary }),
    rule: enteredRule(book, form),
    deadlines: form.deadlines.flatMap((deadline, at) =>
      isUntouchedDeadline(deadline) ? [] : [deadlineToJson(book, deadline, `deadlines.${at}`)],
    ),
    award: awardToJson(book, form.award),
    partners: partnersToJson(book, form.partners),
    ...(stated.source && { source: stated.source }),
    ...(form.previousCallId !== '' && { previousCallId: form.previousCallId }),
    winners: winners(book, form.winners),
  };
  return book.isEmpty ? { command } : { faults: book.faults };
}
