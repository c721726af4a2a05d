import type { CallState } from '@app/deadlines/call-status.js';
import { deadlineSentence } from '@app/deadlines/words/deadline-sentence.js';
import { stageName } from '@app/deadlines/words/names.js';
import { ruleInOneLine } from '@app/eligibility/rule-in-one-line.js';
import { type CallRecord, partnersOf, summaryOf, titleOf } from '@app/funding/call-record.js';
import { reckonDeadlines } from '@app/funding/call-status.js';
import type { PartnerRole } from '@app/funding/partner.js';
import { HOME_ZONE } from '@app/kernel/home-zone.js';
import { inLocale } from '@app/kernel/locale.js';
import type { Money } from '@app/kernel/money.js';
import { guardText } from './guard-cell.js';

/** A call as a row, with where it stands when the table is written. */
export interface TableRow {
  readonly call: CallRecord;
  readonly state: CallState;
  readonly now: Temporal.Instant;
  readonly baseUrl: string;
}

type Cell = string | number | undefined;
/** `name` heads the column; types are those of CSV on the Web. Several values of a column stand in one cell, with " | " between them. */
export interface Column {
  readonly name: string;
  readonly datatype: 'string' | 'anyURI' | 'date' | 'dateTime' | 'integer' | 'decimal';
  readonly description: { readonly de: string; readonly en: string };
  readonly isRequired?: true;
  readonly isList?: true;
  readonly value: (row: TableRow) => Cell;
}

export const SEPARATOR = ' | ';
const listed = (values: readonly string[]): Cell =>
  values.length > 0 ? values.map((value) => value.replaceAll('|', '/')).join(SEPARATOR) : undefined;
const partnersIn = (call: CallRecord, roles: readonly PartnerRole[]): Cell =>
  listed(partnersOf(call).flatMap(({ name, role }) => (roles.includes(role) ? [name] : [])));
/** An opening counts as a day in the zone of the call's first deadline. */
const dayOf = ({ call }: TableRow, at: Temporal.Instant | undefined): Cell =>
  at
    ?.toZonedDateTimeISO(call.deadlines[0]?.zone ?? HOME_ZONE)
    .toPlainDate()
    .toString();
const deadlinesOf = ({ call, now }: TableRow): Cell =>
  listed(
    reckonDeadlines(call, now).map(
      ({ deadline, state }) => `${stageName(deadline.stage, 'de')}: ${deadlineSentence(deadline, state, 'de')}`,
    ),
  );
const amount = (name: string, de: string, en: string, money: (row: TableRow) => Money | undefined): Column => ({
  name,
  datatype: 'decimal',
  description: { de, en },
  value: (row) => money(row)?.amount,
});
const awardOf = ({ call }: TableRow) => call.award;
const currencyOf = ({ call: { award } }: TableRow): Cell =>
  (award.amountEach ?? award.maxAmount ?? award.minAmount ?? award.totalBudget ?? award.minimumGrantThreshold)?.currency;

