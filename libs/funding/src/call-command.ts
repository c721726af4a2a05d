import { parseDeadline } from '@app/deadlines/parse-deadline.js';
import type { Criterion } from '@app/eligibility/criterion.js';
import { parseCriterion } from '@app/eligibility/parse-criterion.js';
import { DomainError, type Fault } from '@app/kernel/domain-error.js';
import type { CallContent } from './call.js';
import type { StatedDeadline } from './call-deadline.js';

/** What an editor sends: rule and deadlines as yet unread JSON, the rest checked for its shape by the edge. */
export type CallCommand = Omit<CallContent, 'rule' | 'deadlines'> & { readonly rule: unknown; readonly deadlines: readonly unknown[] };

function readRule(rule: unknown): { rule?: Criterion; faults: Fault[] } {
  const { criterion, faults } = parseCriterion(rule, '/rule');
  return { rule: criterion, faults: [...faults] };
}

/** One deadline of a call: the schedule's grammar, and `appliesTo` as a rule. */
export function readDeadline(value: unknown, pointer: string): { deadline?: StatedDeadline; faults: Fault[] } {
  const { deadline, faults } = parseDeadline(value, pointer, ['appliesTo']);
  const appliesTo = (value as { appliesTo?: unknown } | null)?.appliesTo;
  if (appliesTo === undefined || appliesTo === null) return { deadline, faults: [...faults] };
  const read = parseCriterion(appliesTo, `${pointer}/appliesTo`);
  return {
    deadline: deadline && read.criterion ? { ...deadline, appliesTo: read.criterion } : undefined,
    faults: [...faults, ...read.faults],
  };
}

function readDeadlines(values: readonly unknown[]): { deadlines: StatedDeadline[]; faults: Fault[] } {
  const read = values.map((value, index) => readDeadline(value, `/deadlines/${index}`));
  const ids = read.map(({ deadline }) => deadline?.id);
  const repeated = ids.flatMap((id, index): Fault[] =>
    id !== undefined && ids.indexOf(id) !== index ? [{ pointer: `/deadlines/${index}/id`, code: 'repeated' }] : [],
  );
  return {
    deadlines: read.flatMap(({ deadline }) => (deadline ? [deadline] : [])),
    faults: [...read.flatMap(({ faults }) => faults), ...repeated],
  };
}

/** Reads rule and deadlines. Throws invalid-rule, invalid-deadline, or invalid when both are faulty, with a pointer to every fault. */
export function readCallCommand(command: Partial<CallCommand>): Partial<CallContent> {
  const rule = 'rule' in command ? readRule(command.rule) : undefined;
  const deadlines = command.deadlines ? readDeadlines(command.deadlines) : undefined;
  const ruleFaults = rule?.faults ?? [];
  const deadlineFaults = deadlines?.faults ?? [];
  if (ruleFaults.length > 0 && deadlineFaults.length > 0) throw new DomainError('invalid', {}, [...ruleFaults, ...deadlineFaults]);
  if (ruleFaults.length > 0) throw new DomainError('invalid-rule', {}, ruleFaults);
  if (deadlineFaults.length > 0) throw new DomainError('invalid-deadline', {}, deadlineFaults);
  return {
    ...command,
    ...(rule ? { rule: rule.rule } : {}),
    ...(deadlines ? { deadlines: deadlines.deadlines } : {}),
  } as Partial<CallContent>;
}
