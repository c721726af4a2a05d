import { EXIT, Refused } from '../../cli/src/refusal.js';

export interface Arguments {
  /** As given; `startInstant` reads it. */
  readonly now?: string;
  /** Path of a register file. */
  readonly register?: string;
}

export const USAGE = `Aufruf: npm start -- [--now ZEITPUNKT] [--register DATEI]

  --now ZEITPUNKT   stellt die Uhr, zum Beispiel auf 2014-06-27T06:30:00+02:00; sie läuft von dort weiter
  --register DATEI  liest vor dem Start ein Gemeindeverzeichnis ein (GV100AD oder CSV)

Alle Einstellungen stehen in docs/operations.md.`;

const NAMES = ['--now', '--register'];
const EXAMPLE = '2014-06-27T06:30:00+02:00';

/** "--now X" and "--now=X". Throws Refused with the usage for anything else. */
export function parseArguments(argv: readonly string[]): Arguments {
  const given = new Map<string, string>();
  const rest = argv.flatMap((word) => (NAMES.some((name) => word.startsWith(`${name}=`)) ? split(word) : [word]));
  while (rest.length > 0) {
    const name = rest.shift()!;
    if (!NAMES.includes(name)) throw new Refused(`Unbekannte Angabe: ${name}\n\n${USAGE}`, EXIT.usage);
    const value = rest.shift();
    if (!value) throw new Refused(`Zu ${name} fehlt die Angabe.\n\n${USAGE}`, EXIT.usage);
    if (given.has(name)) throw new Refused(`${name} steht zweimal da.\n\n${USAGE}`, EXIT.usage);
    given.set(name, value);
  }
  return { now: given.get('--now'), register: given.get('--register') };
}

function split(word: string): [string, string] {
  const at = word.indexOf('=');
  return [word.slice(0, at), word.slice(at + 1)];
}

/** The instant of --now, or what is wrong with it, in a sentence for the list of all mistakes. */
export function startInstant(now: string | undefined, isProduction: boolean): { instant?: Temporal.Instant; mistake?: string } {
  if (now === undefined) return {};
  if (isProduction) return { mistake: '--now is not possible with NODE_ENV=production: letters would go out for another day' };
  try {
    const instant = Temporal.Instant.from(now);
    const { year } = instant.toZonedDateTimeISO('UTC');
    return year >= 1970 && year <= 2200 ? { instant } : { mistake: '--now must lie between 1970 and 2200' };
  } catch {
    return { mistake: `--now must be an instant with its offset, such as ${EXAMPLE}; "${now}" is none` };
  }
}
