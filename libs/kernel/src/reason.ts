import type { Locale, Localized } from './locale.js';

/** The value of a parameter: small, serialisable, never a text in one language. */
export type Param = string | number | boolean | null | undefined | readonly (string | number)[];
export type Params = Readonly<Record<string, Param>>;

/** Why something is as it is: a code of a catalogue and what fills its text. */
export interface Reason<Code extends string = string> {
  readonly code: Code;
  readonly params: Params;
}

/** How a code reads: a fixed text, or one made of the parameters. */
export type Text = string | ((params: Params) => string);
export type Catalogue<Code extends string> = Readonly<Record<Locale, Readonly<Record<Code, Text>>>>;

export function textOf<Code extends string>(catalogue: Catalogue<Code>, reason: Reason<Code>, locale: Locale): string {
  const text = catalogue[locale][reason.code];
  return typeof text === 'function' ? text(reason.params) : text;
}

export function textsOf<Code extends string>(catalogue: Catalogue<Code>, reason: Reason<Code>): Localized {
  return { de: textOf(catalogue, reason, 'de'), en: textOf(catalogue, reason, 'en') };
}
