/** First two digits of a German key → the Land as date-holidays names it. */
const GERMAN_STATES: Readonly<Record<string, string>> = {
  '01': 'SH',
  '02': 'HH',
  '03': 'NI',
  '04': 'HB',
  '05': 'NW',
  '06': 'HE',
  '07': 'RP',
  '08': 'BW',
  '09': 'BY',
  '10': 'SL',
  '11': 'BE',
  '12': 'BB',
  '13': 'MV',
  '14': 'SN',
  '15': 'ST',
  '16': 'TH',
};

/** Whose public holidays hold where an authority lies: 'DE-05358008' → "DE-NW"; of other countries the nation-wide ones: 'FR-29' → "FR". */
export function regionOfTerritory(territory: string): string {
  const [country, place = ''] = territory.split('-') as [string, string?];
  const state = country === 'DE' ? GERMAN_STATES[place.slice(0, 2)] : undefined;
  return state ? `${country}-${state}` : country;
}
