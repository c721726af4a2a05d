import type { AuthorityRecord, RegisterReading } from './register/authority-record.js';
import { mayEnd } from './register/may-end.js';
import { RegisterRefused } from './register/register-refused.js';
import { type AuthorityRow, differs, isOlder, type KnownAuthority, toNamedRow, toRow } from './stored-authority.js';

export interface ImportPlan {
  readonly rows: readonly AuthorityRow[];
  readonly added: readonly AuthorityRow[];
  readonly changed: readonly AuthorityRow[];
  /** The same in every respect, but the demonstration's until now. */
  readonly adopted: readonly AuthorityRow[];
  readonly unchanged: number;
  /** No longer in the register; they stay until somebody has confirmed who follows. */
  readonly gone: readonly KnownAuthority[];
}

/** What a reading means for what is stored. Throws RegisterRefused for a shortened file. */
export function planImport(known: ReadonlyMap<string, KnownAuthority>, reading: RegisterReading): ImportPlan {
  const rows = reading.authorities.map((record) => {
    const stored = known.get(record.key);
    if (!stored) return toRow(record);
    return reading.isNamesOnly ? toNamedRow(record, stored) : toRow(reading.format === 'csv' ? withKnownName(record, stored) : record);
  });
  const present = new Set([...rows, ...(reading.leftOut.keys ?? [])].map(({ key }) => key));
  const added = rows.filter((row) => !known.has(row.key));
  const changed = rows.filter((row) => known.has(row.key) && differs(known.get(row.key)!, row, reading));
  const adopted = rows.filter((row) => known.get(row.key)?.origin === 'demonstration' && reading.format !== 'demonstration');
  const covered = [...known.values()].filter((each) => each.validTo === null && !isOlder(each, reading) && mayEnd(reading, each));
  const gone = covered.filter((each) => each.goneOn === null && !present.has(each.key));
  refuseShortened(gone, covered.length, reading);
  return { rows, added, changed, adopted, unchanged: rows.length - added.length - changed.length, gone };
}

/** A CSV that says no official name leaves it as it is, unless the name itself has changed. */
function withKnownName(record: AuthorityRecord, { name, officialName }: KnownAuthority): AuthorityRecord {
  return record.name === name && record.officialName === name ? { ...record, officialName } : record;
}

/** So many authorities end in no year: in a list without a frame of states and counties, a gap shows by that alone. */
const MOST_GONE = { count: 20, share: 0.05 };

/** The same edition cannot have lost authorities since the last time: whole lines are missing at its end, which the file itself does not show. */
function refuseShortened(gone: readonly KnownAuthority[], covered: number, reading: RegisterReading): void {
  if (reading.isNamesOnly) {
    if (gone.length > Math.max(MOST_GONE.count, covered * MOST_GONE.share)) {
      throw new RegisterRefused('too-many-gone', { count: gone.length, known: covered });
    }
    return;
  }
  const missing = gone.find((authority) => authority.registerDate === reading.territoryDate);
  if (missing) throw new RegisterRefused('truncated-units', { name: missing.name });
}
