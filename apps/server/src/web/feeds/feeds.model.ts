import type { FeedScope } from '@app/calendar/feed.js';
import type { FeedOptions } from '@app/calendar/feed-options.js';
import type { Locale } from '@app/kernel/locale.js';
import type { Day, Instant } from '../pieces/day.js';
import type { FieldErrors } from '../pieces/form-values.js';
import type { FeedForm } from './feed-form.js';

/** GET and POST /calendar. `?call=` and `?search=` choose what the form begins with. */
export interface FeedsModel {
  /** Short: "Düren". */
  authorityName: string;
  today: Day;
  zone: string;
  /** Right after creating or renewing: the only time that the address is shown. */
  created?: { url: string; webcalUrl: string; renewed?: boolean };
  /** Right after changing or removing one. */
  done?: 'changed' | 'removed';
  subscriptions: readonly FeedRow[];
  /** What the form offers. */
  subjects: readonly SubjectChoice[];
  form: FeedForm;
  errors: FieldErrors;
}

/** `value` as in FeedForm.what; `of`: the title of the call, the name of the search. */
export interface SubjectChoice {
  value: string;
  scope: FeedScope;
  of?: string;
}

/** What a subscription holds, as far as its reader may know. */
export interface FeedSubjectModel {
  scope: FeedScope;
  /** The title of the call, the name of the search. */
  of?: string;
  /** As its owner calls it. */
  name?: string;
}

export interface FeedRow extends FeedSubjectModel {
  id: string;
  language: Locale;
  options: FeedOptions;
  /** Tells two of one kind apart. */
  createdOn: Day;
  /** The last first. */
  fetches: readonly FetchModel[];
}

export interface FetchModel {
  at: Instant;
  /** "Thunderbird"; absent: none that we know by name. */
  program?: string;
  /** It came daily, and has not come for two weeks. */
  isSilent: boolean;
}

/** GET /calendar/:id/renewal and /removal: the page asks, its form posts to the same address (field `_csrf`). */
export interface FeedConfirmModel {
  action: 'renew' | 'remove';
  authorityName: string;
  feed: FeedSubjectModel & { id: string };
}

/** GET /calendar/:id: name, language and options, under the same address; POST `version` and the form's fields. */
export interface FeedEditModel {
  authorityName: string;
  feed: FeedSubjectModel & { id: string; version: number };
  form: FeedForm;
  errors: FieldErrors;
}
