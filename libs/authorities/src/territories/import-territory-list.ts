import type { Actor } from '@app/kernel/actor.js';
import { Clock, dayAt } from '@app/kernel/clock.js';
import { DomainError } from '@app/kernel/domain-error.js';
import { HOME_ZONE } from '@app/kernel/home-zone.js';
import { raiseIndexRevision } from '@app/persistence/index-revision.js';
import { Jobs } from '@app/persistence/jobs.js';
import { scopeOf } from '@app/persistence/scope.js';
import { rows } from '@app/persistence/sql.js';
import { Transactions } from '@app/persistence/transactions.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { faultsOf } from './check-named-territory.js';
import { type ListProblem, listProblem } from './list-problem.js';
import { readNamedTerritories } from './named-territories.query.js';
import { PlacesWithAuthorities } from './places-with-authorities.js';
import { readTerritoryList, type TerritoryList } from './read-territory-list.js';
import { writeNamedTerritory } from './write-named-territory.js';

export const LIST_MODES = ['replace', 'add'] as const;
export type ListMode = (typeof LIST_MODES)[number];

export interface ListImport {
  readonly added: number;
  readonly removed: number;
  readonly unchanged: number;
  /** Lines that were left out, and those that were taken in although nobody in the register belongs to them. */
  readonly problems: readonly ListProblem[];
}

/** Takes a list of keys as the entries of a set. The same list again changes nothing. */
@Injectable()
export class ImportTerritoryList {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
  ) {}

  /** `mode`: instead of the entries there are, or beside them. Throws 'not-found', 'stale', and 'invalid' for a list without a single key. */
  run(actor: Actor, slug: string, version: number, list: { content: Uint8Array; mode: ListMode }): Promise<ListImport> {
    const at = this.clock.now();
    const read = readTerritoryList(list.content);
    return this.transactions.run(scopeOf(actor), async (em) => {
      const revision = await raiseIndexRevision(em);
      const sets = await readNamedTerritories(em);
      const known = sets.get(slug);
      if (!known) throw new DomainError('not-found');
      if (known.version !== version) throw new DomainError('stale', { current: known.version });
      if (read.entries.length === 0) throw new DomainError('invalid', {}, [{ pointer: '/file', code: 'no-places' }]);
      const listed = new Set(read.entries.map(({ place }) => place));
      const entries = list.mode === 'add' ? [...new Set([...known.entries, ...listed])] : [...listed];
      const content = { ...known, entries };
      const faults = faultsOf(slug, content, sets);
      if (faults.length > 0) throw new DomainError('invalid', {}, faults);
      const counts = countsOf(known.entries, entries);
      if (counts.added + counts.removed > 0) {
        await writeNamedTerritory(em, this.jobs, {
          slug,
          content,
          revision,
          actor,
          at,
          action: 'named-territory.imported',
          detail: counts,
        });
      }
      const day = dayAt(at, HOME_ZONE).toString();
      return { ...counts, problems: [...read.problems, ...(await nobodyThere(em, read, day))].sort((a, b) => a.line - b.line) };
    });
  }
}

function countsOf(before: readonly string[], after: readonly string[]): Omit<ListImport, 'problems'> {
  const had = new Set(before);
  const unchanged = after.filter((entry) => had.has(entry)).length;
  return { added: after.length - unchanged, removed: had.size - unchanged, unchanged };
}

async function nobodyThere(em: EntityManager, list: TerritoryList, day: string): Promise<ListProblem[]> {
  const valid = await rows<{ key: string; territory: string }>(
    em,
    `select key, territory from authority where (valid_from is null or valid_from <= $1::date) and (valid_to is null or valid_to >= $1::date)`,
    [day],
  );
  const places = new PlacesWithAuthorities(valid);
  const nobody = list.entries.filter(({ place }) => !places.holdSomebody(place));
  return nobody.map(({ line, place }) => listProblem(line, 'nobody-there', { value: place }));
}
