import { isDeepStrictEqual } from 'node:util';
import type { Actor } from '@app/kernel/actor.js';
import type { Jobs } from '@app/persistence/jobs.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { CatalogueLine } from './catalogue-line.js';

/** `kept`: it is here already and says something else; what is here stays. */
export type CatalogueStep = 'added' | 'unchanged' | 'kept';

/** What taking in a catalogue works with, in its one transaction. */
export interface WritingCatalogue {
  readonly em: EntityManager;
  readonly actor: Actor;
  readonly at: Temporal.Instant;
  readonly isTrial: boolean;
  readonly jobs: Jobs;
}

/** What is here is never changed; the order of the properties says nothing. */
export function compared(here: CatalogueLine, line: CatalogueLine): CatalogueStep {
  return isDeepStrictEqual(plain(here), plain(line)) ? 'unchanged' : 'kept';
}

const plain = (line: CatalogueLine): unknown => JSON.parse(JSON.stringify(line));
