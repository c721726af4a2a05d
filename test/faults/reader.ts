import { setTimeout as sleep } from 'node:timers/promises';

/** What a reader got; 0: no answer at all. */
export interface Answer {
  readonly status: number;
  readonly retryAfter: string | null;
  readonly octets: number;
  /** When it was asked for, and how long it took: milliseconds, of performance.now(). */
  readonly at: number;
  readonly tookMs: number;
}

const PAUSE_MS = 50;
const LIMIT_MS = 10_000;

/** Asks for one address again and again. */
export class Reader {
  readonly answers: Answer[] = [];
  private isDone = false;
  private readonly reading: Promise<void>;

  constructor(private readonly url: string) {
    this.reading = this.read();
  }

  async stop(): Promise<void> {
    this.isDone = true;
    await this.reading;
  }

  /** Each status and how often. */
  get tally(): Record<string, number> {
    return Object.fromEntries(
      [...Map.groupBy(this.answers, ({ status }) => String(status))].map(([status, found]) => [status, found.length]),
    );
  }

  private async read(): Promise<void> {
    while (!this.isDone) {
      const at = performance.now();
      const response = await fetch(this.url, { signal: AbortSignal.timeout(LIMIT_MS) }).catch(() => undefined);
      const body = await response?.text().catch(() => undefined);
      const retryAfter = response?.headers.get('retry-after') ?? null;
      const octets = Buffer.byteLength(body ?? '');
      this.answers.push({ status: response?.status ?? 0, retryAfter, octets, at, tookMs: performance.now() - at });
      await sleep(PAUSE_MS);
    }
  }
}
