import { setTimeout as sleep } from 'node:timers/promises';

export interface Waiting<Found> {
  readonly withinMs: number;
  /** Undefined: not yet. */
  readonly look: () => Found | undefined | Promise<Found | undefined>;
  readonly everyMs?: number;
  /** What the message of a failure should say besides. */
  readonly tell?: () => string | Promise<string>;
}

/** Waits for something, but not for ever. Fails with what was waited for and how things stood. */
export async function eventually<Found>(what: string, { withinMs, look, everyMs = 200, tell }: Waiting<Found>): Promise<Found> {
  const started = performance.now();
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (performance.now() - started > withinMs) break;
    await sleep(everyMs);
  }
  throw new Error(`Not within ${withinMs / 1000} s: ${what}.${tell ? `\n${await tell()}` : ''}`);
}
