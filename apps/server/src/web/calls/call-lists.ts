import type { AuthorityView } from '@app/authorities/authority-view.js';
import type { Criterion } from '@app/eligibility/criterion.js';
import { entitled } from '@app/eligibility/entitled.js';
import { type NamedTerritories, NO_NAMED_TERRITORIES } from '@app/eligibility/named-territories.js';
import { ruleInOneLine } from '@app/eligibility/rule-in-one-line.js';
import { type CallRecord, partnersOf, presentDeadlines, titleOf } from '@app/funding/call-record.js';
import { applicationDeadlineOf, reckonDeadlines } from '@app/funding/call-status.js';
import { dayAt } from '@app/kernel/clock.js';
import type { Locale } from '@app/kernel/locale.js';
import { appliesTo } from '@app/matching/outcome-of.js';
import { outcomeReason } from '@app/matching/outcome-reason.js';
import type { FoundCall } from '@app/matching/search-calls.js';
import { paths } from '../frame/paths.js';
import { deadlineView } from '../pieces/deadline-view.js';
import type { ResultRowModel } from '../pieces/result-row.js';
import type { DeadlineView } from '../pieces/until.model.js';

/** For whom and when a list is made. */
export interface Reader {
  readonly locale: Locale;
  readonly now: Temporal.Instant;
  readonly authority?: AuthorityView;
  /** The sets of territories as of today: for an authority. */
  readonly named?: NamedTerritories;
}

const STATUS_RANK = { open: 0, upcoming: 1, undated: 2, closed: 3 } as const;
const STAGE_RANK = ['registration', 'expression_of_interest', 'outline', 'application'];

/** The deadlines that apply to the reader, the one that counts now first: open before announced, the next closing before later ones. */
export function deadlinesFor(call: Pick<CallRecord, 'deadlines'>, reader: Reader): DeadlineView[] {
  const applies = reader.authority ? appliesTo(reader.authority, reader.named ?? NO_NAMED_TERRITORIES) : undefined;
  const anchors = { applicationDeadline: applicationDeadlineOf(presentDeadlines(call)) };
  const rank = ({ deadline, state }: ReturnType<typeof reckonDeadlines>[number]): (number | string)[] => [
    STAGE_RANK.includes(deadline.stage) ? 0 : 1,
    STATUS_RANK[state.status],
    state.closesAt?.toString() ?? '~',
  ];
  return reckonDeadlines(call, reader.now, applies)
    .map((reckoned) => ({ reckoned, rank: rank(reckoned) }))
    .sort((a, b) => compareRanks(a.rank, b.rank))
    .map(({ reckoned }) => deadlineView(withTitles(reckoned.deadline, reader), reader.now, reader.locale, anchors));
}

/** Sets of territories under their titles, where it says for whom the deadline counts. */
function withTitles<Stated extends { readonly appliesTo?: Criterion }>(deadline: Stated, { named, locale }: Reader): Stated {
  return deadline.appliesTo ? { ...deadline, appliesTo: entitled(deadline.appliesTo, named, locale) } : deadline;
}

function compareRanks(a: readonly (number | string)[], b: readonly (number | string)[]): number {
  const at = a.findIndex((part, index) => part !== b[index]);
  return at < 0 ? 0 : a[at]! < b[at]! ? -1 : 1;
}

/** The name of whoever gives the money, else the first partner. */
export function funderOf(call: CallRecord): string | undefined {
  const partners = partnersOf(call);
  return (partners.find(({ role }) => role === 'funder') ?? partners[0])?.name;
}

/** Where the funder's own text stands: that of the call, else that of the programme. */
export function textUrlOf({ source, program }: CallRecord): string | undefined {
  return source?.url ?? program.guidelineUrl ?? undefined;
}

/** A call as a row of a list; `found.outcome` is that of the reader's authority. */
export function resultRow({ call, outcome }: FoundCall, reader: Reader): ResultRowModel {
  const { locale, authority, named, now } = reader;
  return {
    href: paths.call(call.id),
    title: titleOf(call, locale),
    funder: funderOf(call),
    who: ruleInOneLine(entitled(call.rule, named, locale), locale),
    deadline: deadlinesFor(call, reader)[0],
    award: call.award,
    ...(authority && outcome && { outcome, why: outcomeReason(call.rule, authority, { day: dayAt(now, authority.zone), locale, named }) }),
  };
}
