/** A start or a verb is refused for a reason that one sentence tells; exit codes as in sysexits.h. */
export class Refused extends Error {
  constructor(
    sentence: string,
    readonly exitCode: number,
  ) {
    super(sentence);
  }
}

export const EXIT = { usage: 64, badData: 65, noInput: 66, unavailable: 69, tryLater: 75, config: 78 } as const;
