/** "Landkreis Cochem-Zell" → "landkreis-cochem-zell": the readable end of a feed's address, which decides nothing. */
export function feedName(authority: string): string {
  const plain = authority
    .toLowerCase()
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replace(/\p{M}/gu, '');
  return (
    plain
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 60) || 'fristen'
  );
}

/** The two addresses of a feed: the second opens a calendar program. */
export function feedAddresses(baseUrl: string, token: string, authority: string): { url: string; webcalUrl: string } {
  const url = `${baseUrl}/feeds/${token}/${feedName(authority)}.ics`;
  return { url, webcalUrl: url.replace(/^https?:/, 'webcal:') };
}
