import type { Fault } from '@app/kernel/domain-error.js';
import { ACTS, type Deadline, EFFECTS, WEEKEND_RULES } from './deadline.js';
import { readSchedule } from './parse-schedule.js';
import { Fields } from './parsing/fields.js';
import { readId, readOneOf, readRegion, readStage, readText, readZone } from './parsing/read-values.js';

const LONGEST_CHANNEL = 500;

/**
 * A deadline out of any JSON, with a fault for each mistake at its JSON Pointer; `deadline` only where there is none. Never throws.
 * @param pointer where the value stands in what was sent, "" for the whole
 * @param others properties that the caller reads itself (`appliesTo`, in a call); they are not in the result
 */
export function parseDeadline(value: unknown, pointer = '', others: readonly string[] = []): { deadline?: Deadline; faults: Fault[] } {
  const faults: Fault[] = [];
  const fields = Fields.of(value, pointer, faults);
  if (fields === undefined) return { faults };
  const id = fields.optional('id', readId);
  const stage = fields.required('stage', readStage);
  const zone = fields.required('zone', readZone);
  const schedule = fields.required('schedule', readSchedule(zone));
  const effect = fields.required('effect', readOneOf(EFFECTS));
  const rest = {
    ...fields.optional('act', readOneOf(ACTS)),
    ...fields.optional('channel', readText(LONGEST_CHANNEL)),
    ...fields.optional('weekendRule', readOneOf(WEEKEND_RULES)),
    ...fields.optional('holidays', readRegion),
  };
  fields.end(others);
  if (faults.length > 0 || !stage || !zone || !schedule || !effect) return { faults };
  return { deadline: { ...id, stage, zone, schedule, effect, ...rest }, faults };
}
