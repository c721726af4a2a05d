import { parseDeadline } from '@app/deadlines/parse-deadline.js';
import { type Criterion } from '@app/eligibility/criterion.js';
import { evaluate } from '@app/eligibility/evaluate.js';
import { explainRule } from '@app/eligibility/explain-rule.js';
import { type Outcome } from '@app/eligibility/outcome.js';
import { ruleInOneLine } from '@app/eligibility/rule-in-one-line.js';
import { type Locale } from '@app/kernel/locale.js';
import { type Money } from '@app/kernel/money.js';
import { type CallModel } from '../calls/call.model.js';
import { type Frame } from '../frame/frame.model.js';
import { deadlineView } from '../pieces/deadline-view.js';
import { toRuleNode } from '../pieces/explained-rule.js';
import { type ResultRowModel } from '../pieces/result-row.js';

/** Text as somebody hostile would enter it: no page may pass it on as markup. */
export const HOSTILE = '<script>alert("x")</script>';

const NOW = Temporal.Instant.from('2014-06-27T04:30:00Z');
export const TODAY = '2014-06-27';
export const euro = (amount: string): Money => ({ amount, currency: 'EUR' });

export const MODEL_RULE: Criterion = {
  anyOf: [
    { allOf: [{ applicantType: { in: ['municipality'] } }, { population: { atMost: 300_000 } }] },
    { applicantType: { in: ['county'] } },
  ],
};

function deadline(locale: Locale, schedule: object, more: object = {}) {
  const value = { stage: 'application', zone: 'Europe/Berlin', effect: 'excludes', schedule, ...more };
  return deadlineView(parseDeadline(value, '').deadline!, NOW, locale);
}

export function sampleFrame(locale: Locale, role: 'public' | 'staff' | 'editor' = 'staff'): Frame {
  return {
    locale,
    path: '/calls?query=a',
    csrf: 'csrf-token',
    ...(role !== 'public' && { person: { name: `B. Lennartz ${HOSTILE}`, roles: [role] } }),
    ...(role === 'staff' && {
      authority: { key: 'DE:05358008', name: 'Stadt Düren' },
      authorities: [
        { key: 'DE:05358008', name: 'Stadt Düren' },
        { key: 'DE:05358', name: 'Kreis Düren' },
      ],
    }),
    demonstration: true,
    clockDay: Temporal.PlainDate.from(TODAY),
    register: { territoryAsOf: '2023-11-30', populationAsOf: '2022-12-31', source: '© Statistisches Bundesamt (Destatis)' },
  };
}

function evaluation(rule: Criterion) {
  return evaluate(rule, {
    name: 'Düren',
    types: ['municipality', 'town', 'district_municipality', 'large_district_town'],
    territory: 'DE-05358008',
    population: [{ value: 93_207, asOf: '2022-12-31' }],
    facts: {},
  } as never);
}

function row(locale: Locale, outcome: Outcome, title: string, schedule: object, more: object = {}): ResultRowModel {
  return {
    href: '/calls/1',
    title,
    funder: 'Bundesministerium des Innern',
    who: ruleInOneLine(MODEL_RULE, locale),
    deadline: deadline(locale, schedule, more),
    award: { count: 5, amountEach: euro('60000.00') },
    outcome,
    why: evaluation(MODEL_RULE).findings[1]!.text[locale],
    reasons: evaluation(MODEL_RULE).findings.map((finding) => ({ verdict: finding.verdict, text: finding.text[locale] })),
    rule: toRuleNode(explainRule(MODEL_RULE, evaluation(MODEL_RULE), locale)),
  };
}