/** What the table of calls has, from left to right. A new column comes last, so that readers by number go on. */
export const CALL_COLUMNS: readonly Column[] = [
  {
    name: 'id',
    datatype: 'string',
    isRequired: true,
    description: { de: 'Kennung des Aufrufs', en: 'Id of the call' },
    value: ({ call }) => call.id,
  },
  {
    name: 'url',
    datatype: 'anyURI',
    isRequired: true,
    description: { de: 'Seite des Aufrufs', en: 'Page of the call' },
    value: ({ call, baseUrl }) => `${baseUrl}/calls/${call.id}`,
  },
  {
    name: 'program_id',
    datatype: 'string',
    isRequired: true,
    description: { de: 'Kennung des Programms', en: 'Id of the programme' },
    value: ({ call }) => call.program.id,
  },
  {
    name: 'program_title',
    datatype: 'string',
    isRequired: true,
    description: { de: 'Titel des Programms', en: 'Title of the programme' },
    value: ({ call }) => inLocale(call.program.title, 'de'),
  },
  { name: 'round', datatype: 'string', isRequired: true, description: { de: 'Runde', en: 'Round' }, value: ({ call }) => call.round },
  {
    name: 'title',
    datatype: 'string',
    isRequired: true,
    description: { de: 'Titel des Aufrufs', en: 'Title of the call' },
    value: ({ call }) => titleOf(call, 'de'),
  },
  {
    name: 'title_en',
    datatype: 'string',
    isRequired: true,
    description: { de: 'Titel auf Englisch, soweit vorhanden', en: 'Title in English as far as there is one' },
    value: ({ call }) => titleOf(call, 'en'),
  },
  {
    name: 'summary',
    datatype: 'string',
    description: { de: 'Worum es geht', en: 'What it is about' },
    value: ({ call }) => summaryOf(call, 'de') || undefined,
  },
  {
    name: 'state',
    datatype: 'string',
    isRequired: true,
    description: { de: 'published (veröffentlicht) oder withdrawn (zurückgezogen)', en: 'published or withdrawn' },
    value: ({ call }) => call.state,
  },
  {
    name: 'status',
    datatype: 'string',
    isRequired: true,
    description: {
      de: 'Zum Zeitpunkt des Abrufs: upcoming (bevorstehend), open (offen), closed (geschlossen), undated (ohne Termin)',
      en: 'When it was fetched: upcoming, open, closed or undated',
    },
    value: ({ state }) => state.status,
  },
  { name: 'opens_on', datatype: 'date', description: { de: 'Beginn', en: 'Opens' }, value: (row) => dayOf(row, row.state.opensAt) },
  {
    name: 'closes_on',
    datatype: 'date',
    description: {
      de: 'Letzter Tag, der zählt: der nächste, wenn geschlossen der letzte',
      en: 'Last day that counts: the next one, when closed the last',
    },
    value: ({ state }) => state.closingDay,
  },
  {
    name: 'closes_at',
    datatype: 'dateTime',
    description: { de: 'Erster Zeitpunkt, der zu spät ist (UTC)', en: 'First instant that is too late (UTC)' },
    value: ({ state }) => state.closesAt?.toString(),
  },
  {
    name: 'deadlines',
    datatype: 'string',
    isList: true,
    description: { de: 'Alle Fristen in Worten', en: 'All deadlines in words (German)' },
    value: deadlinesOf,
  },
  {
    name: 'eligible',
    datatype: 'string',
    isRequired: true,
    description: {
      de: 'Wer sich bewerben kann, in Kürze; die genaue Regel steht in catalogue.jsonl',
      en: 'Who may apply, in short (German); catalogue.jsonl has the exact rule',
    },
    value: ({ call }) => ruleInOneLine(call.rule, 'de'),
  },
  {
    name: 'currency',
    datatype: 'string',
    description: { de: 'Währung der Beträge (ISO 4217)', en: 'Currency of the amounts (ISO 4217)' },
    value: currencyOf,
  },
  amount('amount_each', 'Betrag je Vorhaben', 'Amount each', (row) => awardOf(row).amountEach),
  amount('min_amount', 'Kleinster Betrag', 'Smallest amount', (row) => awardOf(row).minAmount),
  amount('max_amount', 'Größter Betrag', 'Largest amount', (row) => awardOf(row).maxAmount),
  amount('total_budget', 'Gesamtbudget', 'Total budget', (row) => awardOf(row).totalBudget),
  {
    name: 'awards',
    datatype: 'integer',
    description: { de: 'Wie viele ausgewählt werden', en: 'How many are chosen' },
    value: (row) => awardOf(row).count,
  },
  {
    name: 'funding_rate',
    datatype: 'integer',
    description: { de: 'Förderquote in Basispunkten: 6500 sind 65 %', en: 'Funding rate in basis points: 6500 is 65 %' },
    value: (row) => awardOf(row).fundingRate,
  },
  {
    name: 'funding_rate_financially_weak',
    datatype: 'integer',
    description: { de: 'Förderquote für Finanzschwache in Basispunkten', en: 'Funding rate for the financially weak in basis points' },
    value: (row) => awardOf(row).fundingRateFinanciallyWeak,
  },
  {
    name: 'own_share',
    datatype: 'integer',
    description: { de: 'Eigenanteil in Basispunkten', en: 'Own share in basis points' },
    value: (row) => awardOf(row).ownShare,
  },
  {
    name: 'funding_level',
    datatype: 'string',
    description: { de: 'eu, federal, state, regional, local oder foundation', en: 'eu, federal, state, regional, local or foundation' },
    value: ({ call }) => call.program.fundingLevel ?? undefined,
  },
  {
    name: 'topics',
    datatype: 'string',
    isList: true,
    description: { de: 'Themen', en: 'Topics' },
    value: ({ call }) => listed(call.program.topics),
  },
  {
    name: 'funders',
    datatype: 'string',
    isList: true,
    description: { de: 'Fördergeber', en: 'Funders' },
    value: ({ call }) => partnersIn(call, ['funder']),
  },
  {
    name: 'partners',
    datatype: 'string',
    isList: true,
    description: { de: 'Weitere Beteiligte', en: 'Others who take part' },
    value: ({ call }) => partnersIn(call, ['program_agency', 'granting_authority', 'implementing_body', 'partner']),
  },
  {
    name: 'winners',
    datatype: 'string',
    isList: true,
    description: { de: 'Amtliche Schlüssel der Ausgewählten', en: 'Official keys of those chosen' },
    value: ({ call }) => listed(call.winners),
  },
  {
    name: 'guideline_url',
    datatype: 'anyURI',
    description: { de: 'Richtlinie', en: 'Guideline' },
    value: ({ call }) => call.program.guidelineUrl ?? undefined,
  },
  {
    name: 'source_url',
    datatype: 'anyURI',
    description: { de: 'Bekanntmachung', en: 'Announcement' },
    value: ({ call }) => call.source?.url,
  },
  {
    name: 'published_at',
    datatype: 'dateTime',
    isRequired: true,
    description: { de: 'Hier veröffentlicht (UTC)', en: 'Published here (UTC)' },
    value: ({ call }) => (call.publishedAt ?? call.createdAt).toString(),
  },
  {
    name: 'changed_at',
    datatype: 'dateTime',
    isRequired: true,
    description: { de: 'Inhalt zuletzt geändert (UTC)', en: 'Content last changed (UTC)' },
    value: ({ call }) => call.contentChangedAt.toString(),
  },
  {
    name: 'withdrawn_at',
    datatype: 'dateTime',
    description: { de: 'Zurückgezogen (UTC)', en: 'Withdrawn (UTC)' },
    value: ({ call }) => call.withdrawnAt?.toString(),
  },
];

/** The cells of a row in the order of the columns. */
export function cellsOf(row: TableRow): (string | number)[] {
  return CALL_COLUMNS.map(({ datatype, value }) => {
    const cell = value(row) ?? '';
    return typeof cell === 'string' && (datatype === 'string' || datatype === 'anyURI') ? guardText(cell) : cell;
  });
}
