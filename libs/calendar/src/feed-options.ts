/** How a feed shows its entries; what is absent is off. */
export interface FeedOptions {
  /** Programs ring so many days before, 0 to 30; mail is the reminder, many programs ignore alarms. */
  readonly alarmDays?: number;
  /** Only deadlines of these stages; absent: all. */
  readonly stages?: readonly string[];
  /** Closings with a clock time end at it, half an hour long, instead of lasting a day. */
  readonly timed?: boolean;
  /** Of eligible calls: those too of which it is not clear. */
  readonly unclear?: boolean;
  /** Of eligible calls: those too for which others must join. */
  readonly jointly?: boolean;
  /** Without what is merely expected: the next round after past ones. */
  readonly announcedOnly?: boolean;
}

/** Among `stages`: the milestones of what is followed. */
export const MILESTONES = 'milestone';
export const LATEST_ALARM_DAYS = 30;

/** The same options always as the same value: nothing that is off, stages sorted. */
export function normalOptions({ alarmDays, stages, timed, unclear, jointly, announcedOnly }: FeedOptions): FeedOptions {
  return {
    ...(alarmDays !== undefined && { alarmDays }),
    ...(stages !== undefined && stages.length > 0 && { stages: [...new Set(stages)].sort() }),
    ...(timed && { timed }),
    ...(unclear && { unclear }),
    ...(jointly && { jointly }),
    ...(announcedOnly && { announcedOnly }),
  };
}
