import type { Catalogue, Params } from '@app/kernel/reason.js';
import type { OperationFacts } from './operation-facts.js';

export const TROUBLE_KINDS = ['no-tick', 'mail-fails', 'clock-apart', 'queue-grows'] as const;
export type TroubleKind = (typeof TROUBLE_KINDS)[number];

/** Something that people do not notice until a reminder is missing. */
export interface Trouble {
  readonly kind: TroubleKind;
  readonly params: Params;
}

/** Tasks without which no letter is bound; each runs every 15 seconds. */
export const WATCHED_TASKS: readonly string[] = ['release-due-letters', 'release-due-notices'];

const NO_TICK = { minutes: 10 };
/** A mail server that lets everybody wait once (greylisting) is no trouble; one that refuses so many letters in a row is. */
const MANY_REFUSED = 10;
/** Sessions, links and the order of things are not hurt by less. */
const APART_MS = 30_000;
const OLD_JOB_SECONDS = 600;

/** `watchingSince`: whoever has not seen a single tick is only worried after having waited for one. */
export function troublesOf(facts: OperationFacts, watchingSince: Temporal.Instant): Trouble[] {
  return [noTick(facts, watchingSince), mailFails(facts), clockApart(facts), queueGrows(facts)].filter((trouble) => trouble !== undefined);
}

/** The task that has been away for the longest decides. */
function noTick({ at, ticks }: OperationFacts, watchingSince: Temporal.Instant): Trouble | undefined {
  const watched = ticks.filter(({ task }) => WATCHED_TASKS.includes(task));
  const last = (tick: { readonly tickedAt: Temporal.Instant | null }) => tick.tickedAt ?? watchingSince;
  const [worst] = watched.toSorted((one, other) => Temporal.Instant.compare(last(one), last(other)));
  const since = worst ? last(worst) : watchingSince;
  if (Temporal.Instant.compare(since.add(NO_TICK), at) > 0) return undefined;
  const reason = worst?.failedAt && Temporal.Instant.compare(worst.failedAt, since) > 0 ? (worst.reason ?? '') : '';
  return { kind: 'no-tick', params: { minutes: Math.floor(since.until(at).total('minutes')), reason } };
}

function mailFails({ mail: { refused, stubborn, response } }: OperationFacts): Trouble | undefined {
  if (stubborn === 0 && refused < MANY_REFUSED) return undefined;
  return { kind: 'mail-fails', params: { letters: refused, response: response ?? '' } };
}

function clockApart({ databaseAheadMs }: OperationFacts): Trouble | undefined {
  if (Math.abs(databaseAheadMs) <= APART_MS) return undefined;
  return { kind: 'clock-apart', params: { seconds: Math.round(Math.abs(databaseAheadMs) / 1000) } };
}

function queueGrows({ queue: { waiting, oldestSeconds } }: OperationFacts): Trouble | undefined {
  if (waiting === 0 || oldestSeconds < OLD_JOB_SECONDS) return undefined;
  return { kind: 'queue-grows', params: { jobs: waiting, minutes: Math.floor(oldestSeconds / 60) } };
}

/** One sentence for each: what is the case. */
export const TROUBLE_TEXTS: Catalogue<TroubleKind> = {
  de: {
    'no-tick': ({ minutes, reason }) =>
      `Seit ${minutes} Minuten wird keine Mail vorbereitet.${reason ? ` Zuletzt hieß es: „${reason}“.` : ''}`,
    'mail-fails': ({ letters, response }) =>
      `Der Mailserver nimmt Mails nicht an (${letters}).${response ? ` Zuletzt hieß es: „${response}“.` : ''}`,
    'clock-apart': ({ seconds }) => `Die Uhren von Programm und Datenbank gehen ${seconds} Sekunden auseinander.`,
    'queue-grows': ({ jobs, minutes }) => `In der Warteschlange steht Arbeit (${jobs}), die älteste seit ${minutes} Minuten.`,
  },
  en: {
    'no-tick': ({ minutes, reason }) =>
      `No mail has been prepared for ${minutes} minutes.${reason ? ` The last message was “${reason}”.` : ''}`,
    'mail-fails': ({ letters, response }) =>
      `The mail server does not take mails (${letters}).${response ? ` The last answer was “${response}”.` : ''}`,
    'clock-apart': ({ seconds }) => `The clocks of the program and of the database are ${seconds} seconds apart.`,
    'queue-grows': ({ jobs, minutes }) => `Work is waiting in the queue (${jobs}), the oldest for ${minutes} minutes.`,
  },
};
