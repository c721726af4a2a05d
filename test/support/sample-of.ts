import type { Document } from './published-interface.js';

type Schema = Readonly<Record<string, unknown>>;

const TEXTS: Readonly<Record<string, string>> = {
  date: '2014-07-01',
  'date-time': '2014-07-01T10:00:00Z',
  uri: 'https://example.org/',
  email: 'somebody@example.org',
  uuid: '01900000-0000-7000-8000-0000000000aa',
};

/** The smallest value that a schema of the document allows: of objects what is required, of lists what they need at least. */
export function sampleOf(document: Document, schema: Schema): unknown {
  const sample = (one: unknown): unknown => sampleOf(document, one as Schema);
  if (typeof schema.$ref === 'string') return sample(document.components.schemas[schema.$ref.replace('#/components/schemas/', '')]);
  for (const several of ['oneOf', 'allOf', 'anyOf'])
    if (schema[several] && !schema.properties) return sample((schema[several] as unknown[])[0]);
  if ('const' in schema) return schema.const;
  if (Array.isArray(schema.enum)) return schema.enum[0];
  const type = [schema.type].flat()[0];
  if (type === 'object') return objectOf(schema, sample);
  if (type === 'array') return Array.from({ length: Number(schema.minItems ?? 0) }, () => sample(schema.items));
  if (type === 'integer' || type === 'number') return schema.minimum ?? 1;
  return type === 'boolean' ? true : textOf(schema);
}

function objectOf({ required = [], properties = {} }: Schema, sample: (schema: unknown) => unknown): object {
  return Object.fromEntries((required as string[]).map((name) => [name, sample((properties as Schema)[name])]));
}

function textOf({ format, examples, pattern }: Schema): string {
  if (Array.isArray(examples)) return String(examples[0]);
  return TEXTS[String(format)] ?? (pattern === undefined ? 'A text' : 'a-text');
}
