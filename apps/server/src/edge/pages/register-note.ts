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

/** Boundaries of the newest register; the population figures that most authorities have, and where those come from. */
function noteOf(register: Register): Frame['register'] {
  let newest: (AuthorityView & { readonly registerDate: string }) | undefined;
  for (const authority of register.values()) {
    if (hasRegisterDate(authority) && (newest === undefined || authority.registerDate > newest.registerDate)) newest = authority;
  }
  if (newest === undefined) return undefined;
  const { registerDate, source } = newest;
  const figures = usualFigures(register);
  return { territoryAsOf: registerDate, source: figures?.source ?? source, ...(figures && { populationAsOf: figures.asOf }) };
}

function usualFigures(register: Register): { readonly asOf: string; readonly source: string } | undefined {
  const counts = new Map<string, { asOf: string; source: string; count: number }>();
  for (const { population } of register.values()) {
    const [figure] = population;
    if (!figure) continue;
    const name = `${figure.asOf} ${figure.source}`;
    const known = counts.get(name);
    if (known) known.count += 1;
    else counts.set(name, { asOf: figure.asOf, source: figure.source, count: 1 });
  }
  return [...counts.values()].toSorted((one, other) => other.count - one.count)[0];
}

function hasRegisterDate(authority: AuthorityView): authority is AuthorityView & { registerDate: string } {
  return authority.registerDate !== null;
}
