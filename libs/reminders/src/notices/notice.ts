/** How the notices of a kind travel. */
interface NoticeKindRule {
  /** The kind of letter that they share; each letter is of one kind. */
  readonly letter: string;
  /** Each has a letter of its own. */
  readonly alone?: boolean;
  /** Somebody waits for it before a screen, so it goes out at night too. */
  readonly atNight?: boolean;
}

export const NOTICE_KINDS = {
  'deadline-changed': { letter: 'changes' },
  'call-withdrawn': { letter: 'changes' },
  'now-eligible': { letter: 'outcomes' },
  'no-longer-eligible': { letter: 'outcomes' },
  correction: { letter: 'corrections' },
  'new-matches': { letter: 'matches', alone: true },
  'nobody-listens': { letter: 'nobody-listens' },
  'test-letter': { letter: 'test-letter', alone: true, atNight: true },
  'verify-address': { letter: 'verify-address', alone: true, atNight: true },
  'feed-stopped': { letter: 'feed-stopped', alone: true },
} as const satisfies Record<string, NoticeKindRule>;
export type NoticeKind = keyof typeof NOTICE_KINDS;

export function ruleOf(kind: NoticeKind): NoticeKindRule {
  return NOTICE_KINDS[kind];
}

/** What is to be told to somebody. Person, authority, kind and subject make it what it is, for ever: it is told once. */
export interface NewNotice {
  readonly personId: string;
  /** On behalf of whom; null: the person alone is meant. */
  readonly authorityId?: string | null;
  readonly callId?: string | null;
  readonly kind: NoticeKind;
  /** What it is about, made of ids: "<call>:<version>:<deadline>". */
  readonly subject: string;
  /** What its composer needs: ids and values, no sentences. */
  readonly params?: Readonly<Record<string, unknown>>;
  /** By default at once. */
  readonly dueAt?: Temporal.Instant;
}
