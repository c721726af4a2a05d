import type { ImportFormat } from './read-register.js';

/** Which format a file seems to have: GV100AD begins with a record type and a day ("1020231130"), a CSV with its header. */
export function formatOf(bytes: Uint8Array): ImportFormat {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 13)).replace(/^ï»¿/, '');
  return /^[1-6]0\d{8}/.test(start) ? 'gv100ad' : 'csv';
}
