import type { IncomingMessage } from 'node:http';

const IDS = new WeakMap<object, string>();

/** Ties a line of the log to the answer that somebody got; made here, never taken from outside. */
export function requestIdOf(request: IncomingMessage): string {
  const known = IDS.get(request);
  if (known) return known;
  const id = crypto.randomUUID();
  IDS.set(request, id);
  return id;
}
