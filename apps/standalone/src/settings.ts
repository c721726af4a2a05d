import { type Env, InvalidEnvironment, readEnv } from '@config/env.js';
import { type Arguments, startInstant } from './command-line.js';

export interface StartSettings {
  readonly env: Env;
  /** The instant at which the clock starts; absent: it is the real one. */
  readonly startedAt?: Temporal.Instant;
}

/** Environment and --now together, so that every mistake is told at once. Throws InvalidEnvironment. */
export function readSettings(args: Arguments, source: Readonly<Record<string, string | undefined>> = process.env): StartSettings {
  const { instant, mistake } = startInstant(args.now, source.NODE_ENV === 'production');
  const { env, mistakes } = tryEnv(source);
  const all = [...mistakes, ...(mistake ? [mistake] : [])];
  if (all.length > 0 || !env) throw new InvalidEnvironment(all);
  return { env, startedAt: instant };
}

function tryEnv(source: Readonly<Record<string, string | undefined>>): { env?: Env; mistakes: readonly string[] } {
  try {
    return { env: readEnv(source), mistakes: [] };
  } catch (error) {
    if (error instanceof InvalidEnvironment) return { mistakes: error.mistakes };
    throw error;
  }
}
