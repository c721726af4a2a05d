import { readFileSync } from 'node:fs';
import { type CatalogueCounts, ImportCatalogue } from '@app/funding/exchange/import-catalogue.js';
import { type LineFault, readCatalogue } from '@app/funding/exchange/read-catalogue.js';
import { systemActor } from '@app/kernel/actor.js';
import { EXIT, Refused } from '../refusal.js';
import type { Desk } from '../verb.js';

const MOST_SHOWN = 20;
const FAULTS: Readonly<Record<string, string>> = {
  'not-json': 'ist kein JSON',
  'unknown-kind': 'hat eine unbekannte Art',
  'no-header': 'ist nicht {"kind":"catalogue","format":1}',
  repeated: 'kommt schon vor',
  circular: 'verweist im Kreis',
  'unknown-program': 'nennt ein Programm, das nicht in der Datei steht',
  'unknown-call': 'nennt einen Aufruf, der nicht in der Datei steht',
};

/** Answers what was done, in lines. Refused with every fault of the file before anything is written. */
export async function importCatalogueFile({ context }: Pick<Desk, 'context'>, path: string, isTrial: boolean): Promise<string[]> {
  const { catalogue, faults } = readCatalogue(textOf(path));
  if (faults.length > 0) throw new Refused(['Die Datei wurde nicht übernommen.', ...faultLines(faults)].join('\n'), EXIT.badData);
  const done = await (await context()).get(ImportCatalogue).run(systemActor('import-calls'), catalogue, { isTrial });
  const kept = done.namedTerritories.kept + done.programs.kept + done.calls.kept;
  return [
    ...(isTrial ? ['Probelauf: Nichts wurde geschrieben.'] : []),
    countLine('Gebiete', done.namedTerritories),
    countLine('Programme', done.programs),
    countLine('Aufrufe', done.calls),
    ...(kept > 0 ? ['Behalten heißt: Es ist hier schon da und sagt etwas anderes als die Datei.'] : []),
  ];
}

function textOf(path: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path));
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new Refused(`Die Datei ${path} gibt es nicht.`, EXIT.noInput);
    if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA') throw new Refused(`${path} ist kein UTF-8.`, EXIT.badData);
    throw new Refused(`${path} ist nicht zu lesen: ${message}`, EXIT.noInput);
  }
}

function countLine(what: string, { added, unchanged, kept }: CatalogueCounts): string {
  return `${what}: ${added} neu, ${unchanged} schon da, ${kept} behalten`;
}

function faultLines(faults: readonly LineFault[]): string[] {
  const shown = faults.slice(0, MOST_SHOWN).map(({ line, pointer, code, detail }) => {
    const place = pointer === '' ? `Zeile ${line}` : `Zeile ${line}, ${pointer}`;
    return `  ${place} ${FAULTS[code] ?? `ist falsch (${detail ?? code})`}.`;
  });
  return faults.length > MOST_SHOWN ? [...shown, `  … und ${faults.length - MOST_SHOWN} weitere`] : shown;
}
