import type { FactSource } from '@app/eligibility/fact-sources.js';
import type { Outcome } from '@app/eligibility/outcome.js';
import type { AwardView } from '../pieces/award.js';
import type { Day } from '../pieces/day.js';
import type { DeadlineChangeView } from '../pieces/deadline-change.js';
import type { RuleNode } from '../pieces/rule-tree.js';
import type { DeadlineView } from '../pieces/until.model.js';
import type { CallPlanModel } from '../planning/plan.model.js';
import type { LeadsModel } from '../reminders/leads.model.js';
import type { StanceModel } from '../tracking/stance.model.js';
import type { StructuredData } from './structured-call.js';

export interface PartnerView {
  name: string;
  role: string;
  url?: string;
}

export interface PreviousRound {
  /** As the page names it: "1. Runde" / "Round 1". */
  name: string;
  href: string;
  closedOn?: Day;
  award: AwardView;
  /** Display names of the authorities that were selected. */
  winners: readonly string[];
  /** The reader's authority is among them. */
  includesOurs: boolean;
}

/** How many fit, in all and in each state. */
export interface MatchSummary {
  counts: Record<Outcome, number>;
  total: number;
  states: readonly { id: string; eligible: number; total: number }[];
}

/** What holds for the authority that the reader acts for. */
export interface ForAuthority {
  /** Short: "Düren". */
  name: string;
  outcome: Outcome;
  /** "Düren darf sich bewerben: Stadt mit 93.207 Einwohnern, erlaubt sind höchstens 300.000." */
  why: string;
  /** Questions whose answers would clear it up. */
  missing: readonly { text: string; fact?: string; where?: FactSource }[];
  /** A positive outcome rests on facts that nobody has verified for long: "nicht bestätigt seit 1. Januar 2012: finanzschwach". */
  unverified?: string;
  /** What would make it eligible, the likelier and smaller first; empty when it is. */
  changes: readonly { text: string; isUnlikely: boolean; isImpossible: boolean }[];
  /** Figures of other days that would decide differently. */
  vintages?: readonly { asOf: Day; outcome: Outcome }[];
}

/** One published state of the call. */
export interface VersionView {
  version: number;
  change: string;
  on: Day;
  reason?: string;
  /** Against the version before. */
  deadlines: readonly DeadlineChangeView[];
}

/** GET /calls/:id; a draft for editors only. */
export interface CallModel {
  id: string;
  version: number;
  state: 'draft' | 'published' | 'withdrawn';
  title: string;
  summary?: string;
  /** Of a published call. */
  structured?: StructuredData;
  program: { id: string; title: string };
  /** "2. Runde" / "Round 2". */
  round: string;
  today: Day;
  /** Who may apply, in one line. */
  who?: string;
  partners: readonly PartnerView[];
  award: AwardView;
  /** Where the funder's own text stands: that of the call, else that of the programme. */
  textUrl?: string;
  source?: { url: string; publishedOn?: Day; checkedOn?: Day };
  /** The first is the one that counts now. */
  deadlines: readonly DeadlineView[];
  /** The reader's own reminders for the first deadline. */
  reminders?: readonly Day[];
  /** With verdicts when `forAuthority` is given, else without. */
  rule: RuleNode;
  forAuthority?: ForAuthority;
  /** The rule knows joint applications, and somebody may ask with whom. */
  /** Of the public calendar of a published call, as programs open it. */
  calendarUrl?: string;
  allowsJoining?: boolean;
  /** Of a call that the reader's authority follows. */
  plan?: CallPlanModel;
  /** What the reader and their colleagues decided; for staff, of a call that is no draft. */
  stance?: StanceModel;
  /** How long before its closings the reader hears of it. */
  leads?: LeadsModel;
  previous: readonly PreviousRound[];
  /** Of a round that is over: when the next may come, in words. */
  expected?: readonly string[];
  /** Display names of those selected in this round. */
  winners: readonly string[];
  matches?: MatchSummary;
  withdrawal?: { on: Day; reason?: string };
  versions: readonly VersionView[];
  /** Deadlines that an editor may amend: of a published call. */
  amendable?: readonly { id: string; stage: string }[];
  /** The reader edits calls. */
  mayEdit?: boolean;
  /** The withdrawal form came back. */
  withdrawalError?: string;
  /** What was entered in it. */
  withdrawalReason?: string;
}
