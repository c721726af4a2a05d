import { SCHEMAS } from './schemas.js';

type Schemas = Readonly<Record<string, object>>;

/** A schema as a document of its own: with the definitions of `own` and those components of the interface that anything in it refers to. */
export function withDefinitions<Schema extends object>(schema: Schema, own: Schemas = {}): Schema & { readonly $defs?: object } {
  const known = { ...SCHEMAS, ...own };
  const names = reachable([schema, own], known, new Set(Object.keys(own)));
  const $defs = Object.fromEntries(Object.entries(known).filter(([name]) => names.has(name)));
  return { ...schema, ...(names.size > 0 && { $defs: moved($defs) }) };
}

/** Names of what a schema refers to, directly or by another one. */
function reachable(schema: unknown, known: Schemas, names: Set<string>): Set<string> {
  for (const [, name] of JSON.stringify(schema).matchAll(/"\$ref":"#\/(?:\$defs|components\/schemas)\/(\w+)"/g)) {
    if (names.has(name!)) continue;
    names.add(name!);
    reachable(known[name!], known, names);
  }
  return names;
}

function moved(schemas: object): object {
  return JSON.parse(JSON.stringify(schemas).replaceAll('#/components/schemas/', '#/$defs/')) as object;
}
