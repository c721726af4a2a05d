import { type AuthorityView, applicantOf } from '@app/authorities/authority-view.js';
import type { Criterion } from '@app/eligibility/criterion.js';
import { entitled } from '@app/eligibility/entitled.js';
import { type Evaluation, evaluate } from '@app/eligibility/evaluate.js';
import { explainRule } from '@app/eligibility/explain-rule.js';
import { kindName } from '@app/eligibility/kind-names.js';
import { OUTCOMES, type Outcome, type Verdict } from '@app/eligibility/outcome.js';
import { regionName } from '@app/eligibility/territory-names.js';
import { type Actor, mayEdit } from '@app/kernel/actor.js';
import { Clock, dayAt } from '@app/kernel/clock.js';
import { DomainError } from '@app/kernel/domain-error.js';
import type { Locale } from '@app/kernel/locale.js';
import { sortCalls } from '@app/matching/call-order.js';
import { MatchingIndex } from '@app/matching/matching-index.js';
import type { MatchingState } from '@app/matching/matching-state.js';
import { reasonWords } from '@app/matching/outcome-reason.js';
import { type FoundCall, SearchCalls } from '@app/matching/search-calls.js';
import { unverifiedFacts, unverifiedWords } from '@app/matching/unverified-facts.js';
import { Injectable } from '@nestjs/common';
import { type Reader, resultRow, textUrlOf } from '../calls/call-lists.js';
import { countOutcomes } from '../calls/calls.page.js';
import { factId } from '../frame/paths.js';
import { factSourceOf, toRuleNode } from '../pieces/explained-rule.js';
import type { ResultRowModel } from '../pieces/result-row.js';
import type { ReasonLine } from '../pieces/verdict.js';
import { askedFacts } from './asked-facts.js';
import type { AuthorityModel } from './authority.model.js';
import { FACT, factRows } from './fact-rows.js';

interface Judged {
  readonly found: FoundCall;
  readonly evaluation: Evaluation;
}

/** The sign beside the one line that says why. */
const SIGNS: Record<Outcome, Verdict> = { eligible: 'met', eligible_jointly: 'unmet', undetermined: 'unknown', ineligible: 'unmet' };

/** An authority as its staff see it: what follows from what is known about it, and what is not known yet. */
@Injectable()
export class AuthorityPage {
  constructor(
    private readonly index: MatchingIndex,
    private readonly search: SearchCalls,
    private readonly clock: Clock,
  ) {}

  /** For staff of the authority, editors and administrators only: facts that staff entered are in it. Throws 'not-found' for an unknown key. */
  async model(actor: Actor, key: string, locale: Locale): Promise<AuthorityModel> {
    const state = await this.index.current();
    const authority = state.authority(key);
    if (!authority) throw new DomainError('not-found');
    const found = await this.search.all({ state: 'published', status: ['open', 'upcoming', 'undated'], outcomeFor: { key } });
    const applicant = applicantOf(authority);
    const judged = sortCalls(found, 'closing').map((call) => ({
      found: call,
      evaluation: evaluate(call.call.rule, applicant, state.named),
    }));
    return {
      ...described(authority, state, locale),
      facts: factRows(authority, {
        asked: askedFacts([...state.calls.values()].map(({ call }) => call.rule)),
        missing: judged.map(({ evaluation }) => evaluation.missing),
        locale,
        today: dayAt(this.clock.now(), authority.zone),
        mayChangePublic: mayEdit(actor),
      }),
      counts: countOutcomes(found),
      groups: groupsOf(judged, { locale, now: this.clock.now(), authority, named: state.named }),
      mayEnterFacts: actor.authorityIds.includes(authority.id),
      errors: {},
    };
  }
}

function described(authority: AuthorityView, state: MatchingState, locale: Locale) {
  const kind = kindName(authority.types, locale) ?? '';
  const [newest] = authority.population;
  return {
    name: authority.name,
    officialName: authority.officialName,
    key: authority.key,
    kind: kind.charAt(0).toLocaleUpperCase(locale) + kind.slice(1),
    where: [...parentsOf(authority, state), regionName(authority.territory, locale)].join(', '),
    ...(authority.registerDate !== null && { registerAsOf: authority.registerDate }),
    ...(authority.goneOn && { goneOn: authority.goneOn }),
    ...(newest && { population: newest }),
  };
}

/** Association and county, from near to far; bounded, should a register ever go in circles. */
function parentsOf(authority: AuthorityView, state: MatchingState): string[] {
  const names: string[] = [];
  let parent = authority.parentKey === null ? undefined : state.authority(authority.parentKey);
  while (parent && names.length < 3) {
    names.push(parent.name);
    parent = parent.parentKey === null ? undefined : state.authority(parent.parentKey);
  }
  return names;
}

function groupsOf(judged: readonly Judged[], reader: Reader): AuthorityModel['groups'] {
  return OUTCOMES.map((outcome) => ({
    outcome,
    rows: judged.filter(({ evaluation }) => evaluation.outcome === outcome).map((call) => explainedRow(call, reader)),
  })).filter(({ rows }) => rows.length > 0);
}

function explainedRow({ found, evaluation }: Judged, reader: Reader): ResultRowModel {
  const { rule } = found.call;
  return {
    ...resultRow(found, reader),
    textUrl: textUrlOf(found.call),
    reasons: [...reasonsOf(rule, evaluation, reader), ...unverifiedLines(rule, reader)],
    rule: toRuleNode(
      explainRule(entitled(rule, reader.named, reader.locale), evaluation, reader.locale),
      reader.authority && factSourceOf(reader.authority, reader.locale),
    ),
  };
}

/** One line says why; of an unclear call one for each thing that is missing, which leads to where it is entered. */
function reasonsOf(rule: Criterion, evaluation: Evaluation, { named, locale }: Reader): ReasonLine[] {
  if (evaluation.outcome !== 'undetermined')
    return [{ verdict: SIGNS[evaluation.outcome], text: reasonWords(rule, evaluation, named, locale) }];
  return evaluation.missing.map((item) => ({
    verdict: 'unknown',
    text: reasonWords(rule, { ...evaluation, missing: [item], changes: [] }, named, locale),
    ...(item.startsWith(FACT) && { href: `#${factId(item.slice(FACT.length))}` }),
  }));
}

/** A positive outcome that rests on what nobody has verified for long says so. */
function unverifiedLines(rule: Criterion, { authority, named, now, locale }: Reader): ReasonLine[] {
  if (!authority) return [];
  const text = unverifiedWords(unverifiedFacts(rule, authority, dayAt(now, authority.zone), named), locale);
  return text === undefined ? [] : [{ verdict: 'unknown', text }];
}
