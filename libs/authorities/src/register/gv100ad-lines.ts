import { GV100AD_KEYS, type Gv100adFrame, type Gv100adRecord, isFault, readGv100adLine } from './gv100ad-line.js';
import { type LineFault, problemOf, type RegisterProblem } from './register-problem.js';
import { RegisterRefused } from './register-refused.js';

/** The records of a file and the lines that are none. */
export interface Gv100adLines {
  readonly records: readonly Gv100adRecord[];
  readonly problems: readonly RegisterProblem[];
  readonly damages: readonly Damage[];
}

/** Where in the country a line belonged that could not be read, as far as that is legible. */
export interface Damage {
  readonly record?: '40' | '50' | '60';
  readonly county?: string;
  readonly association?: string;
  /** Key of the authority whose line it was. */
  readonly key?: string;
  /** Where the key is illegible: the county of the line before; the register is sorted, so the line most likely was of there. */
  readonly neighbour?: string;
}

/** Some lines may be damaged; a file with more damage than this is refused rather than half taken over. */
const TOLERATED = { lines: 10, share: 0.05 };

/** @throws RegisterRefused when too many lines cannot be read */
export function readGv100adLines(lines: readonly string[], frame: Gv100adFrame): Gv100adLines {
  const records: Gv100adRecord[] = [];
  const problems: RegisterProblem[] = [];
  const damages: Damage[] = [];
  const firstLines = new Map<string, number>();
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const reading = withoutDoubles(readGv100adLine(line, frame), line, index + 1, firstLines);
    if (!isFault(reading)) records.push(reading);
    else {
      const damage = damageOf(line, frame.date, records.at(-1));
      problems.push(problemOf(index + 1, reading, damage.key));
      // A second line of the same authority takes nothing away.
      if (reading.code !== 'duplicate-key') damages.push(damage);
    }
  }
  if (problems.length > Math.max(TOLERATED.lines, lines.length * TOLERATED.share)) {
    throw new RegisterRefused('too-many-problems', { count: problems.length, lines: lines.length }, problems[0]?.line);
  }
  return { records, problems, damages };
}

function withoutDoubles(
  reading: Gv100adRecord | LineFault,
  line: string,
  number: number,
  firstLines: Map<string, number>,
): Gv100adRecord | LineFault {
  if (isFault(reading)) return reading;
  // A municipality is one, whatever association a second line puts it in; an association is known by its number.
  const key = `${reading.type} ${line.slice(10, reading.type === '60' ? 18 : 22).trim()}`;
  const first = firstLines.get(key);
  if (first !== undefined) return { code: 'duplicate-key', params: { key: key.slice(3), first } };
  firstLines.set(key, number);
  return reading;
}

/** What of a damaged line can still be trusted: its key only where everything before the name stands in its place. */
function damageOf(line: string, date: string, before: Gv100adRecord | undefined): Damage {
  const neighbour = before !== undefined && 'county' in before ? { neighbour: before.county } : {};
  const record = (['40', '50', '60'] as const).find((type) => line.startsWith(type));
  if (record === undefined) return neighbour;
  const inPlace = line.slice(2, 10) === date && GV100AD_KEYS[record].test(line.slice(10, 22)) && /^\D/.test(line.slice(22));
  if (!inPlace) return { record, ...neighbour };
  const county = line.slice(10, 15);
  if (record === '40') return { record, county, key: `DE:${county}` };
  const association = county + line.slice(18, 22);
  return { record, county, association, key: record === '50' ? `DE:${association}` : `DE:${line.slice(10, 18)}` };
}
