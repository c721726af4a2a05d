import type { Localized } from '@app/kernel/locale.js';
import { type Catalogue, type Params, textsOf } from '@app/kernel/reason.js';

type ListProblemCode = 'not-a-place' | 'lost-zero' | 'duplicate' | 'nobody-there';

/** What is to be said of a line of a list; lines count from 1. */
export interface ListProblem {
  readonly line: number;
  readonly code: ListProblemCode;
  readonly reason: Localized;
}

const TEXTS: Catalogue<ListProblemCode> = {
  de: {
    'not-a-place': ({ value }) => `„${value}“ ist weder ein amtlicher Schlüssel noch ein Gebiet. Die Zeile wurde ausgelassen.`,
    'lost-zero': ({ value }) =>
      `„${value}“ hat eine Stelle zu wenig. Wahrscheinlich ging die führende Null verloren. Die Zeile wurde ausgelassen.`,
    duplicate: ({ value, first }) => `„${value}“ steht schon in Zeile ${first}.`,
    'nobody-there': ({ value }) => `Zu „${value}“ steht zurzeit niemand im Register. Der Eintrag wurde trotzdem übernommen.`,
  },
  en: {
    'not-a-place': ({ value }) => `"${value}" is neither an official key nor a territory. The line was left out.`,
    'lost-zero': ({ value }) => `"${value}" is one digit short. Its leading zero was probably lost. The line was left out.`,
    duplicate: ({ value, first }) => `"${value}" stands in line ${first} already.`,
    'nobody-there': ({ value }) => `At present nobody in the register belongs to "${value}". The entry was taken in all the same.`,
  },
};

export function listProblem(line: number, code: ListProblemCode, params: Params): ListProblem {
  return { line, code, reason: textsOf(TEXTS, { code, params }) };
}
