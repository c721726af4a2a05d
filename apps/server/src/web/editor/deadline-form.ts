import type { Deadline, ScheduleKind } from '@app/deadlines/deadline.js';
import { HOME_ZONE } from '@app/kernel/home-zone.js';
import { type Body, isTicked, rowsOf, textOf } from './form-reading.js';
import { EMPTY_WAY, isEmptyWay, readWay, type WayForm } from './way-form.js';

/**
 * One deadline as entered. Fields, with N from 0: `deadlines.N.id` (hidden, absent for a new one), `.stage`, `.kind`, `.opens` and `.closes`
 * (days; `closes` of a rolling call is its last day), `.opensTime`, `.time`, `.closings` (cut_offs: one day a line, perhaps with a time),
 * `.monthDays` (yearly: one a line), `.opensMonthDay`, `.month`, `.before`, `.duration`, `.durationUnit` (D, W, M, iso), `.untilExhausted`
 * and `.exhausted` ("yes"), `.zone`, `.act`, `.channel`, `.weekendRule`, `.holidays`, `.effect`, `.applies.*` (one way,
 * see WayForm) or `.appliesTo` (JSON): for whom it holds.
 */
export interface DeadlineForm {
  id: string;
  stage: string;
  kind: ScheduleKind;
  opens: string;
  opensTime: string;
  closes: string;
  time: string;
  closings: string;
  monthDays: string;
  opensMonthDay: string;
  month: string;
  before: string;
  duration: string;
  durationUnit: string;
  untilExhausted: boolean;
  exhausted: boolean;
  zone: string;
  act: string;
  channel: string;
  weekendRule: string;
  holidays: string;
  effect: string;
  applies: WayForm;
  /** JSON, for what one way cannot show. */
  appliesTo: string;
}

export const EMPTY_DEADLINE: DeadlineForm = {
  id: '',
  stage: 'application',
  kind: 'fixed',
  opens: '',
  opensTime: '',
  closes: '',
  time: '',
  closings: '',
  monthDays: '',
  opensMonthDay: '',
  month: '',
  before: 'project_start',
  duration: '',
  durationUnit: 'W',
  untilExhausted: false,
  exhausted: false,
  zone: HOME_ZONE,
  act: '',
  channel: '',
  weekendRule: 'none',
  holidays: '',
  effect: 'excludes',
  applies: EMPTY_WAY,
  appliesTo: '',
};

const TICKS = ['untilExhausted', 'exhausted'] as const;
const isTick = (key: string) => (TICKS as readonly string[]).includes(key);

/** Fields that the form did not show for a kind are as in an empty one. */
export function readDeadlines(body: Body): DeadlineForm[] {
  return rowsOf(body, 'deadlines').map((row) => {
    const { applies: _applies, ...plain } = EMPTY_DEADLINE;
    const form: Record<string, string | boolean | WayForm> = { applies: readWay(body, `${row}.applies`) };
    for (const [key, empty] of Object.entries(plain)) {
      const name = `${row}.${key}`;
      form[key] = isTick(key) ? isTicked(body, name) : name in body ? textOf(body, name) : empty;
    }
    return form as unknown as DeadlineForm;
  });
}

/** A row in which nobody entered a day: it is no deadline yet. */
export function isUntouchedDeadline(form: DeadlineForm): boolean {
  const entries = [form.opens, form.closes, form.time, form.closings, form.monthDays, form.month, form.channel, form.appliesTo];
  return form.id === '' && form.kind === 'fixed' && isEmptyWay(form.applies) && entries.every((text) => text === '');
}

/** Where in the form a fault of the deadline's JSON belongs: "schedule/closes" → "closes"; by kind. */
export function deadlineField(rest: readonly string[], { kind, appliesTo }: Pick<DeadlineForm, 'kind' | 'appliesTo'>): string {
  const [first, second] = rest;
  if (first === 'appliesTo' && appliesTo === '') return rest.includes('territory') ? 'applies.territories' : 'applies.types';
  if (first !== 'schedule') return first === undefined ? 'closes' : first in EMPTY_DEADLINE ? first : 'closes';
  if (second === 'until') return 'closes';
  if (second === 'opens') return kind === 'yearly' ? 'opensMonthDay' : 'opens';
  if (second !== undefined && second !== 'closes') return second in EMPTY_DEADLINE ? second : 'kind';
  const closing: Partial<Record<ScheduleKind, string>> = {
    cut_offs: 'closings',
    yearly: 'monthDays',
    month: 'month',
    relative: 'duration',
    opening: 'opens',
  };
  return closing[kind] ?? 'closes';
}

export type DeadlineJson = Deadline & { readonly appliesTo?: unknown };
