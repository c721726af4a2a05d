import type { AuthorityView } from '@app/authorities/authority-view.js';
import { MatchingIndex } from '@app/matching/matching-index.js';
import type { MatchingState } from '@app/matching/matching-state.js';
import { Injectable } from '@nestjs/common';
import type { Frame } from '../../web/frame/frame.model.js';

type Register = MatchingState['authorities'];

/**
 * What the foot of every page says about the register's data. Read from the index that this process holds, once for each register:
 * error pages show it too, so it must not need the database.
 */
@Injectable()
export class RegisterNote {
  private seen: Register | undefined;
  private note: Frame['register'];

  constructor(private readonly index: MatchingIndex) {}

  /** Undefined while there is no register. */
  get current(): Frame['register'] {
    const register = this.index.latest?.authorities;
    if (register !== this.seen) {
      this.seen = register;
      this.note = register && noteOf(register);
    }
    return this.note;
  }
}

/** Of the authority with the newest boundaries; the day of the population is the newest figure of the same register. */
function noteOf(register: Register): Frame['register'] {
  let newest: (AuthorityView & { readonly registerDate: string }) | undefined;
  for (const authority of register.values()) {
    if (hasRegisterDate(authority) && (newest === undefined || authority.registerDate > newest.registerDate)) newest = authority;
  }
  if (newest === undefined) return undefined;
  const { registerDate, source } = newest;
  let populationAsOf: string | undefined;
  for (const { source: from, population } of register.values()) {
    const day = from === source ? population[0]?.asOf : undefined;
    if (day !== undefined && (populationAsOf === undefined || day > populationAsOf)) populationAsOf = day;
  }
  return { territoryAsOf: registerDate, source, ...(populationAsOf !== undefined && { populationAsOf }) };
}

function hasRegisterDate(authority: AuthorityView): authority is AuthorityView & { registerDate: string } {
  return authority.registerDate !== null;
}
