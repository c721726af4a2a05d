import { statedOf } from '@app/funding/call-deadline.js';
import { type CallRecord, partnersOf } from '@app/funding/call-record.js';
import { reckonDeadlines } from '@app/funding/call-status.js';
import type { ProgramRecord } from '@app/funding/read-programs.query.js';
import { CUSTOM_FIELDS, type CustomFieldName } from './custom-field-schemas.js';
import type { CustomField } from './opportunity.js';
import { stated } from './stated.js';

type Values = Partial<Record<CustomFieldName, unknown>>;

/** What the standard cannot say of a round: the exact rule, closing instants, rates, partners, and why it was withdrawn. */
export function fieldsOfCompetition(call: CallRecord, now: Temporal.Instant, baseUrl: string) {
  return written(roundValues(call, now), baseUrl);
}

/** Of a programme, and of its current round. */
export function fieldsOfOpportunity(program: ProgramRecord, current: CallRecord, now: Temporal.Instant, baseUrl: string) {
  const { topics, fundingLevel } = program;
  const own: Values = { currentRound: current.id, topics: topics.length > 0 ? topics : undefined, fundingLevel: fundingLevel ?? undefined };
  return written({ ...own, ...roundValues(current, now) }, baseUrl);
}

function roundValues(call: CallRecord, now: Temporal.Instant): Values {
  const partners = partnersOf(call);
  return {
    eligibilityRule: call.rule,
    deadlines: reckonDeadlines(call, now).map(({ deadline, state }) => ({
      deadline: statedOf(deadline),
      ...stated({ status: state.status, opensAt: state.opensAt?.toString(), closesAt: state.closesAt?.toString() }),
    })),
    award: stated(call.award),
    partners: partners.length > 0 ? partners : undefined,
    round: call.round,
    withdrawalReason: call.withdrawalReason ?? undefined,
  };
}

function written(values: Values, baseUrl: string): Readonly<Record<string, CustomField>> | undefined {
  const fields = Object.entries(values)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]): [string, CustomField] => {
      const { fieldType, description } = CUSTOM_FIELDS[name as CustomFieldName];
      return [name, { name, fieldType, schema: `${baseUrl}/common-grants/schemas/${name}.json`, value, description }];
    });
  return stated(Object.fromEntries(fields));
}
