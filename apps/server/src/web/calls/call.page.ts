import { expectedWords } from '@app/deadlines/words/expected-words.js';
import { hasJointApplication } from '@app/eligibility/criterion.js';
import { describeRule } from '@app/eligibility/describe-rule.js';
import { entitled } from '@app/eligibility/entitled.js';
import { ruleInOneLine } from '@app/eligibility/rule-in-one-line.js';
import { type CallRecord, partnersOf, presentDeadlines, roundName, summaryOf, titleOf } from '@app/funding/call-record.js';
import { callStateAt } from '@app/funding/call-status.js';
import { readCall } from '@app/funding/read-calls.query.js';
import { readVersions } from '@app/funding/read-versions.query.js';
import { type Actor, mayActFor, mayEdit } from '@app/kernel/actor.js';
import { Clock, dayAt } from '@app/kernel/clock.js';
import { HOME_ZONE } from '@app/kernel/home-zone.js';
import { inLocale, type Locale } from '@app/kernel/locale.js';
import { Expectations } from '@app/matching/expectations.js';
import { MatchingIndex } from '@app/matching/matching-index.js';
import type { MatchingState } from '@app/matching/matching-state.js';
import { tallyOf } from '@app/matching/outcome-of.js';
import { scopeOf } from '@app/persistence/scope.js';
import { Transactions } from '@app/persistence/transactions.js';
import { readLeadsHere } from '@app/reminders/leads/leads-here.query.js';
import { readPreference } from '@app/reminders/read-preference.query.js';
import { readStances } from '@app/tracking/stances.query.js';
import { Injectable } from '@nestjs/common';
import { ReadCallFor } from '../../api/calls/read-call-for.js';
import { Settings } from '../../edge/settings.js';
import { paths } from '../frame/paths.js';
import { toRuleNode } from '../pieces/explained-rule.js';
import { CallPlanPage } from '../planning/call-plan.page.js';
import { isRemindedOf, leadsModel } from '../reminders/leads.model.js';
import { capital } from '../texts/capital.js';
import { stanceModel } from '../tracking/stance.model.js';
import type { CallModel, MatchSummary, PreviousRound } from './call.model.js';
import { deadlinesFor, type Reader, textUrlOf } from './call-lists.js';
import { forAuthority } from './for-authority.js';
import { statesOf } from './states-of.js';
import { structuredCall } from './structured-call.js';
import { versionViews } from './version-views.js';

/** One call as a page: until when, who, how much, by whom, and whether the reader's authority may. */
@Injectable()
export class CallPage {
  constructor(
    private readonly readCallFor: ReadCallFor,
    private readonly index: MatchingIndex,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly plans: CallPlanPage,
    private readonly settings: Settings,
  ) {}

