import type { ImportProblem, LeftOut } from '@app/funding/exchange/foreign-catalogue.js';
import type { ImportCounts, ImportedProgram, ImportStep } from '@app/funding/exchange/import-drafts.js';

const NONE: ImportCounts = { added: 0, changed: 0, unchanged: 0, kept: 0 };
const REASONS: Record<LeftOut, string> = {
  'no-id': 'hat keine UUID',
  'no-title': 'hat keinen Titel',
  'not-there': 'ist nicht mehr da',
  refused: 'wurde nicht angenommen',
  'not-all-pages': 'Förderungen, die der Server zählt, standen auf keiner seiner Seiten. Ein zweiter Lauf holt sie nach',
};
const MOST_SHOWN = 20;

/** Counts what an import did, and says it. */
export class ImportTally {
  readonly problems: ImportProblem[] = [];
  private programs: ImportCounts = NONE;
  private calls: ImportCounts = NONE;

  constructor(private readonly isTrial: boolean) {}

  note(result: ImportedProgram | ImportProblem): void {
    if ('code' in result) this.problems.push(result);
    else {
      this.programs = plusOne(this.programs, result.program);
      for (const step of result.calls) this.calls = plusOne(this.calls, step);
    }
  }

  lines(): string[] {
    const kept = this.programs.kept + this.calls.kept;
    return [
      ...(this.isTrial ? ['Probelauf: Nichts wurde geschrieben.'] : []),
      countLine('Programme', this.programs),
      countLine('Aufrufe', this.calls),
      ...(kept > 0 ? ['Behalten heißt: Dort steht es jetzt anders, hier wurde es schon bearbeitet oder veröffentlicht.'] : []),
      ...this.problems.slice(0, MOST_SHOWN).map(problemLine),
      ...(this.problems.length > MOST_SHOWN ? [`… und ${this.problems.length - MOST_SHOWN} weitere Hinweise`] : []),
    ];
  }
}

function plusOne(counts: ImportCounts, step: ImportStep): ImportCounts {
  return { ...counts, [step]: counts[step] + 1 };
}

function countLine(what: string, { added, changed, unchanged, kept }: ImportCounts): string {
  return `${what}: ${added} neu, ${changed} geändert, ${unchanged} unverändert, ${kept} behalten`;
}

function problemLine({ code, subject, detail }: ImportProblem): string {
  const name = code === 'not-all-pages' ? subject : subject === '' ? 'Eine Förderung' : `„${subject}“`;
  return `  ${name} ${REASONS[code]}${detail === undefined ? '' : ` (${detail})`}.`;
}
