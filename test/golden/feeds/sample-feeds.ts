import type { Presence } from '@app/calendar/calendar-entries.js';
import type { FeedCall } from '@app/calendar/calls-of-feed.js';
import type { FeedOptions } from '@app/calendar/feed-options.js';
import { type FeedFor, WriteFeed } from '@app/calendar/write-feed.js';
import { MatchingState } from '@app/matching/matching-state.js';
import { aCall, dueren, muenster } from '../letters/sample-calls.js';
import { CALLS, cutOffs, everyYear, MILESTONES, withdrawn } from './sample-calls.js';

export const NOON = Temporal.Instant.from('2014-06-27T10:00:00Z');
const LEFT_AT = Temporal.Instant.from('2014-06-26T09:00:00Z');

interface SampleFeed {
  readonly calls: readonly (FeedCall & Presence)[];
  readonly feed: FeedFor;
}

const all = CALLS.map((call) => ({ call }));
const feedFor = (feed: Partial<FeedFor> & { options?: FeedOptions }): FeedFor => ({
  title: 'Fördertakt Düren: Fristen',
  language: 'de',
  options: {},
  authority: dueren,
  ...feed,
});

/** A feed of each kind, by the name of its golden file. */
export const SAMPLE_FEEDS: Readonly<Record<string, SampleFeed>> = {
  'eligible.de': { calls: all.map((call) => ({ ...call, outcome: 'eligible' })), feed: feedFor({}) },
  'eligible.en': {
    calls: all.map((call) => ({ ...call, outcome: 'eligible' })),
    feed: feedFor({ language: 'en', title: 'Fördertakt Düren: deadlines' }),
  },
  'unclear-timed-with-alarm.de': {
    calls: [
      ...all.slice(0, 2).map((call) => ({ ...call, outcome: 'undetermined' as const })),
      { call: everyYear, outcome: 'eligible_jointly' },
    ],
    feed: feedFor({
      options: { timed: true, alarmDays: 7, unclear: true, jointly: true },
      authority: muenster,
      title: 'Eigener Name, mit; Zeichen',
    }),
  },
  'only-outlines.de': { calls: all, feed: feedFor({ options: { stages: ['outline', 'paper_copy'] } }) },
  'open.de': { calls: all, feed: feedFor({ authority: undefined, title: 'Fördertakt: alle offenen Fristen' }) },
  'left.de': { calls: [{ call: cutOffs, shown: { callId: cutOffs.id, goneAt: LEFT_AT, turns: 1, turnedAt: LEFT_AT } }], feed: feedFor({}) },
  'followed.de': { calls: all.slice(0, 1), feed: feedFor({ title: 'Fördertakt Düren: gemerkte Aufrufe', milestones: MILESTONES }) },
  'withdrawn.de': { calls: [{ call: withdrawn }], feed: feedFor({}) },
  'empty.de': { calls: [], feed: feedFor({}) },
};

const state = MatchingState.empty('2014-06-27');
const instance = { read: async () => ({ domain: 'foerdertakt.example' }) } as never;

/** The bytes of a sample feed as of an instant; written anew each time. */
export function textOf(name: string, now = NOON, baseUrl = 'https://foerdertakt.example'): Promise<string> {
  const { calls, feed } = SAMPLE_FEEDS[name]!;
  return new WriteFeed(instance, { baseUrl }).run(calls, feed, state, now);
}

/** What closes on one day, all day and at awkward times, here and far away, as whole days and at the minute; seen in the first half hour of that day. */
export async function textsOfDay(day: Temporal.PlainDate): Promise<string[]> {
  const times = [undefined, '00:00', '02:30', '23:59'];
  const zones = ['Europe/Berlin', 'America/Los_Angeles', 'Pacific/Auckland'];
  const deadlines = zones.flatMap((zone) =>
    times.map((time) => {
      const closes = { date: day.toString(), time };
      return { stage: 'application', zone, effect: 'excludes', schedule: { kind: 'fixed', closes } } as const;
    }),
  );
  const call = aCall({ id: 'tag', deadlines });
  const now = day.toZonedDateTime({ timeZone: 'Europe/Berlin', plainTime: '00:15' }).toInstant();
  const read = (options: FeedOptions) =>
    new WriteFeed(instance, { baseUrl: 'https://foerdertakt.example' }).run([{ call }], feedFor({ options }), state, now);
  return [await read({}), await read({ timed: true, alarmDays: 1 })];
}
