import { DomainError } from '@app/kernel/domain-error.js';
import { PROBLEM_TEXTS } from '@app/kernel/problems.js';
import { textOf } from '@app/kernel/reason.js';
import { InvalidEnvironment, readEnv } from '@config/env.js';
import { openDesk } from './open-desk.js';
import { EXIT, Refused } from './refusal.js';
import { complain, say } from './say.js';
import type { Verb } from './verb.js';
import { createAdminVerb } from './verbs/create-admin.js';
import { doctorVerb } from './verbs/doctor.js';
import { importCallsVerb } from './verbs/import-calls.js';
import { importRegisterVerb } from './verbs/import-register.js';
import { migrateVerb } from './verbs/migrate.js';
import { seedDemoVerb } from './verbs/seed-demo.js';

const VERBS: readonly Verb[] = [migrateVerb, importRegisterVerb, importCallsVerb, createAdminVerb, seedDemoVerb, doctorVerb];

const HELP = [
  'Aufruf: npm run cli -- VERB …',
  '',
  ...VERBS.flatMap(({ name, usage, sentence }) => [`  ${`${name} ${usage}`.trim()}`, `      ${sentence}`]),
].join('\n');

async function main([name, ...words]: readonly string[]): Promise<number> {
  if (name === undefined || name === '--help' || name === 'help') {
    say(HELP);
    return name === undefined ? EXIT.usage : 0;
  }
  const verb = VERBS.find((candidate) => candidate.name === name);
  if (!verb) throw new Refused(`„${name}“ gibt es nicht.\n\n${HELP}`, EXIT.usage);
  const work = verb.prepare(words);
  const { desk, close } = await openDesk(readEnv());
  try {
    return await work(desk);
  } finally {
    await close();
  }
}

/** What went wrong, in words where it was foreseen, and the exit code. */
function report(error: unknown): number {
  if (error instanceof Refused) complain(error.message);
  else if (error instanceof InvalidEnvironment) complain(error.message);
  else if (error instanceof DomainError) complain([textOf(PROBLEM_TEXTS, error, 'de'), ...error.faults.map(faultLine)].join('\n'));
  else complain((error as Error).stack ?? String(error));
  if (error instanceof Refused) return error.exitCode;
  return error instanceof InvalidEnvironment ? InvalidEnvironment.EXIT_CODE : 1;
}

const faultLine = ({ pointer, code, detail }: DomainError['faults'][number]): string => `  ${pointer}: ${detail ?? code}`;

main(process.argv.slice(2))
  .catch(report)
  .then((code) => process.exit(code));
