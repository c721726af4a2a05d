import { HOME_ZONE } from '@app/kernel/home-zone.js';
import { isLocale, type Locale } from '@app/kernel/locale.js';
import { importCatalogueFile } from '../imports/import-catalogue-file.js';
import { type CommonGrantsImport, importCommonGrants } from '../imports/import-common-grants.js';
import { readOptions } from '../options.js';
import { EXIT, Refused } from '../refusal.js';
import { say } from '../say.js';
import type { Verb } from '../verb.js';

export const importCallsVerb: Verb = {
  name: 'import-calls',
  usage: 'DATEI | --common-grants URL [--language de|en] [--zone ZONE]   [--dry-run]',
  sentence:
    'DATEI: nimmt einen Export (catalogue.jsonl) unter seinen Kennungen auf, veröffentlicht wie dort. URL: übernimmt Programme und Aufrufe ' +
    'eines anderen CommonGrants-Servers als Entwürfe; gemeint ist, was vor /opportunities steht, auch im eigenen Netz',
  prepare(words) {
    const { options, flags, rest } = readOptions(words, ['common-grants', 'language', 'zone'], { upTo: 1 }, ['dry-run']);
    const isTrial = flags['dry-run'] ?? false;
    const { 'common-grants': address, language, zone } = options;
    const [file] = rest;
    if ((file === undefined) === (address === undefined))
      throw new Refused('Bitte eines angeben: eine DATEI oder --common-grants URL.', EXIT.usage);
    if (file !== undefined && (language ?? zone) !== undefined) {
      throw new Refused('--language und --zone gibt es nur mit --common-grants.', EXIT.usage);
    }
    return address === undefined
      ? fromFile(file!, isTrial)
      : fromServer({ address, locale: languageOf(language), zone: zoneOf(zone), isTrial });
  },
};

function fromFile(path: string, isTrial: boolean): ReturnType<Verb['prepare']> {
  return async (desk) => {
    for (const line of await importCatalogueFile(desk, path, isTrial)) say(line);
    return 0;
  };
}

/** The code is 1 when something was left out. */
function fromServer(wish: CommonGrantsImport): ReturnType<Verb['prepare']> {
  return async (desk) => {
    const tally = await importCommonGrants(desk, wish);
    for (const line of tally.lines()) say(line);
    return tally.problems.length > 0 ? 1 : 0;
  };
}

function languageOf(language = 'de'): Locale {
  if (!isLocale(language)) throw new Refused('--language muss de oder en sein.', EXIT.usage);
  return language;
}

function zoneOf(zone = HOME_ZONE): string {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return zone;
  } catch {
    throw new Refused(`Die Zone „${zone}“ gibt es nicht; gemeint ist ein Name wie ${HOME_ZONE}.`, EXIT.usage);
  }
}
