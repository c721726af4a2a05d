import { Injectable } from '@nestjs/common';

/** What must be there before the server is ready. Others register theirs: `readiness.register('index', () => index.isBuilt)`. */
@Injectable()
export class Readiness {
  private readonly checks = new Map<string, () => boolean | Promise<boolean>>();

  register(name: string, check: () => boolean | Promise<boolean>): void {
    this.checks.set(name, check);
  }

  /** Each check's answer; one that throws is not ready. */
  async look(): Promise<Readonly<Record<string, boolean>>> {
    const answers = await Promise.all(
      [...this.checks].map(async ([name, check]) => {
        try {
          return [name, await check()] as const;
        } catch {
          return [name, false] as const;
        }
      }),
    );
    return Object.fromEntries(answers);
  }
}
