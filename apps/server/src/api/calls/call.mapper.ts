import type { CallState } from '@app/deadlines/call-status.js';
import type { Award } from '@app/funding/award.js';
import type { CallCommand } from '@app/funding/call-command.js';
import { statedOf } from '@app/funding/call-deadline.js';
import { type CallRecord, partnersOf, presentDeadlines, titleOf } from '@app/funding/call-record.js';
import type { Expectation } from '@app/funding/expected-rounds.js';
import type { CallDto, ChangeCallDto, CreateCallDto } from './call.dto.js';
import { toExpectedRoundDto } from './expected-round.dto.js';

/** Without the absent ones: a DTO instance has every declared property. */
function stated<Value extends object>(value: Value): Value {
  return JSON.parse(JSON.stringify(value)) as Value;
}

export function toCallCommand(dto: CreateCallDto): CallCommand {
  return {
    round: dto.round,
    title: dto.title ?? null,
    summary: dto.summary ?? null,
    rule: dto.rule,
    deadlines: dto.deadlines,
    award: stated(dto.award) as Award,
    partners: stated(dto.partners ?? []),
    source: dto.source ? stated(dto.source) : null,
    previousCallId: dto.previousCallId ?? null,
    winners: dto.winners ?? [],
  };
}

/** Only what was sent; `null` empties a field. */
export function toCallChange(dto: ChangeCallDto): Partial<CallCommand> {
  return stated(dto) as Partial<CallCommand>;
}

/** `expected`: what may come after it, of a past round. */
export function toCallDto(call: CallRecord, state: CallState, expected?: Expectation): CallDto {
  const title = { de: titleOf(call, 'de'), en: titleOf(call, 'en') };
  return stated({
    id: call.id,
    programId: call.program.id,
    program: { id: call.program.id, title: call.program.title },
    round: call.round,
    title,
    summary: call.summary ?? undefined,
    rule: call.rule,
    deadlines: presentDeadlines(call).map(statedOf),
    award: call.award as CallDto['award'],
    partners: [...partnersOf(call)],
    topics: [...call.program.topics],
    source: call.source ?? undefined,
    previousCallId: call.previousCallId ?? undefined,
    winners: [...call.winners],
    state: call.state,
    status: state.status,
    opensAt: state.opensAt?.toString(),
    closesAt: state.closesAt?.toString(),
    daysLeft: state.daysLeft,
    expectedRound: expected && toExpectedRoundDto(expected),
    publishedAt: call.publishedAt?.toString(),
    withdrawnAt: call.withdrawnAt?.toString(),
    withdrawalReason: call.withdrawalReason ?? undefined,
    version: call.version,
    createdAt: call.createdAt.toString(),
    updatedAt: call.updatedAt.toString(),
  });
}
