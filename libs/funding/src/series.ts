import type { CallRecord } from './call-record.js';

/** The calls of one programme that follow on each other. */
export interface Series {
  /** By their publication. */
  readonly calls: readonly CallRecord[];
  /** Calls of the programme that belong to no series: a new round that names no round before it is among them. */
  readonly loose: readonly CallRecord[];
}

/**
 * Published calls by what editors have chained (`previousCallId`); where a programme has no chain, all its calls are one series. Withdrawn
 * calls and drafts were no rounds.
 */
export function seriesOf(calls: Iterable<CallRecord>): Series[] {
  const published = [...calls].filter(({ state }) => state === 'published');
  const chains = chainsOf(published);
  const programs = Map.groupBy(chains, ([first]) => first!.program.id);
  return [...programs.values()].flatMap((ofProgram): Series[] => {
    const linked = ofProgram.filter(({ length }) => length > 1);
    const loose = ofProgram.filter(({ length }) => length === 1).flat();
    if (linked.length === 0) return [{ calls: inOrder(loose), loose: [] }];
    return linked.map((chain) => ({ calls: inOrder(chain), loose }));
  });
}

/** Whoever names whom as the round before belongs together; a single call is a chain of one. */
function chainsOf(calls: readonly CallRecord[]): CallRecord[][] {
  const chainOf = new Map(calls.map((call) => [call.id, [call]]));
  for (const call of calls) {
    const before = call.previousCallId === null ? undefined : chainOf.get(call.previousCallId);
    const own = chainOf.get(call.id)!;
    if (!before || before === own) continue;
    before.push(...own);
    for (const { id } of own) chainOf.set(id, before);
  }
  return [...new Set(chainOf.values())];
}

function inOrder(calls: readonly CallRecord[]): CallRecord[] {
  const at = ({ publishedAt, createdAt }: CallRecord) => publishedAt ?? createdAt;
  return calls.toSorted((one, other) => Temporal.Instant.compare(at(one), at(other)) || (one.id < other.id ? -1 : 1));
}
