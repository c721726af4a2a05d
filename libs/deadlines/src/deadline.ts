/** A day and perhaps a time in the deadline's zone: `{ date: '2014-07-25' }`, `{ date: '2021-01-29', time: '12:00' }`. Without a time the whole day counts. */
export interface Moment {
  /** ISO 8601, years 0001 to 9999. */
  readonly date: string;
  /** "00:00" to "23:59". */
  readonly time?: string;
}

/** A day of every year: "09-30"; never "02-29". */
export interface YearlyClosing {
  readonly monthDay: string;
  readonly time?: string;
}

export type FixedSchedule = { readonly kind: 'fixed'; readonly opens?: Moment; readonly closes: Moment };
/** Several dated cut-offs, in any order. */
export type CutOffSchedule = { readonly kind: 'cut_offs'; readonly opens?: Moment; readonly closes: readonly Moment[] };
export type YearlySchedule = {
  readonly kind: 'yearly';
  readonly closes: readonly YearlyClosing[];
  readonly opens?: { readonly monthDay: string };
};
export type RollingSchedule = {
  readonly kind: 'rolling';
  readonly opens?: Moment;
  readonly until?: Moment;
  readonly untilExhausted?: boolean;
  readonly exhausted?: boolean;
};
/** `duration` is an ISO 8601 duration of whole days: "P8W", "P0D" (the day before). */
export type RelativeSchedule = { readonly kind: 'relative'; readonly before: 'project_start' | 'application'; readonly duration: string };
/** Only the month is known: "2020-10". */
export type MonthSchedule = { readonly kind: 'month'; readonly closes: string };
export type OpeningSchedule = { readonly kind: 'opening'; readonly opens: Moment };
export type UnannouncedSchedule = { readonly kind: 'unannounced' };

export type Schedule =
  | FixedSchedule
  | CutOffSchedule
  | YearlySchedule
  | RollingSchedule
  | RelativeSchedule
  | MonthSchedule
  | OpeningSchedule
  | UnannouncedSchedule;

export type ScheduleKind = Schedule['kind'];
export const SCHEDULE_KINDS = [
  'fixed',
  'cut_offs',
  'yearly',
  'rolling',
  'relative',
  'month',
  'opening',
  'unannounced',
] as const satisfies readonly ScheduleKind[];

export const EFFECTS = ['excludes', 'soft'] as const;
export type Effect = (typeof EFFECTS)[number];
export const ACTS = ['receipt', 'postmark', 'upload'] as const;
export type Act = (typeof ACTS)[number];
export const WEEKEND_RULES = ['none', 'next_working_day'] as const;
export type WeekendRule = (typeof WEEKEND_RULES)[number];

/** The stages that the product has words for; any other of `[a-z_]+` is accepted (an open vocabulary). */
export const STAGES = [
  'questions',
  'registration',
  'expression_of_interest',
  'outline',
  'application',
  'paper_copy',
  'supplement',
  'proof_of_use',
] as const;
/** The stages by which a call is open or closed (contract §5): the end of the questions or a proof of use says nothing about that. */
export const APPLICATION_STAGES: readonly string[] = ['registration', 'expression_of_interest', 'outline', 'application'];

/** Until when something has to be done. For whom it counts (`appliesTo`) belongs to the call and stands in libs/funding. */
export interface Deadline {
  readonly id?: string;
  readonly stage: string;
  /** IANA name. */
  readonly zone: string;
  readonly schedule: Schedule;
  /** excludes: late is out (Ausschlussfrist); soft: late may still count (Ordnungsfrist). */
  readonly effect: Effect;
  readonly act?: Act;
  readonly channel?: string;
  /** Default none: § 31 (3) VwVfG and § 193 BGB do not apply to every funding deadline. */
  readonly weekendRule?: WeekendRule;
  /** Region whose public holidays count: "DE", "DE-BY"; by default the country of the zone, nation-wide ones only. */
  readonly holidays?: string;
}

export type Status = 'upcoming' | 'open' | 'closed' | 'undated';

/** What a relative deadline is reckoned from. */
export interface Anchors {
  readonly applicationDeadline?: Deadline;
  readonly projectStart?: Temporal.PlainDate;
}