export function rows(locale: Locale): ResultRowModel[] {
  return [
    row(locale, 'eligible', `Modellkommune ${HOSTILE}`, { kind: 'fixed', closes: { date: '2014-07-04' } }),
    row(locale, 'undetermined', 'Vor Ort für Alle', { kind: 'rolling', until: { date: '2014-11-30' }, untilExhausted: true }),
    row(
      locale,
      'eligible_jointly',
      'European City Facility',
      { kind: 'fixed', closes: { date: '2015-05-31', time: '12:00' } },
      { zone: 'Europe/Brussels' },
    ),
    row(
      locale,
      'ineligible',
      'STADTRADELN',
      { kind: 'yearly', closes: [{ monthDay: '07-31' }], opens: { monthDay: '07-01' } },
      { stage: 'registration' },
    ),
    { ...row(locale, 'eligible', 'Wärmeplanung', { kind: 'rolling' }), award: { fundingRate: 6500, fundingRateFinanciallyWeak: 9000 } },
    { ...row(locale, 'ineligible', 'Zusammenarbeit Bayern', { kind: 'relative', before: 'project_start', duration: 'P8W' }), award: {} },
  ];
}

export function sampleCall(locale: Locale, change: Partial<CallModel> = {}): CallModel {
  return {
    id: '0198',
    version: 3,
    state: 'published',
    title: 'Modellkommune E‑Government, 2. Runde',
    summary: `Der Bund sucht fünf Kommunen, die ihre Leistungen online anbieten. ${HOSTILE}`,
    program: { id: '1', title: 'Modellkommune E‑Government' },
    expected: ['Voraussichtlich Juni 2015, unsicher'],
    round: '2. Runde',
    today: TODAY,
    who: ruleInOneLine(MODEL_RULE, locale),
    partners: [
      { name: 'Bundesministerium des Innern', role: 'funder', url: 'https://www.bmi.bund.de/' },
      { name: 'Deutscher Städtetag', role: 'partner' },
      { name: 'Deutscher Landkreistag', role: 'partner' },
    ],
    award: {
      count: 5,
      amountEach: euro('60000.00'),
      slots: [
        { applicantType: 'municipality', count: 3 },
        { applicantType: 'county', count: 2 },
      ],
      instalments: [euro('30000.00'), euro('30000.00')],
    },
    textUrl: 'https://www.bmi.bund.de/modellkommune',
    source: { url: 'https://www.bmi.bund.de/modellkommune', publishedOn: '2014-06-12' },
    deadlines: [
      deadline(locale, { kind: 'fixed', closes: { date: '2014-07-25' } }, { act: 'receipt' }),
      deadline(locale, { kind: 'month', closes: '2015-10' }, { stage: 'proof_of_use' }),
    ],
    reminders: ['2014-06-27', '2014-07-11', '2014-07-18', '2014-07-24'],
    rule: toRuleNode(explainRule(MODEL_RULE, evaluation(MODEL_RULE), locale)),
    forAuthority: { name: 'Düren', outcome: 'eligible', why: 'Düren darf sich bewerben.', missing: [], changes: [] },
    leads: { place: 'call', leads: [28, 14, 7, 1], unit: 'days', from: 'default', version: 0 },
    stance: {
      own: { kind: 'followed', since: TODAY, version: 1, note: HOSTILE },
      colleagues: [{ name: HOSTILE, kind: 'dismissed', reason: 'own_share', note: HOSTILE }],
    },
    previous: [
      {
        name: '1. Runde',
        href: '/calls/1',
        closedOn: '2013-11-30',
        award: { count: 3, amountEach: euro('100000.00') },
        winners: ['Düren', 'Gütersloh', 'Landkreis Cochem-Zell'],
        includesOurs: true,
      },
    ],
    winners: [],
    matches: {
      counts: { eligible: 11_044, eligible_jointly: 0, undetermined: 0, ineligible: 1228 },
      total: 12_272,
      states: [
        { id: 'DE-08', eligible: 1133, total: 1406 },
        { id: 'DE-05', eligible: 417, total: 427 },
      ],
    },
    versions: [
      {
        version: 3,
        change: 'amended',
        on: '2014-06-20',
        reason: HOSTILE,
        deadlines: [{ stage: 'application', step: 'extended', before: 'bis 20. Juli 2014', after: 'bis 25. Juli 2014' }],
      },
      { version: 2, change: 'published', on: '2014-06-12', deadlines: [] },
    ],
    amendable: [{ id: 'd1', stage: 'application' }],
    ...change,
  };
}
