import { componentOf, type Described, type DescribedOperation, type DescribedResponse, hasParameter } from './described-operation.js';

const ETAG = {
  ETag: {
    required: true,
    description: 'The `version` of the answer, for If-Match',
    schema: { type: 'string', pattern: '^"\\d+"$', examples: ['"3"'] },
  },
};
const LOCATION = { Location: { required: true, description: 'Where it is now', schema: { type: 'string', format: 'uri-reference' } } };
const LINK = { Link: { description: '`rel="next"`: the address of the next page, absent on the last', schema: { type: 'string' } } };
/** Of answers to a POST with an Idempotency-Key, refusals included. */
export const REPLAYED = {
  'Idempotent-Replayed': { description: 'This is the answer that the key was given before', schema: { const: 'true' } },
};

/** The headers of an operation's own answers, as its schemas and parameters make them; a 201 whose decorator names its headers (`{}`: none) needs no Location. */
export function completeHeaders(operation: DescribedOperation, schemas: Record<string, Described>): void {
  for (const [status, response] of Object.entries(operation.responses)) {
    if (!status.startsWith('2')) continue;
    response.headers = {
      ...(hasVersion(response, schemas) && ETAG),
      ...(isPage(response, schemas) && LINK),
      ...(hasParameter(operation, 'header', 'Idempotency-Key') && REPLAYED),
      ...(response.headers ?? locationOf(status)),
    };
  }
}

/** Work that was taken in may have an address to ask at. */
function locationOf(status: string): object | undefined {
  if (status === '201') return LOCATION;
  return status === '202'
    ? { Location: { ...LOCATION.Location, required: false, description: 'Where to ask what became of it' } }
    : undefined;
}

function hasVersion(response: DescribedResponse, schemas: Record<string, Described>): boolean {
  return propertiesOf(response, schemas).version !== undefined;
}

function isPage(response: DescribedResponse, schemas: Record<string, Described>): boolean {
  const { items, next } = propertiesOf(response, schemas);
  return items !== undefined && next !== undefined;
}

function propertiesOf({ content }: DescribedResponse, schemas: Record<string, Described>): Described {
  const schema = content?.['application/json']?.schema;
  const named = componentOf(schema?.$ref);
  return ((named === undefined ? schema : schemas[named])?.properties ?? {}) as Described;
}
