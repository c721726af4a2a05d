import { LINE_SCHEMAS, VALUE_SCHEMAS } from '@app/funding/exchange/catalogue-schema.js';
import { withDefinitions } from '../edge/openapi/schema-definitions.js';

/** The JSON Schema of a line of catalogue.jsonl, with all that it refers to. */
export function catalogueSchema(baseUrl: string): object {
  const lines = Object.fromEntries(Object.entries(LINE_SCHEMAS).map(([kind, schema]) => [`${kind}_line`, schema]));
  return withDefinitions(
    {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: `${baseUrl}/open-data/catalogue.schema.json`,
      title: 'A line of catalogue.jsonl',
      description:
        'The first line names the version of the format. Then follow the sets of territories that rules name, the programmes and the calls, ' +
        'each kind in the order of its ids. What there is nothing of is left out; null stands nowhere.',
      oneOf: Object.keys(lines).map((name) => ({ $ref: `#/$defs/${name}` })),
    },
    { ...VALUE_SCHEMAS, ...lines },
  );
}
