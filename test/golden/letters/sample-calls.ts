import type { AuthorityView } from '@app/authorities/authority-view.js';
import { NO_NAMED_TERRITORIES } from '@app/eligibility/named-territories.js';
import type { CallDeadline } from '@app/funding/call-deadline.js';
import type { CallRecord } from '@app/funding/call-record.js';
import { markClosings } from '@app/funding/closing-marks.js';
import { closingOn } from '@app/reminders/closing-on.js';
import type { Reminded } from '@app/reminders/letters/compose-letter.js';
import { MODELLKOMMUNE_PROGRAM, roundTwo } from '../../support/modellkommune.js';

const PUBLISHED = Temporal.Instant.from('2014-06-12T08:00:00Z');
const DESTATIS = '© Statistisches Bundesamt (Destatis), Gemeindeverzeichnis, Gebietsstand 30.11.2023';

export function anAuthority(
  given: Pick<AuthorityView, 'name' | 'key' | 'types'> & { inhabitants: number; ordinal?: number },
): AuthorityView {
  const { inhabitants, ordinal = 0, ...named } = given;
  return {
    ...named,
    id: `01900000-0000-7000-8000-00000000000${ordinal}`,
    ordinal,
    officialName: named.name,
    territory: named.key.replace(':', '-'),
    parentKey: null,
    zone: 'Europe/Berlin',
    origin: 'register',
    source: DESTATIS,
    registerDate: '2023-11-30',
    validFrom: null,
    validTo: null,
    population: [{ value: inhabitants, asOf: '2022-12-31', source: DESTATIS }],
    facts: [],
    version: 1,
  };
}

export const dueren = anAuthority({
  name: 'Düren',
  key: 'DE:05358008',
  types: ['municipality', 'town', 'district_municipality'],
  inhabitants: 93_207,
});
export const kreisDueren = anAuthority({ name: 'Kreis Düren', key: 'DE:05358', types: ['county'], inhabitants: 272_000, ordinal: 1 });

export const muenster = anAuthority({
  name: 'Münster',
  key: 'DE:05515000',
  types: ['municipality', 'town', 'independent_city'],
  inhabitants: 320_946,
  ordinal: 2,
});

type Given = Partial<Omit<CallRecord, 'deadlines'>> & { id: string; deadlines: readonly Omit<CallDeadline, 'id' | 'marks'>[] };

export function aCall({ deadlines, ...given }: Given): CallRecord {
  const { title, partners, topics } = MODELLKOMMUNE_PROGRAM;
  return {
    ordinal: 0,
    program: {
      id: 'p',
      title,
      summary: {},
      partners: partners as CallRecord['partners'],
      topics,
      fundingLevel: 'federal',
      guidelineUrl: null,
    },
    round: '1',
    ownTitle: null,
    summary: null,
    rule: { applicantType: { in: ['municipality', 'county'] } },
    award: {},
    partners: [],
    source: null,
    previousCallId: null,
    winners: [],
    state: 'published',
    publishedAt: PUBLISHED,
    withdrawnAt: null,
    withdrawalReason: null,
    contentChangedAt: PUBLISHED,
    version: 2,
    createdAt: PUBLISHED,
    updatedAt: PUBLISHED,
    ...given,
    deadlines: deadlines.map((deadline, index) => ({
      ...deadline,
      id: `${given.id}-${index + 1}`,
      marks: markClosings([], deadline.schedule, PUBLISHED),
    })),
  };
}

const { rule, award, deadlines, round } = roundTwo('p', 'c');
export const modellkommune = aCall({ id: 'modellkommune-2', round, rule, award, deadlines: deadlines as Given['deadlines'] });

/** Everything that a deadline can say: another stage, a time in another zone, receipt, until the funds are exhausted. */
export const wachau = aCall({
  id: 'bibliotheken',
  ownTitle: { de: 'Bibliotheken & <Lesesäle>: „Vor Ort“', en: 'Libraries & <reading rooms>: "On site"' },
  deadlines: [
    {
      stage: 'outline',
      zone: 'Europe/Vienna',
      effect: 'soft',
      act: 'receipt',
      schedule: { kind: 'rolling', until: { date: '2014-07-04', time: '12:00' }, untilExhausted: true },
    },
  ],
  award: {
    maxAmount: { amount: '25000.00', currency: 'EUR' },
    ownShare: 2500,
    totalBudget: { amount: '1500000.00', currency: 'EUR' },
    minimumGrantThreshold: { amount: '2500.50', currency: 'EUR' },
  },
  partners: [
    { name: 'Deutscher Bibliotheksverband', role: 'program_agency' },
    { name: 'Beauftragte der Bundesregierung für Kultur und Medien', role: 'funder' },
  ],
});

/** A closing day on a Saturday that does not move. */
export const smartCities = aCall({
  id: 'smart-cities',
  ownTitle: { de: 'Modellprojekte Smart Cities 2014', en: 'Smart Cities pilot projects 2014' },
  deadlines: [
    { stage: 'application', zone: 'Europe/Berlin', effect: 'excludes', schedule: { kind: 'fixed', closes: { date: '2014-07-26' } } },
  ],
  award: { count: 10, totalBudget: { amount: '150000000.00', currency: 'EUR' }, fundingRate: 6500, fundingRateFinanciallyWeak: 9000 },
  partners: [{ name: 'KfW', role: 'granting_authority' }],
});

export function reminded(call: CallRecord, authority: AuthorityView, day: string, dueAt: string): Reminded {
  return { call, authority, named: NO_NAMED_TERRITORIES, dueAt: Temporal.Instant.from(dueAt), ...closingOn(call, `${call.id}-1`, day)! };
}
