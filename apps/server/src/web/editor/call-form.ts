import type { Criterion } from '@app/eligibility/criterion.js';
import type { Award } from '@app/funding/award.js';
import type { Partner } from '@app/funding/partner.js';
import type { Locale, PartlyLocalized } from '@app/kernel/locale.js';
import { type AwardForm, awardFromJson, readAward } from './award-form.js';
import { type DeadlineForm, type DeadlineJson, EMPTY_DEADLINE, readDeadlines } from './deadline-form.js';
import { deadlineFromJson } from './deadline-form-from.js';
import { type Body, textOf } from './form-reading.js';
import type { NestedNode } from './nested-node.js';
import { readNestedRule } from './nested-rule-form.js';
import { type PartnerForm, partnersFromJson, readPartners } from './partner-form.js';
import { ruleEntry } from './rule-entry.js';
import { EMPTY_WAY, readWays, type WayForm } from './way-form.js';
import { dayEntry } from './write-entries.js';

/**
 * The form of a call as entered: strings, so that what cannot be read comes back as it was. Field names are the paths of this type:
 * `programId`, `round`, `title.de`, `title.en`, `summary.de`, `summary.en`, `previousCallId`, `winners` (keys, one a line), `source.url`,
 * `source.publishedOn`, `version`, `ruleMode` (ways | nested | json), `rule` (JSON); rows see WayForm, NestedNode, DeadlineForm, AwardForm,
 * PartnerForm.
 * The buttons are named `do`: see `changeRows`, and save | recalculate | review | refresh.
 */
export interface CallForm {
  /** "" for a new one, else the version that was read: for If-Match. */
  version: string;
  programId: string;
  round: string;
  title: { de: string; en: string };
  summary: { de: string; en: string };
  previousCallId: string;
  winners: string;
  source: { url: string; publishedOn: string };
  ruleMode: 'ways' | 'nested' | 'json';
  ways: readonly WayForm[];
  /** The tree, when `ruleMode` is nested; undefined before anything is entered. */
  nested: NestedNode | undefined;
  /** JSON, when `ruleMode` is json. */
  rule: string;
  deadlines: readonly DeadlineForm[];
  award: AwardForm;
  partners: readonly PartnerForm[];
}

const RULE_MODES = ['ways', 'nested', 'json'] as const;

export function readCallForm(body: Body): CallForm {
  const both = (name: string) => ({ de: textOf(body, `${name}.de`), en: textOf(body, `${name}.en`) });
  return {
    version: textOf(body, 'version'),
    programId: textOf(body, 'programId'),
    round: textOf(body, 'round'),
    title: both('title'),
    summary: both('summary'),
    previousCallId: textOf(body, 'previousCallId'),
    winners: textOf(body, 'winners'),
    source: { url: textOf(body, 'source.url'), publishedOn: textOf(body, 'source.publishedOn') },
    ruleMode: RULE_MODES.find((mode) => mode === textOf(body, 'ruleMode')) ?? 'ways',
    ways: readWays(body),
    nested: readNestedRule(body),
    rule: textOf(body, 'rule'),
    deadlines: readDeadlines(body),
    award: readAward(body),
    partners: readPartners(body),
  };
}

export function emptyCallForm(programId = ''): CallForm {
  return { ...readCallForm({ programId }), ways: [EMPTY_WAY], deadlines: [EMPTY_DEADLINE] };
}

/** A call as the editor's pages read it: its own title and partners, not those that come from the programme. */
export interface StoredCall {
  version: number;
  programId: string;
  round: string;
  title?: PartlyLocalized | null;
  summary?: PartlyLocalized | null;
  rule: Criterion;
  deadlines: readonly DeadlineJson[];
  award: Award;
  partners: readonly Partner[];
  source?: { url: string; publishedOn?: string } | null;
  previousCallId?: string | null;
  winners: readonly string[];
}

/** A rule that ways cannot show is edited as a tree, and as JSON where even that would lose something. */
export function fromCall(call: StoredCall, locale: Locale): CallForm {
  const both = (text?: PartlyLocalized | null) => ({ de: text?.de ?? '', en: text?.en ?? '' });
  return {
    version: String(call.version),
    programId: call.programId,
    round: call.round,
    title: both(call.title),
    summary: both(call.summary),
    previousCallId: call.previousCallId ?? '',
    winners: call.winners.join('\n'),
    source: { url: call.source?.url ?? '', publishedOn: dayEntry(call.source?.publishedOn) },
    ...ruleEntry(call.rule, locale),
    deadlines: call.deadlines.length > 0 ? call.deadlines.map((deadline) => deadlineFromJson(deadline, locale)) : [EMPTY_DEADLINE],
    award: awardFromJson(call.award, locale),
    partners: partnersFromJson(call.partners),
  };
}
