const ZONE_OF_COUNTRY: Readonly<Record<string, string>> = {
  DE: 'Europe/Berlin',
  AT: 'Europe/Vienna',
  CH: 'Europe/Zurich',
  FR: 'Europe/Paris',
  LU: 'Europe/Luxembourg',
  BE: 'Europe/Brussels',
  NL: 'Europe/Amsterdam',
  DK: 'Europe/Copenhagen',
  PL: 'Europe/Warsaw',
  CZ: 'Europe/Prague',
  IT: 'Europe/Rome',
  ES: 'Europe/Madrid',
  PT: 'Europe/Lisbon',
};

/** Where the letters of an authority arrive in the morning, when the register does not say: the zone of its country's capital. */
export function zoneOfKey(key: string): string {
  return ZONE_OF_COUNTRY[key.slice(0, 2)] ?? 'UTC';
}
