import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { eventually } from './eventually.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const LEASH = ['--import', './test/faults/leash.mjs'];
const TYPESCRIPT = ['--import', './config/register.mjs'];
/** A clean end takes the standalone up to 9 s; after this (milliseconds) nobody waits any more. */
const PATIENCE_MS = 15_000;
const TAIL = 3_000;

export interface Orders {
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** A real process of ours, with nothing of this process's environment but what it needs to run. */
export class Program {
  output = '';
  readonly ended: Promise<number | null>;
  private isOver = false;
  private readonly child: ChildProcess;

  /** `file` from the repository's root; TypeScript runs as it is, without a build. */
  constructor(
    readonly name: string,
    file: string,
    { args = [], env = {} }: Orders = {},
  ) {
    const { PATH = '', HOME = '' } = process.env;
    const argv = [...LEASH, ...(file.endsWith('.ts') ? TYPESCRIPT : []), file, ...args];
    this.child = spawn(process.execPath, argv, { cwd: ROOT, env: { PATH, HOME, ...env }, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
    for (const stream of [this.child.stdout!, this.child.stderr!]) stream.on('data', (bytes: Buffer) => this.hear(bytes));
    this.ended = new Promise((resolve) => this.child.on('close', resolve));
    void this.ended.then(() => {
      this.isOver = true;
    });
  }

  get isAlive(): boolean {
    return !this.isOver;
  }

  get pid(): number {
    return this.child.pid!;
  }

  /** The end of what it said. */
  get tail(): string {
    return this.output.slice(-TAIL);
  }

  /** Waits until the output matches; fails at once, with the output, when the process ends before that. */
  says(pattern: RegExp, withinMs: number): Promise<RegExpExecArray> {
    const look = () => {
      const said = pattern.exec(this.output);
      if (!said && this.isOver)
        throw new Error(`${this.name} ended (${this.child.exitCode}) and never said ${pattern}, but:\n${this.tail}`);
      return said ?? undefined;
    };
    return eventually(`${this.name} says ${pattern}`, { withinMs, look, everyMs: 20, tell: () => this.tail });
  }

  /** kill -9, and waits until it is gone. */
  async kill(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.ended;
  }

  /** Asks it to end; one that does not is killed. */
  async stop(): Promise<void> {
    this.child.kill('SIGTERM');
    const impatience = setTimeout(() => this.child.kill('SIGKILL'), PATIENCE_MS);
    await this.ended;
    clearTimeout(impatience);
  }

  private hear(bytes: Buffer): void {
    this.output = (this.output + bytes.toString()).slice(-100_000);
  }
}
