import { titleOf } from '@app/funding/call-record.js';
import type { StanceRow } from '@app/tracking/stances.query.js';
import type { TrackedCall } from '@app/tracking/tracked-calls.js';
import type { CallStanceDto, StanceDto } from './stance.dto.js';

export function toStanceDto({ personId, personName, kind, reason, note, since, version }: StanceRow): StanceDto {
  return {
    person: { id: personId, name: personName },
    kind,
    ...(reason && { reason }),
    ...(note && { note }),
    since: since.toString(),
    version,
  };
}

/** One for each person's stance to the call. */
export function toCallStanceDtos({ call, state, stances }: TrackedCall): CallStanceDto[] {
  const tracked = {
    id: call.id,
    title: { de: titleOf(call, 'de'), en: titleOf(call, 'en') },
    state: call.state,
    status: state.status,
    ...(state.closesAt && { closesAt: state.closesAt.toString() }),
    ...(state.daysLeft !== undefined && { daysLeft: state.daysLeft }),
  };
  return stances.map((stance) => ({ ...toStanceDto(stance), call: tracked }));
}
