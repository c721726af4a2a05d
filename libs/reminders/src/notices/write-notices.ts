import type { MatchingState } from '@app/matching/matching-state.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { ClaimedLetter } from '../letter-state.js';
import { changesNote } from '../letters/changes-note.js';
import type { LetterLinks } from '../letters/letter-links.js';
import { matchesNote, type ToldMatches } from '../letters/matches-note.js';
import type { NoteLetter } from '../letters/note-model.js';
import { correctionsNote, outcomesNote } from '../letters/outcomes-note.js';
import { feedNote, testNote, verifyNote } from '../letters/plain-notes.js';
import type { NoteFrame, ToldCall, ToldChange } from '../letters/told.js';
import { unheardNote } from '../letters/unheard-note.js';
import { FoundMatches } from '../matches/found-matches.js';
import { RemindersSettings } from '../reminders-settings.js';
import { keepCalls, skipNotices } from './notice-state.js';
import { type NoticeSurroundings, readSurroundings, recipientOf } from './notice-surroundings.js';
import { type NoticeRow, readNotices } from './notices.query.js';
import { objectionToNotice } from './objection-to-notice.js';
import { changeOf } from './told-change-of.js';
import { isUndone } from './undone-outcome.js';

export interface WrittenNotices {
  readonly note: NoteLetter;
  /** Where it goes. */
  readonly address: string;
}

export interface NoticesLetter {
  readonly letter: ClaimedLetter;
  readonly links: LetterLinks;
  readonly now: Temporal.Instant;
}

export interface LookedAt {
  readonly letter: ClaimedLetter;
  readonly state: MatchingState;
  readonly now: Temporal.Instant;
  /** Another copy of it has gone. */
  readonly isPartlySent: boolean;
}

/** Notices of one person that are to be told, and all that has to be known for that. */
export interface RightNotices {
  readonly notices: readonly NoticeRow[];
  readonly surroundings: NoticeSurroundings;
}

/** Looks once more whether each notice of a claimed letter is right, and writes what is left, in the claim's transaction. */
@Injectable()
export class WriteNotices {
  constructor(
    private readonly settings: RemindersSettings,
    private readonly found: FoundMatches,
  ) {}

  /** What is still right in it; the rest is skipped, each with its reason. */
  async look(em: EntityManager, { letter, state, now, isPartlySent }: LookedAt): Promise<RightNotices> {
    const bound = await readNotices(em, `where n.letter_id = $1 and n.state = 'bound' order by n.id for update of n`, [letter.id]);
    const surroundings = await readSurroundings(em, letter.personId, bound, { state, found: this.found });
    const looked = bound.map((notice) => ({ notice, reason: reasonAgainst(notice, surroundings, now) }));
    await skipNotices(
      em,
      looked.flatMap(({ notice: { id }, reason }) => (reason ? [{ id, reason }] : [])),
      now,
    );
    const right = looked.filter(({ reason }) => !reason).map(({ notice }) => notice);
    if (isPartlySent) return { notices: right, surroundings: { ...surroundings, matches: asTold(right, surroundings) } };
    for (const { id } of right) {
      const calls = surroundings.matches.get(id)?.calls.map(({ call }) => call.id);
      if (calls) await keepCalls(em, id, calls);
    }
    return { notices: right, surroundings };
  }

  /** At least one notice. */
  write({ notices, surroundings }: RightNotices, { letter, links, now }: NoticesLetter): WrittenNotices {
    return { note: this.note(notices, surroundings, { person: letter, links }, now), address: addressFor(notices[0]!, letter) };
  }

  /** All of a letter's notices are of one kind of letter. */
  private note(notices: readonly NoticeRow[], surroundings: NoticeSurroundings, frame: NoteFrame, now: Temporal.Instant): NoteLetter {
    const [first] = notices as [NoticeRow];
    const told = (): ToldCall[] => notices.map((notice) => toldCall(notice, surroundings));
    switch (first.kind) {
      case 'deadline-changed':
      case 'call-withdrawn':
        return changesNote(
          notices.map((notice) => toldChange(notice, surroundings)),
          frame,
          now,
        );
      case 'now-eligible':
      case 'no-longer-eligible':
        return outcomesNote(told(), frame, now);
      case 'correction':
        return correctionsNote(told(), frame, now);
      case 'new-matches':
        return matchesNote(toldMatches(first, surroundings), frame, now);
      case 'nobody-listens':
        return unheardNote(told(), text(first, 'as') === 'admin' ? 'admin' : 'staff', frame, now);
      case 'verify-address':
        return verifyNote({ address: text(first, 'address'), url: this.settings.baseUrl + text(first, 'path') }, frame);
      case 'feed-stopped':
        return feedNote(
          {
            ...{ name: text(first, 'name'), reason: text(first, 'reason'), program: text(first, 'program'), lastOn: text(first, 'lastOn') },
            url: this.settings.baseUrl + (text(first, 'path') || '/calendar'),
          },
          frame,
        );
      default:
        return testNote(frame);
    }
  }
}

/** Only those new matches that the copy before told of: what came since is for the next letter, to everybody. */
function asTold(notices: readonly NoticeRow[], { matches }: NoticeSurroundings): NoticeSurroundings['matches'] {
  return new Map(
    [...matches].map(([id, now]) => {
      const told = notices.find((notice) => notice.id === id)?.params.calls;
      return [id, { ...now, calls: now.calls.filter(({ call }) => Array.isArray(told) && told.includes(call.id)) }];
    }),
  );
}

function reasonAgainst(notice: NoticeRow, surroundings: NoticeSurroundings, now: Temporal.Instant): string | undefined {
  const objection = objectionToNotice(notice, surroundings, now);
  if (objection) return objection;
  if (isUndone(notice, surroundings)) return 'undone';
  if (notice.kind !== 'deadline-changed') return undefined;
  const change = changeOf(notice, surroundings);
  return typeof change === 'string' ? change : undefined;
}

function toldCall(notice: NoticeRow, surroundings: NoticeSurroundings): ToldCall {
  const { state } = surroundings;
  const authority = state.authorities.get(recipientOf(notice, surroundings)!.ordinal)!;
  return { call: state.calls.get(notice.callId!)!.call, authority, named: state.named };
}

function toldChange(notice: NoticeRow, surroundings: NoticeSurroundings): ToldChange {
  const told = toldCall(notice, surroundings);
  if (notice.kind === 'call-withdrawn') return { ...told, reason: told.call.withdrawalReason, jumped: [], unit: 'days' };
  const change = changeOf(notice, surroundings);
  if (typeof change === 'string') throw new Error(`a notice that is ${change} is not told`);
  return { ...told, ...change };
}

function toldMatches(notice: NoticeRow, { state, matches }: NoticeSurroundings): ToldMatches {
  const { search, calls } = matches.get(notice.id)!;
  const authority = state.authorities.values().find(({ id }) => id === search.authorityId);
  const { part, parts, total } = notice.params as { part: number; parts: number; total: number };
  return { search, ...(authority && { authority }), named: state.named, calls: calls.map(({ call }) => call), part, parts, total };
}

function text({ params }: NoticeRow, name: string): string {
  const value = params[name];
  return typeof value === 'string' ? value : '';
}

/** A new address is proven by a letter to itself. */
function addressFor(notice: NoticeRow, { email }: ClaimedLetter): string {
  return notice.kind === 'verify-address' ? text(notice, 'address') : email;
}