  async model(id: string, actor: Actor | undefined, locale: Locale, authorityKey: string | undefined): Promise<CallModel> {
    const call = await this.readCallFor.run(actor, id);
    const state = await this.index.current();
    const authority = authorityKey === undefined ? undefined : state.authority(authorityKey);
    const reader: Reader = { locale, now: this.clock.now(), authority, named: state.named };
    const tracked = actor && authority && call.state !== 'draft' && mayActFor(actor, authority.id) ? { actor, authority } : undefined;
    const { versions, previous, stances, leads, preference } = await this.transactions.run(scopeOf(actor), async (em) => ({
      versions: await readVersions(em, id),
      stances: tracked && (await readStances(em, { authorityId: tracked.authority.id, callId: id })),
      leads: tracked && (await readLeadsHere(em, { personId: tracked.actor.id, authorityId: tracked.authority.id, callId: id })),
      preference: tracked && (await readPreference(em, tracked.actor.id)),
      previous: await previousRounds(call, (earlier) => readCall(em, earlier)),
    }));
    const own = authority && forAuthority(call, state, { ...reader, authority });
    const plan = await this.plans.model(call, actor, authority, locale);
    const stance = stances?.find(({ personId }) => personId === actor?.id);
    const isEligible = own?.summary.outcome === 'eligible';
    const isReminded = preference && isRemindedOf(call, { preference, stance, isEligible }, reader.now);
    const day = (at: Temporal.Instant) => dayAt(at, HOME_ZONE).toString();
    return {
      id,
      version: call.version,
      state: call.state,
      title: titleOf(call, locale),
      summary: summaryOf(call, locale),
      structured: structuredCall(
        { ...call, rule: entitled(call.rule, state.named, locale) },
        callStateAt(call, reader.now),
        locale,
        this.settings.baseUrl,
      ),
      program: { id: call.program.id, title: inLocale(call.program.title, locale) },
      round: roundName(call.round, locale),
      today: dayAt(reader.now, authority?.zone ?? HOME_ZONE).toString(),
      who: ruleInOneLine(entitled(call.rule, state.named, locale), locale),
      partners: partnersOf(call),
      award: call.award,
      ...(call.source && { source: call.source }),
      textUrl: textUrlOf(call),
      deadlines: deadlinesFor(call, reader),
      rule: own?.rule ?? toRuleNode(describeRule(entitled(call.rule, state.named, locale), locale)),
      ...(own && { forAuthority: own.summary }),
      ...(tracked && stances && { stance: stanceModel(stances, tracked.actor.id, tracked.authority.zone) }),
      ...(leads && isReminded && { leads: leadsModel('call', leads) }),
      allowsJoining: call.state === 'published' && hasJointApplication(call.rule),
      ...(plan && { plan }),
      previous: previous.map((earlier) => toPreviousRound(earlier, state, reader)),
      ...expectedAfter(call, state, locale),
      winners: namesOf(call.winners, state),
      ...(state.authorities.size > 0 && { matches: matchesOf(state, call) }),
      ...(call.withdrawnAt && { withdrawal: { on: day(call.withdrawnAt), reason: call.withdrawalReason ?? undefined } }),
      versions: versionViews(versions, locale),
      ...(call.state === 'published' && {
        calendarUrl: `${this.settings.baseUrl.replace(/^https?:/, 'webcal:')}/feeds/calls/${id}.ics${locale === 'en' ? '?lang=en' : ''}`,
        amendable: presentDeadlines(call).map(({ id: deadlineId, stage }) => ({ id: deadlineId, stage })),
      }),
      mayEdit: actor !== undefined && mayEdit(actor),
    };
  }
}

/** The rounds before this one, the last first. Guarded against a circle that editors may have made. */
async function previousRounds(call: CallRecord, read: (id: string) => Promise<CallRecord | undefined>): Promise<CallRecord[]> {
  const rounds: CallRecord[] = [];
  let id = call.previousCallId;
  while (id && !rounds.some((round) => round.id === id) && id !== call.id) {
    const round = await read(id);
    if (!round || round.state === 'draft') break;
    rounds.push(round);
    id = round.previousCallId;
  }
  return rounds;
}

function namesOf(keys: readonly string[], state: MatchingState): string[] {
  return keys.map((key) => state.authority(key)?.name ?? key);
}

function toPreviousRound(call: CallRecord, state: MatchingState, { locale, now, authority }: Reader): PreviousRound {
  const reckoned = callStateAt(call, now);
  // one whose money was spent closed before its last day
  const isOver = reckoned.status === 'closed' && reckoned.closesAt && Temporal.Instant.compare(reckoned.closesAt, now) <= 0;
  return {
    name: roundName(call.round, locale),
    href: paths.call(call.id),
    ...(isOver && { closedOn: reckoned.closingDay }),
    award: call.award,
    winners: namesOf(call.winners, state),
    includesOurs: authority !== undefined && call.winners.includes(authority.key),
  };
}

function expectedAfter(call: CallRecord, state: MatchingState, locale: Locale): Pick<CallModel, 'expected'> {
  const expectation = Expectations.of(state).after(call);
  return expectation ? { expected: [capital(expectedWords(expectation.round, locale), locale)] } : {};
}

/** How many fit in all and per state. A draft's rule is tried on the index without being stored. */
export function matchesOf(state: MatchingState, call: Pick<CallRecord, 'id' | 'rule'>): MatchSummary {
  const sets = state.calls.get(call.id)?.outcomes ?? state.outcomesOf(call.rule);
  return { counts: tallyOf(sets), total: state.authorities.size, states: statesOf(state, sets) };
}
