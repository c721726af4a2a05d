import type { ProfileDigest } from '@app/tracking/switch-digest.js';
import type { Day, Instant } from '../pieces/day.js';
import type { FieldErrors } from '../pieces/form-values.js';
import type { LeadsModel } from './leads.model.js';
import type { ReminderForm } from './reminder-form.js';

/** GET and POST /reminders. */
export interface RemindersModel {
  authorityName: string;
  email: string;
  /** Further addresses that get the letters. */
  alsoTo?: readonly string[];
  /** The first one gets none. */
  isLeftOut?: boolean;
  /** The address has been confirmed. */
  verified: boolean;
  form: ReminderForm;
  /** Texts by field name. */
  errors: FieldErrors;
  saved?: boolean;
  /** The test letter that was just asked for; later: there were too many. */
  test?: { state: 'waiting' | 'sent' | 'failed'; response?: string; triedAt?: Instant } | 'later';
  /** Mails about new calls that fit. */
  newCalls: { digest: ProfileDigest; version: number };
  /** Whether dates come along as a file. */
  letterOptions: { attachesDates: boolean; version: number };
  /** Of the authority: whether it hears of what nobody has taken up. */
  authorityMail: { tellsUnheard: boolean; version: number };
  /** That hold for the authority. */
  leads?: LeadsModel;
  /** The next letters: when each comes, and what it will say. */
  upcoming: readonly { dueAt: Instant; calls: readonly { title: string; href: string; closesOn: Day }[] }[];
  zone: string;
  today: Day;
}

/** GET and POST /reminders/stop/:token and /reminders/stop-digest/:token: without signing in. Their forms post `do` = stop | resume to the same address. */
export interface StopModel {
  state: 'ask' | 'stopped' | 'resumed' | 'gone';
  /** The address itself. */
  action: string;
  /** Only the new matches of a search, or of what fits an authority, are stopped. */
  digest?: { name: string; isProfile: boolean };
  /** "b…@dueren.de": enough to know it by. Absent when gone. */
  email?: string;
}
