import { CALL_COLUMNS, SEPARATOR } from './call-table.js';

/** Metadata of calls.csv after the W3C's "Metadata Vocabulary for Tabular Data" (CSV on the Web). */
export function callTableSchema(baseUrl: string): object {
  return {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'de' }],
    url: `${baseUrl}/open-data/calls.csv`,
    'dc:title': 'Förderaufrufe',
    dialect: { encoding: 'utf-8', delimiter: ',', quoteChar: '"', doubleQuote: true, header: true, lineTerminators: ['\r\n'] },
    tableSchema: {
      primaryKey: 'id',
      columns: CALL_COLUMNS.map(({ name, datatype, description, isRequired, isList }) => ({
        name,
        titles: name,
        'dc:description': [
          { '@value': description.de, '@language': 'de' },
          { '@value': description.en, '@language': 'en' },
        ],
        datatype,
        required: isRequired ?? false,
        ...(isList && { separator: SEPARATOR }),
      })),
    },
  };
}
