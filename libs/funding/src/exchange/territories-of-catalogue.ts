import { faultsOf } from '@app/authorities/territories/check-named-territory.js';
import { readNamedTerritories } from '@app/authorities/territories/named-territories.query.js';
import type { NamedTerritoryContent } from '@app/authorities/territories/named-territory.js';
import { writeNamedTerritory } from '@app/authorities/territories/write-named-territory.js';
import { DomainError } from '@app/kernel/domain-error.js';
import { type NamedTerritoryLine, namedTerritoryLine } from './catalogue-line.js';
import { type CatalogueStep, compared, type WritingCatalogue } from './writing-catalogue.js';

/** Takes in sets of territories; those that others are made of have to come first. */
export class TerritoriesOfCatalogue {
  static async open(writing: WritingCatalogue, revision: bigint): Promise<TerritoriesOfCatalogue> {
    return new TerritoriesOfCatalogue(writing, revision, new Map(await readNamedTerritories(writing.em)));
  }

  private constructor(
    private readonly writing: WritingCatalogue,
    private readonly revision: bigint,
    private readonly known: Map<string, NamedTerritoryContent>,
  ) {}

  async take(line: NamedTerritoryLine): Promise<CatalogueStep> {
    const { slug } = line;
    const here = this.known.get(slug);
    if (here) return compared(namedTerritoryLine({ ...here, slug }), line);
    const content = contentOf(line);
    const faults = faultsOf(slug, content, this.known).map((fault) => ({ ...fault, pointer: `/named_territory/${slug}${fault.pointer}` }));
    if (faults.length > 0) throw new DomainError('invalid', {}, faults);
    this.known.set(slug, content);
    const { em, actor, at, jobs, isTrial } = this.writing;
    const { revision } = this;
    if (!isTrial) await writeNamedTerritory(em, jobs, { slug, content, revision, actor, at, action: 'named-territory.imported' });
    return 'added';
  }
}

function contentOf(line: NamedTerritoryLine): NamedTerritoryContent {
  const { title, source, sourceUrl = null, validFrom = null, validTo = null, entries = [], includes = [], excludes = [] } = line;
  return { title, source, sourceUrl, validFrom, validTo, entries, includes, excludes };
}
