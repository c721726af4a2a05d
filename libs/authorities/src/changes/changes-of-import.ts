import type { RegisterReading } from '../register/authority-record.js';
import { type AuthorityRow, isOlder, type KnownAuthority } from '../stored-authority.js';
import { type Candidate, proposeSuccessors } from './propose-successors.js';
import type { ChangeEntry } from './write-changes.js';

export interface ImportedChanges {
  readonly known: ReadonlyMap<string, KnownAuthority>;
  /** What the reading says, filled up with what is known already. */
  readonly rows: readonly AuthorityRow[];
  readonly added: readonly AuthorityRow[];
  readonly changed: readonly AuthorityRow[];
  readonly gone: readonly KnownAuthority[];
}

/** What a register changes against the one before: other names, other kinds, newcomers, and who could follow those that are gone. */
export function changesOf(imported: ImportedChanges, reading: RegisterReading, today: string): ChangeEntry[] {
  const effectiveOn = reading.territoryDate < today ? reading.territoryDate : today;
  const entry = (change: Pick<ChangeEntry, 'oldKey' | 'newKey' | 'kind' | 'state' | 'reason'>): ChangeEntry => ({ ...change, effectiveOn });
  return [
    ...imported.changed.flatMap((row) => alterations(row, imported.known.get(row.key)!, reading)).map(entry),
    ...newcomers(imported, reading).map(({ key, officialName }) =>
      entry({ oldKey: null, newKey: key, kind: 'new', state: 'confirmed', reason: { code: 'in-register', params: { to: officialName } } }),
    ),
    ...proposals(imported).map(({ oldKey, newKey, kind, reason }) => entry({ oldKey, newKey, kind, state: 'proposed', reason })),
  ];
}

/** Only against an older register: a CSV with facts beside it, or the demonstration's selection, is no change of the authority. */
function alterations(row: AuthorityRow, known: KnownAuthority, reading: RegisterReading) {
  if (reading.format === 'csv' || isOlder(known, reading) || !isEarlier(known, reading)) return [];
  const same = { oldKey: row.key, newKey: row.key, state: 'confirmed' as const };
  const from = [...known.types].sort().join(' ');
  const to = [...row.types].sort().join(' ');
  return [
    ...(known.officialName === row.officialName
      ? []
      : [
          {
            ...same,
            kind: 'renamed' as const,
            reason: { code: 'in-register', params: { from: known.officialName, to: row.officialName } },
          },
        ]),
    ...(from === to ? [] : [{ ...same, kind: 'kind_changed' as const, reason: { code: 'in-register', params: { from, to } } }]),
  ];
}

/** New is only who comes into a state that an earlier register has described. */
function newcomers({ known, added }: ImportedChanges, reading: RegisterReading): AuthorityRow[] {
  if (reading.format === 'csv') return [];
  const described = new Set([...known.values()].filter((each) => isEarlier(each, reading)).map(({ territory }) => stateOf(territory)));
  return added.filter(({ territory }) => described.has(stateOf(territory)));
}

function proposals({ known, rows, added, gone }: ImportedChanges) {
  const news = new Set(added.map(({ key }) => key));
  const candidates: Candidate[] = rows.map((row) => ({ ...row, isNew: news.has(row.key) }));
  return proposeSuccessors(gone, candidates, (key) => known.get(key)?.name);
}

const isEarlier = (known: KnownAuthority, reading: RegisterReading): boolean =>
  known.registerDate !== null && known.registerDate < reading.territoryDate;
/** "DE-05358008" → "DE-05". */
const stateOf = (territory: string): string => territory.slice(0, 5);
