import type { Localized } from '@app/kernel/locale.js';
import { type Catalogue, type Params, textsOf } from '@app/kernel/reason.js';

export type RefusalCode =
  | 'empty'
  | 'wrong-format'
  | 'too-many-problems'
  | 'mixed-dates'
  | 'truncated-last-line'
  | 'truncated-states'
  | 'truncated-counties'
  | 'truncated-units'
  | 'too-many-gone'
  | 'header';

/** The file is refused as a whole and nothing of it is taken over; `line` is where it shows (0: the file itself). */
export class RegisterRefused extends Error {
  constructor(
    readonly code: RefusalCode,
    readonly params: Params = {},
    readonly line = 0,
  ) {
    super(code);
    this.name = 'RegisterRefused';
  }

  get reason(): Localized {
    return textsOf(REFUSAL_TEXTS, this);
  }
}

const REFUSAL_TEXTS: Catalogue<RefusalCode> = {
  de: {
    empty: 'Die Datei ist leer.',
    'wrong-format': (p) => `Das ist keine Datei im Format ${p.format}.`,
    'too-many-problems': (p) =>
      `${p.count} von ${p.lines} Zeilen sind nicht zu lesen. Das sind zu viele, die Datei wurde nicht übernommen.`,
    'mixed-dates': (p) => `Die Datei mischt mehrere Gebietsstände (${p.dates}).`,
    'truncated-last-line': 'Die Datei ist abgeschnitten: Die letzte Zeile ist unvollständig.',
    'truncated-states': (p) => `Die Datei ist abgeschnitten: Nach ${p.last} fehlen die übrigen Länder.`,
    'truncated-counties': (p) =>
      `Die Datei ist abgeschnitten: Das Land ${p.state} hat ${p.expected} Kreise, in der Datei stehen ${p.count}.`,
    'truncated-units': (p) => `Die Datei ist abgeschnitten oder lückenhaft: Zu „${p.name}“ fehlen die Gemeinden.`,
    'too-many-gone': (p) =>
      `In der Datei fehlen ${p.count} von ${p.known} bekannten Kommunen. Das sind zu viele, sie ist wohl unvollständig.`,
    header: (p) => `Die Kopfzeile stimmt nicht. ${headerFault(p, 'Es fehlt', 'Unbekannt oder doppelt ist')}`,
  },
  en: {
    empty: 'The file is empty.',
    'wrong-format': (p) => `This is not a file in the format ${p.format}.`,
    'too-many-problems': (p) => `${p.count} of ${p.lines} lines cannot be read. These are too many, nothing was taken over.`,
    'mixed-dates': (p) => `The file mixes several territory dates (${p.dates}).`,
    'truncated-last-line': 'The file is cut off: its last line is incomplete.',
    'truncated-states': (p) => `The file is cut off: after ${p.last} the other states are missing.`,
    'truncated-counties': (p) => `The file is cut off: the state ${p.state} has ${p.expected} counties, the file holds ${p.count}.`,
    'truncated-units': (p) => `The file is cut off or has gaps: the municipalities of "${p.name}" are missing.`,
    'too-many-gone': (p) => `The file lacks ${p.count} of ${p.known} known authorities. These are too many, it seems to be incomplete.`,
    header: (p) => `The header is not right. ${headerFault(p, 'Missing', 'Unknown or double')}`,
  },
};

function headerFault(params: Params, missing: string, strange: string): string {
  const list = (label: string, value: unknown): string => (value === '' || value === undefined ? '' : `${label}: ${value}.`);
  return [list(missing, params.missing), list(strange, params.strange)].filter((part) => part !== '').join(' ');
}
