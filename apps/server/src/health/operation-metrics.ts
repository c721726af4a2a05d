import type { Operation } from '@app/reminders/alarm/open-troubles.query.js';
import { TROUBLE_KINDS } from '@app/reminders/alarm/trouble.js';

/** What a monitoring should know of the operation, in Prometheus' text format 0.0.4. */
export function operationMetrics({ facts, troubles }: Operation): string {
  const { mail, queue } = facts;
  const isThere = (kind: string) => (troubles.some((trouble) => trouble.kind === kind) ? 1 : 0);
  return [
    '# HELP foerdertakt_trouble Whether letters do not get out, by what is wrong.',
    '# TYPE foerdertakt_trouble gauge',
    ...TROUBLE_KINDS.map((kind) => `foerdertakt_trouble{kind="${kind}"} ${isThere(kind)}`),
    ...gauge('foerdertakt_letters_refused', 'Letters that mail servers have not taken since the last that got out.', mail.refused),
    ...gauge('foerdertakt_queue_waiting', 'Jobs whose time has come.', queue.waiting),
    ...gauge('foerdertakt_queue_oldest_seconds', 'How long the first of them has waited.', queue.oldestSeconds),
    '',
  ].join('\n');
}

function gauge(name: string, help: string, value: number): string[] {
  return [`# HELP ${name} ${help}`, `# TYPE ${name} gauge`, `${name} ${value}`];
}
