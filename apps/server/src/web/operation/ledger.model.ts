import type { NoticeView } from '@app/reminders/notices/notices-on.query.js';
import type { ReminderView, ShownState } from '@app/reminders/reminders-on.query.js';
import type { Day } from '../pieces/day.js';

/** GET /operation/reminders. */
export interface LedgerModel {
  on: Day;
  /** As it was typed; it names no day, and today is shown instead. */
  wrongDay?: string;
  /** '': all of them. */
  state: ShownState | '';
  counts: Readonly<Record<ShownState, number>>;
  rows: readonly LedgerRowView[];
  total: number;
  /** Where the next page begins. */
  next?: string;
  /** This is not the first page. */
  isLater: boolean;
  /** What is told beside reminders. */
  notices: readonly NoticeRowView[];
  /** What will be told beside them unless somebody acts until then. */
  foreseen: readonly NoticeRowView[];
  /** Where their next page begins. */
  nextNotices?: string;
}

export interface NoticeRowView extends Omit<NoticeView, 'call'> {
  readonly call?: { readonly id: string; readonly title: string };
  /** Of the authority. */
  readonly zone: string;
}

export interface LedgerRowView extends Omit<ReminderView, 'call'> {
  readonly call: { readonly id: string; readonly title: string };
  /** Of the authority. */
  readonly zone: string;
}
