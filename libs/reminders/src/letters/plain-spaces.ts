/** No-break spaces as ordinary ones: for subjects and plain text, where people search and some programs show boxes. */
export function plainSpaces(text: string): string {
  return text.replaceAll(/[\u00a0\u202f]/g, ' ').replaceAll('\u2011', '-');
}
