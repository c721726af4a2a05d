import { parseArgs } from 'node:util';
import { EXIT, Refused } from './refusal.js';

interface Read<Name extends string, Flag extends string> {
  readonly options: Partial<Record<Name, string>>;
  readonly flags: Partial<Record<Flag, boolean>>;
  readonly rest: string[];
}

/** `--name value`, `--flag`, and words without a name: so many, or up to so many. Throws Refused for options that the verb does not know. */
export function readOptions<Name extends string, Flag extends string = never>(
  words: readonly string[],
  names: readonly Name[],
  positionals: number | { readonly upTo: number } = 0,
  flags: readonly Flag[] = [],
): Read<Name, Flag> {
  try {
    const known = { ...typed(names, 'string'), ...typed(flags, 'boolean') };
    const { values, positionals: rest } = parseArgs({ args: [...words], options: known, allowPositionals: true, strict: true });
    const isRight = typeof positionals === 'number' ? rest.length === positionals : rest.length <= positionals.upTo;
    const expected = typeof positionals === 'number' ? positionals : `höchstens ${positionals.upTo}`;
    if (!isRight) throw new Error(`${expected} Angaben ohne Namen erwartet, ${rest.length} bekommen`);
    return { options: picked<Name, string>(values, names), flags: picked<Flag, boolean>(values, flags), rest };
  } catch (error) {
    throw new Refused(`${(error as Error).message}\nHilfe: npm run cli`, EXIT.usage);
  }
}

const typed = <Type extends 'string' | 'boolean'>(names: readonly string[], type: Type) =>
  Object.fromEntries(names.map((name) => [name, { type }]));

function picked<Name extends string, Value>(
  values: Readonly<Record<string, unknown>>,
  names: readonly Name[],
): Partial<Record<Name, Value>> {
  return Object.fromEntries(Object.entries(values).filter(([name]) => names.includes(name as Name))) as Partial<Record<Name, Value>>;
}
