import type { CallCommand } from '../call-command.js';
import type { ProgramContent } from '../program.js';

/** A round as another server tells of it. */
export interface ForeignCall {
  /** Its id there. */
  readonly externalId: string;
  readonly content: CallCommand;
}

/** A programme with its rounds as another server tells of them. */
export interface ForeignProgram {
  readonly externalId: string;
  readonly content: ProgramContent;
  readonly calls: readonly ForeignCall[];
}

/** Why something of another server was left out. */
export type LeftOut = 'no-id' | 'no-title' | 'not-there' | 'refused' | 'not-all-pages';

/** Something that was left out; the rest is imported all the same. */
export interface ImportProblem {
  readonly code: LeftOut;
  /** Title or id of what it is about, as far as it has one. */
  readonly subject: string;
  readonly detail?: string;
}
