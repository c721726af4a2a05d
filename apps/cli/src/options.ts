import { parseArgs } from 'node:util';
import { EXIT, Refused } from './refusal.js';

/** `--name value` and words without a name. Throws Refused for options that the verb does not know. */
export function readOptions<Name extends string>(
  words: readonly string[],
  names: readonly Name[],
  positionals = 0,
): { options: Partial<Record<Name, string>>; rest: string[] } {
  try {
    const known = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]));
    const { values, positionals: rest } = parseArgs({ args: [...words], options: known, allowPositionals: true, strict: true });
    if (rest.length !== positionals) throw new Error(`${positionals} Angaben ohne Namen erwartet, ${rest.length} bekommen`);
    return { options: values as Partial<Record<Name, string>>, rest };
  } catch (error) {
    throw new Refused(`${(error as Error).message}\nHilfe: npm run cli`, EXIT.usage);
  }
}
