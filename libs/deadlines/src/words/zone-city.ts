import type { Locale } from '@app/kernel/locale.js';

/** Cities whose German name is another one than that in the zone's id. */
const GERMAN: Readonly<Record<string, string>> = {
  'Europe/Athens': 'Athen',
  'Europe/Belgrade': 'Belgrad',
  'Europe/Brussels': 'Brüssel',
  'Europe/Bucharest': 'Bukarest',
  'Europe/Busingen': 'Büsingen',
  'Europe/Copenhagen': 'Kopenhagen',
  'Europe/Kiev': 'Kiew',
  'Europe/Kyiv': 'Kiew',
  'Europe/Lisbon': 'Lissabon',
  'Europe/Luxembourg': 'Luxemburg',
  'Europe/Moscow': 'Moskau',
  'Europe/Prague': 'Prag',
  'Europe/Rome': 'Rom',
  'Europe/Vatican': 'Vatikanstadt',
  'Europe/Vienna': 'Wien',
  'Europe/Vilnius': 'Wilna',
  'Europe/Warsaw': 'Warschau',
  'Europe/Zurich': 'Zürich',
  'Atlantic/Reykjavik': 'Reykjavík',
};
const ENGLISH: Readonly<Record<string, string>> = {
  'Europe/Busingen': 'Büsingen',
  'Europe/Kiev': 'Kyiv',
  'Atlantic/Reykjavik': 'Reykjavík',
};

/** The city that stands for a zone: "Wien" / "Vienna"; zones that name none ("UTC", "Etc/GMT-1") by their id. */
export function zoneCity(zone: string, locale: Locale): string {
  const known = (locale === 'de' ? GERMAN : ENGLISH)[zone];
  if (known !== undefined) return known;
  if (zone.startsWith('Etc/')) return zone;
  return zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ');
}
