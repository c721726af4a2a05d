import type { ImportFormat } from './read-register.js';

/** Which format a file seems to have: GV100AD begins with a record type and a day ("1020231130"), the others with the names of their columns. */
export function formatOf(bytes: Uint8Array): ImportFormat {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 500)).replace(/^ï»¿/, '');
  if (/^[1-6]0\d{8}/.test(start)) return 'gv100ad';
  const titles = start.split(/\r?\n/, 1)[0]!.toLowerCase();
  if (/\bold[ _]key\b/.test(titles)) return 'changes-csv';
  return /\bars\b/.test(titles) && /\bags\b/.test(titles) ? 'keys-csv' : 'csv';
}
