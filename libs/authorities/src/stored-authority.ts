import { rows, searchable } from '@app/persistence/sql.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { AuthorityRecord, FactValue, PopulationFigure, RegisterReading } from './register/authority-record.js';
import { zoneOfKey } from './zones.js';

/** A row to be written: what a register says of one authority, filled up with what follows from it. */
export interface AuthorityRow {
  readonly key: string;
  readonly name: string;
  readonly officialName: string;
  readonly types: readonly string[];
  readonly territory: string;
  readonly parentKey: string | null;
  readonly zone: string;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly searchText: string;
  readonly figure: PopulationFigure | null;
  readonly facts: Readonly<Record<string, FactValue>>;
}

/** What is stored now, as far as an import compares it. */
export interface KnownAuthority {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly officialName: string;
  readonly types: readonly string[];
  readonly territory: string;
  readonly parentKey: string | null;
  readonly zone: string;
  readonly content: string;
  readonly origin: string;
  readonly registerDate: string | null;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  /** Since when a register no longer knows it. */
  readonly goneOn: string | null;
  readonly figures: Readonly<Record<string, number>>;
  readonly facts: Readonly<Record<string, FactValue>>;
}

export function toRow(record: AuthorityRecord): AuthorityRow {
  return {
    key: record.key,
    name: record.name,
    officialName: record.officialName,
    types: record.types,
    territory: record.territory,
    parentKey: record.parentKey ?? null,
    zone: record.zone ?? zoneOfKey(record.key),
    validFrom: record.validFrom ?? null,
    validTo: record.validTo ?? null,
    searchText: searchable(`${record.name} ${record.officialName} ${record.key}`),
    figure: record.population ?? null,
    facts: record.facts ?? {},
  };
}

/** Of a known authority a list of names changes the name and nothing else. */
export function toNamedRow(record: AuthorityRecord, known: KnownAuthority): AuthorityRow {
  const { types, territory, parentKey, zone, validFrom, validTo } = known;
  return { ...toRow(record), types, territory, parentKey, zone, validFrom, validTo, figure: null, facts: {} };
}

/** The attributes whose change is a change, as one comparable text. */
export function contentOf(row: Omit<AuthorityRow, 'searchText' | 'figure' | 'facts' | 'key'>): string {
  return JSON.stringify([row.name, row.officialName, row.types, row.territory, row.parentKey, row.zone, row.validFrom, row.validTo]);
}

type KnownRow = Omit<KnownAuthority, 'content'>;

/** Every authority in the table, by key. */
export async function knownAuthorities(em: EntityManager): Promise<Map<string, KnownAuthority>> {
  const found = await rows<KnownRow>(
    em,
    `select a.id, a.key, a.name, a.official_name as "officialName", a.types, a.territory, a.parent_key as "parentKey", a.zone,
       a.valid_from::text as "validFrom", a.valid_to::text as "validTo", a.origin, a.register_date::text as "registerDate", a.gone_on::text as "goneOn",
       coalesce((select jsonb_object_agg(f.as_of, f.value) from population_figure f where f.authority_id = a.id), '{}') as figures,
       coalesce((select jsonb_object_agg(t.name, t.value) from fact t where t.authority_id = a.id), '{}') as facts from authority a`,
  );
  return new Map(found.map((row) => [row.key, { ...row, content: contentOf(row) }]));
}

/** Whether a reading says anything of an authority that is not stored yet. */
export function differs(known: KnownAuthority, row: AuthorityRow, reading: RegisterReading): boolean {
  if (row.figure && known.figures[row.figure.asOf] !== row.figure.value) return true;
  if (Object.entries(row.facts).some(([name, value]) => known.facts[name] !== value)) return true;
  return !isOlder(known, reading) && (known.content !== contentOf(row) || known.goneOn !== null);
}

/** An older register adds its figures and facts, but does not undo names and kinds, nor bring back who is gone since; nor does a CSV with facts. */
export function isOlder(known: KnownAuthority, reading: RegisterReading): boolean {
  const { registerDate, goneOn } = known;
  return (
    (registerDate !== null && reading.territoryDate < registerDate) ||
    (goneOn !== null && (reading.format === 'csv' || reading.territoryDate < goneOn))
  );
}
