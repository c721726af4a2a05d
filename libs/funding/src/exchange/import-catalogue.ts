import type { Actor } from '@app/kernel/actor.js';
import { Clock } from '@app/kernel/clock.js';
import { raiseIndexRevision } from '@app/persistence/index-revision.js';
import { Jobs } from '@app/persistence/jobs.js';
import { scopeOf } from '@app/persistence/scope.js';
import { Transactions } from '@app/persistence/transactions.js';
import { Injectable } from '@nestjs/common';
import { CallsOfCatalogue } from './calls-of-catalogue.js';
import { ProgramsOfCatalogue } from './programs-of-catalogue.js';
import type { ReadCatalogue } from './read-catalogue.js';
import { TerritoriesOfCatalogue } from './territories-of-catalogue.js';
import type { CatalogueStep } from './writing-catalogue.js';

export type CatalogueCounts = Readonly<Record<CatalogueStep, number>>;

export interface CatalogueImport {
  readonly namedTerritories: CatalogueCounts;
  readonly programs: CatalogueCounts;
  readonly calls: CatalogueCounts;
}

/** Takes an exported catalogue in, under the ids that it has there, published as it was. Into an empty instance it gives the same catalogue. */
@Injectable()
export class ImportCatalogue {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
  ) {}

  /**
   * All of it or nothing, in one transaction; other writers wait meanwhile. What is here already stays as it is.
   * Throws DomainError where a rule of the house is broken that the file alone does not show. In a trial nothing is written.
   */
  run(
    actor: Actor,
    { namedTerritories, programs, calls }: ReadCatalogue,
    { isTrial }: { readonly isTrial: boolean },
  ): Promise<CatalogueImport> {
    const at = this.clock.now();
    return this.transactions.run(scopeOf(actor), async (em) => {
      const writing = { em, actor, at, isTrial, jobs: this.jobs };
      // First of all: its row's lock lets editors and imports follow one another.
      const revision = isTrial ? 0n : await raiseIndexRevision(em);
      return {
        namedTerritories: await counted(namedTerritories, await TerritoriesOfCatalogue.open(writing, revision)),
        programs: await counted(programs, new ProgramsOfCatalogue(writing)),
        calls: await counted(calls, new CallsOfCatalogue(writing)),
      };
    });
  }
}

/** Takes in one thing after another. */
interface TakingIn<Line> {
  take(line: Line): Promise<CatalogueStep>;
  finish?(): Promise<void>;
}

async function counted<Line>(lines: readonly Line[], taking: TakingIn<Line>): Promise<CatalogueCounts> {
  const counts: Record<CatalogueStep, number> = { added: 0, unchanged: 0, kept: 0 };
  for (const line of lines) counts[await taking.take(line)] += 1;
  await taking.finish?.();
  return counts;
}
