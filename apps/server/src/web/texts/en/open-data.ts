import type { openDataDe } from '../de/open-data.js';

export const openDataEn: typeof openDataDe = {
  title: 'Open data',
  lead: 'All published programmes and calls to take along: for spreadsheets, portals and analyses of your own. No signing in; drafts are not part of it.',
  files: 'Files',
  columns: { file: 'File', what: 'What stands in it', schema: 'Structure' },
  catalogue:
    'The whole catalogue, exactly: programmes, rounds, deadlines, rules, amounts, partners and winners. One line an entry (JSON Lines).',
  table: 'A table for Excel and LibreOffice, one row a call (CSV, UTF-8, commas, decimal points). The status is today’s.',
  entry: 'The entry for data portals such as GovData (DCAT-AP.de 2.0, JSON-LD).',
  noSchema: 'DCAT-AP.de',
  formulas: 'Text that a spreadsheet would take for a formula begins with an apostrophe in the table.',
  terms: 'Extent and terms',
  extent: 'Extent',
  extentOf: (calls, programs, count) => `${calls} of ${programs} ${count === 1 ? 'programme' : 'programmes'}`,
  changed: 'Last change',
  publisher: 'Publisher',
  license: 'Licence',
  noLicense: 'No licence has been named. Ask the publisher before you pass the data on.',
  contact: 'Questions to',
  programs: 'For programs',
  interface: 'Interface (REST, OpenAPI)',
  commonGrants: 'CommonGrants 0.4',
  feed: 'New and changed calls (Atom)',
  calendar: 'Calendar of the open calls',
  search: 'Search funding calls',
};
