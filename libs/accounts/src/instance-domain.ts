/** Stands in calendar entries and Message-IDs for ever; a machine's own name or number would mean nothing there. */
export function domainOf(baseUrl: string): string {
  const { hostname } = new URL(baseUrl);
  return /^[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z][a-z0-9-]*$/.test(hostname) ? hostname : 'foerdertakt.localhost';
}
