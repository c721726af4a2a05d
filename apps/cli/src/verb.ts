import type { Clock } from '@app/kernel/clock.js';
import type { Env } from '@config/env.js';
import type { INestApplicationContext } from '@nestjs/common';
import type { ReachedDatabase } from './reach-database.js';

/** What a verb works with. */
export interface Desk {
  readonly env: Env;
  readonly clock: Clock;
  readonly database: ReachedDatabase;
  /** The use cases; opened when first asked for, closed after the verb. Refused when migrations are missing. */
  context(): Promise<INestApplicationContext>;
}

/** Something that an operator can have done: data, so that the help lists it. */
export interface Verb {
  readonly name: string;
  /** Its arguments, as the help shows them. */
  readonly usage: string;
  readonly sentence: string;
  /** Looks at the arguments before anything is opened; answers the work, which answers the exit code. */
  prepare(words: readonly string[]): (desk: Desk) => Promise<number>;
}
