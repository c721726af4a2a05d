import type { Outcome } from '@app/eligibility/outcome.js';
import type { Tally } from '@app/matching/outcome-of.js';
import type { PartnerView } from '../calls/call.model.js';
import type { AwardView } from '../pieces/award.js';
import type { Day } from '../pieces/day.js';
import type { FieldErrors, Option } from '../pieces/form-values.js';
import type { RuleNode } from '../pieces/rule-tree.js';
import type { DeadlineView } from '../pieces/until.model.js';
import type { CallForm } from './call-form.js';
import type { ProgramForm } from './program-form.js';

/** GET /editor: everything an editor works on. */
export interface EditorModel {
  drafts: readonly EditedCall[];
  published: readonly EditedCall[];
  withdrawn: readonly EditedCall[];
  programs: readonly { id: string; title: string; rounds: number }[];
}

export interface EditedCall {
  id: string;
  title: string;
  changedOn: Day;
  deadline?: DeadlineView;
  /** How many fit, of how many (published ones). */
  fitting?: { eligible: number; total: number };
}

/** GET /editor/programs/new and /:id; POST to the same address. */
export interface ProgramFormModel {
  /** Absent for a new one. */
  id?: string;
  form: ProgramForm;
  /** Texts by field name; "" for the form as a whole. */
  errors: FieldErrors;
  saved?: boolean;
  /** Rounds of this programme. */
  calls: readonly { id: string; title: string; state: 'draft' | 'published' | 'withdrawn' }[];
}

/** GET /editor/calls/new and /:id; POST to the same address. */
export interface CallFormModel {
  id?: string;
  state: 'draft' | 'published' | 'withdrawn';
  /** Title of the call, once it has one. */
  title?: string;
  form: CallForm;
  errors: FieldErrors;
  saved?: boolean;
  programs: readonly Option[];
  /** Calls that may be the previous round: of the same programme. */
  previousCalls: readonly Option[];
  /** Absent where rule or deadlines cannot be read yet. */
  impact?: Impact;
}

/** How the authorities of one kind or one state fare. */
export interface ImpactGroup {
  id: string;
  total: number;
  after: Tally;
}

/** What publishing it would do. */
export interface Impact {
  total: number;
  counts: Tally;
  /** Kinds of authorities by their neutral tag; "other" for those without one. */
  kinds: readonly ImpactGroup[];
  /** German states by their territory, of other countries the country. */
  states: readonly ImpactGroup[];
  /** Against what is published now. */
  change?: { gained: number; lost: number; unknown: number };
  /** The deadline that counts now, as entered. */
  deadline?: DeadlineView;
  /** What the rule says on both sides of each of its numbers. */
  bounds?: readonly Bound[];
  /** What to look at again, in the reader's language. */
  warnings: readonly Warning[];
}

/** One line that the rule draws through numbers. */
export interface Bound {
  /** JSON Pointer to the bound. */
  path: string;
  /** The two numbers beside the line: with the path, what a confirmation is about. */
  values: string;
  /** "Höchstens 300.000 Einwohner". */
  title: string;
  /** "300.000 Einwohner ja, 300.001 Einwohner nein". */
  statement: string;
  /** Both sides and the real authorities next to them: "Augsburg, 301.033". */
  rows: readonly { label: string; outcome: Outcome }[];
  /** Both sides come out alike. */
  isIdle: boolean;
}

/** A bound with the editor's click. */
export interface BoundQuestion extends Bound {
  isConfirmed: boolean;
}

/** What a click confirms: this bound with these numbers. */
export const aboutOf = ({ path, values }: Bound): string => `${path} ${values}`;

export interface Warning {
  code: string;
  /** JSON Pointer into the rule. */
  path: string;
  text: string;
  /** A hint, a warning that asks for an answer, or what stops publication. */
  severity: 'info' | 'warning' | 'danger';
}

/** A warning with the editor's answer to it, as entered. */
export interface Question extends Warning {
  note: string;
}

/** GET /editor/calls/:id/review; its form posts to /editor/calls/:id/publication. */
export interface ReviewModel {
  id: string;
  version: number;
  state: 'draft' | 'published' | 'withdrawn';
  title: string;
  summary?: string;
  programId: string;
  program: string;
  round: string;
  /** The round before, as lists name it. */
  previousRound?: string;
  partners: readonly PartnerView[];
  award: AwardView;
  source?: { url: string; publishedOn?: Day };
  winners: readonly string[];
  rule: RuleNode;
  deadlines: readonly DeadlineView[];
  impact?: Impact;
  /** Why it cannot be published, in the reader's language; empty when it can. */
  obstacles: readonly string[];
  /** Warnings that publishing asks an answer to; none where there is nothing to publish. */
  questions: readonly Question[];
  /** Numeric bounds that publishing asks to confirm. */
  bounds: readonly BoundQuestion[];
  /** By the name of the field: `answers.N.note`, `bounds.N.confirmed`. */
  errors?: FieldErrors;
  /** Somebody saved in between: what to look at again. */
  changed?: string;
}
