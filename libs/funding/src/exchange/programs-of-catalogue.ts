import { recordAudit } from '@app/persistence/audit.js';
import { Program, type ProgramContent } from '../program.js';
import { type ProgramLine, programLine } from './catalogue-line.js';
import { type CatalogueStep, compared, type WritingCatalogue } from './writing-catalogue.js';

/** Takes in programmes under their ids. */
export class ProgramsOfCatalogue {
  constructor(private readonly writing: WritingCatalogue) {}

  async take(line: ProgramLine): Promise<CatalogueStep> {
    const { em, isTrial } = this.writing;
    const here = await em.findOne(Program, { id: line.id });
    if (here) return compared(programLine(here), line);
    if (!isTrial) await this.write(line);
    return 'added';
  }

  private async write(line: ProgramLine): Promise<void> {
    const { em, actor, at } = this.writing;
    const program = new Program(line.id, contentOf(line), Temporal.Instant.from(line.createdAt));
    program.updatedAt = Temporal.Instant.from(line.changedAt);
    em.persist(program);
    await em.flush();
    await recordAudit(em, {
      actor,
      action: 'program.imported',
      subject: { kind: 'program', id: line.id },
      detail: { title: line.title },
      at,
    });
    em.clear();
  }
}

function contentOf({ title, summary = {}, partners = [], topics = [], fundingLevel, guidelineUrl }: ProgramLine): ProgramContent {
  return { title, summary, partners, topics, fundingLevel: fundingLevel ?? null, guidelineUrl: guidelineUrl ?? null };
}
