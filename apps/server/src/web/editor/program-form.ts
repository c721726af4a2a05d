import type { Partner } from '@app/funding/partner.js';
import type { FundingLevel } from '@app/funding/program.js';
import type { PartlyLocalized } from '@app/kernel/locale.js';
import { localizedEntry } from './call-form-to.js';
import { type Body, FaultBook, type FormFaults, textOf } from './form-reading.js';
import { EMPTY_PARTNER, type PartnerForm, partnersFromJson, partnersToJson, readPartners } from './partner-form.js';
import { readUrl } from './read-entries.js';

/**
 * The form of a programme as entered. Fields: `title.de`, `title.en`, `summary.de`, `summary.en`, `topics` (separated by commas),
 * `fundingLevel` ("" = not stated), `guidelineUrl`, `partners.N.*`, `version`; buttons `do` = save | add-partner | remove-partner-N.
 */
export interface ProgramForm {
  version: string;
  title: { de: string; en: string };
  summary: { de: string; en: string };
  topics: string;
  fundingLevel: string;
  guidelineUrl: string;
  partners: readonly PartnerForm[];
}

/** The JSON of POST /programs. */
export interface ProgramBody {
  title: { de?: string; en?: string };
  summary?: { de?: string; en?: string };
  partners: Partner[];
  topics: string[];
  fundingLevel?: FundingLevel;
  guidelineUrl?: string;
}

export function readProgramForm(body: Body): ProgramForm {
  const both = (name: string) => ({ de: textOf(body, `${name}.de`), en: textOf(body, `${name}.en`) });
  return {
    version: textOf(body, 'version'),
    title: both('title'),
    summary: both('summary'),
    topics: textOf(body, 'topics'),
    fundingLevel: textOf(body, 'fundingLevel'),
    guidelineUrl: textOf(body, 'guidelineUrl'),
    partners: readPartners(body),
  };
}

/** A new programme begins with a funder's row. */
export function emptyProgramForm(): ProgramForm {
  return { ...readProgramForm({}), partners: [{ ...EMPTY_PARTNER, role: 'funder' }] };
}

export function toProgramCommand(form: ProgramForm): { command: ProgramBody } | { faults: FormFaults } {
  const book = new FaultBook();
  const title = form.title.de === '' ? book.add('title.de', 'title-required') : localizedEntry(book, 'title', form.title);
  const summary = localizedEntry(book, 'summary', form.summary);
  const guidelineUrl = readUrl(book, 'guidelineUrl', form.guidelineUrl);
  const partners = partnersToJson(book, form.partners);
  if (title === undefined || !book.isEmpty) return { faults: book.faults };
  const topics = form.topics.split(/[,;\n]+/).map((topic) => topic.trim());
  return {
    command: {
      title,
      ...(summary && { summary }),
      partners,
      topics: topics.filter((topic) => topic !== ''),
      ...(form.fundingLevel !== '' && { fundingLevel: form.fundingLevel as FundingLevel }),
      ...(guidelineUrl !== undefined && { guidelineUrl }),
    },
  };
}

export interface StoredProgram {
  version: number;
  title: PartlyLocalized;
  summary?: PartlyLocalized | null;
  partners: readonly Partner[];
  topics: readonly string[];
  fundingLevel?: string | null;
  guidelineUrl?: string | null;
}

export function fromProgram(program: StoredProgram): ProgramForm {
  return {
    version: String(program.version),
    title: { de: program.title.de ?? '', en: program.title.en ?? '' },
    summary: { de: program.summary?.de ?? '', en: program.summary?.en ?? '' },
    topics: program.topics.join(', '),
    fundingLevel: program.fundingLevel ?? '',
    guidelineUrl: program.guidelineUrl ?? '',
    partners: partnersFromJson(program.partners),
  };
}
