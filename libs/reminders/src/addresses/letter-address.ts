/** An address that letters to somebody go to, or could. */
export interface LetterAddress {
  /** Of the address that the person signs in with: the person's. */
  readonly id: string;
  readonly address: string;
  /** The one that the person signs in with: it can be left out, not removed. */
  readonly main: boolean;
  /** It was proven that it is theirs; no letter but the one that asks goes to any other. */
  readonly verified: boolean;
  /** Letters go there (once it is proven). */
  readonly wanted: boolean;
  /** Mail servers refuse it for good. */
  readonly suspended: boolean;
  /** 0: nothing was ever chosen about the main address. */
  readonly version: number;
}

/** Beside the one that they sign in with. */
export const MOST_ADDRESSES = 5;
/** Letters that ask for the click, in a day: to one address whoever asks, and for one person. */
export const MOST_ASKED = { ofAddress: 3, ofPerson: 10 } as const;
/** How long a link in such a letter works. */
export const TOKEN_LASTS = { hours: 72 } as const;

/** Whether letters would still go anywhere. */
export function goesSomewhere(addresses: readonly Pick<LetterAddress, 'verified' | 'wanted'>[]): boolean {
  return addresses.some(({ verified, wanted }) => verified && wanted);
}
