import { isLocale, type Locale } from '@app/kernel/locale.js';
import { importCommonGrants } from '../imports/import-common-grants.js';
import { readOptions } from '../options.js';
import { EXIT, Refused } from '../refusal.js';
import { say } from '../say.js';
import type { Verb } from '../verb.js';

const HOME_ZONE = 'Europe/Berlin';

export const importCallsVerb: Verb = {
  name: 'import-calls',
  usage: '--common-grants URL [--language de|en] [--zone ZONE] [--dry-run]',
  sentence:
    'übernimmt Programme und Aufrufe eines anderen CommonGrants-Servers als Entwürfe; URL ist, was vor /opportunities steht. ' +
    'Auch Adressen im eigenen Netz sind erlaubt: Wer die Kommandozeile hat, darf sie ohnehin erreichen',
  prepare(words) {
    const { options, flags } = readOptions(words, ['common-grants', 'language', 'zone'], 0, ['dry-run']);
    const address = options['common-grants'];
    if (address === undefined) throw new Refused('Es fehlt, woher: --common-grants URL.', EXIT.usage);
    const reading = { address, locale: languageOf(options.language), zone: zoneOf(options.zone), isTrial: flags['dry-run'] ?? false };
    return async (desk) => {
      const tally = await importCommonGrants(desk, reading);
      for (const line of tally.lines()) say(line);
      return tally.problems.length > 0 ? 1 : 0;
    };
  },
};

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
