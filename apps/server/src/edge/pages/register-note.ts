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

/**
 * The boundaries and the figures that most authorities have, and where the figures come from: a list that names a few authorities is no
 * register.
 */
export function noteOf(register: { values(): Iterable<AuthorityView> }): Frame['register'] {
  const authorities = [...register.values()];
  const dated = authorities.flatMap(({ registerDate, source }) => (registerDate === null ? [] : { day: registerDate, source }));
  const usual = mostFrequent(dated, ({ day }) => day);
  if (usual === undefined) return undefined;
  const figures = mostFrequent(
    authorities.flatMap(({ population: [figure] }) => figure ?? []),
    ({ asOf, source }) => `${asOf} ${source}`,
  );
  return { territoryAsOf: usual.day, source: figures?.source ?? usual.source, ...(figures && { populationAsOf: figures.asOf }) };
}

/** The first of those of which there are most. */
function mostFrequent<T>(all: readonly T[], nameOf: (one: T) => string): T | undefined {
  return [...Map.groupBy(all, nameOf).values()].toSorted((one, other) => other.length - one.length)[0]?.[0];
}
