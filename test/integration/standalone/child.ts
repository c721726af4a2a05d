import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const READY_WITHIN_MS = 30_000;

export interface Ended {
  readonly code: number | null;
  readonly output: string;
}

/** A real `npm start` (or `npm run cli`) as a child process, with nothing of this process's environment but what it needs to run. */
export class Child {
  output = '';
  readonly ended: Promise<Ended>;
  private readonly process: ChildProcess;

  constructor(app: 'standalone' | 'cli', args: readonly string[], env: Readonly<Record<string, string>>) {
    const { PATH = '', HOME = '' } = process.env;
    this.process = spawn(process.execPath, ['config/start.mjs', app, ...args], { cwd: ROOT, env: { PATH, HOME, ...env } });
    for (const stream of [this.process.stdout!, this.process.stderr!]) stream.on('data', (bytes: Buffer) => this.hear(bytes));
    this.ended = new Promise((resolve) => this.process.on('close', (code) => resolve({ code, output: this.output })));
  }

  private hear(bytes: Buffer): void {
    this.output += bytes.toString();
  }

  get pid(): number {
    return this.process.pid!;
  }

  kill(signal: NodeJS.Signals): void {
    this.process.kill(signal);
  }

  /** Waits until the output matches; fails with the output when the process ends before that. */
  async says(pattern: RegExp): Promise<RegExpExecArray> {
    let isOver = false;
    void this.ended.then(() => {
      isOver = true;
    });
    for (let waited = 0; waited < READY_WITHIN_MS; waited += 25) {
      const match = pattern.exec(this.output);
      if (match) return match;
      if (isOver) break;
      await sleep(25);
    }
    throw new Error(`never said ${pattern}, but:\n${this.output}`);
  }

  /** Where it answers, once it does. */
  async url(): Promise<string> {
    return (await this.says(/ist bereit: (http:\S+)/))[1]!;
  }
}
