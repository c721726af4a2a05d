import { parseDeadline } from '@app/deadlines/parse-deadline.js';
import type { Criterion } from '@app/eligibility/criterion.js';
import { evaluate } from '@app/eligibility/evaluate.js';
import type { Outcome } from '@app/eligibility/outcome.js';
import type { Locale } from '@app/kernel/locale.js';
import type { Money } from '@app/kernel/money.js';
import type { VNode } from 'preact';
import type { AuthorityModel } from './authority/authority.model.js';
import { authorityView } from './authority/authority.view.js';
import type { CallModel } from './calls/call.model.js';
import { callView } from './calls/call.view.js';
import { callAuthoritiesView } from './calls/call-authorities.view.js';
import { NO_FILTER } from './calls/call-filter.js';
import { callsView } from './calls/calls.view.js';
import { emptyCallForm, fromCall } from './editor/call-form.js';
import { callFormView } from './editor/call-form.view.js';
import type { CallFormModel, Impact } from './editor/editor.model.js';
import { editorView } from './editor/editor.view.js';
import { emptyProgramForm } from './editor/program-form.js';
import { programFormView } from './editor/program-form.view.js';
import { reviewView } from './editor/review.view.js';
import { problemView } from './errors/problem.view.js';
import { feedConfirmView } from './feeds/feed-confirm.view.js';
import { feedsView } from './feeds/feeds.view.js';
import type { Frame } from './frame/frame.model.js';
import { deadlineView } from './pieces/deadline-view.js';
import type { ResultRowModel } from './pieces/result-row.js';
import { ruleNode } from './pieces/rule-node.js';
import { whoInWords } from './pieces/who-in-words.js';
import { fromReminderSettings } from './reminders/reminder-form.js';
import { remindersView } from './reminders/reminders.view.js';
import { stopView } from './reminders/stop.view.js';
import { signInView } from './sign-in/sign-in.view.js';
import { startView } from './start/start.view.js';
import { texts } from './texts/texts.js';

/** Text as somebody hostile would enter it: no page may pass it on as markup. */
export const HOSTILE = '<script>alert("x")</script>';

const NOW = Temporal.Instant.from('2014-06-27T04:30:00Z');
const TODAY = '2014-06-27';
const euro = (amount: string): Money => ({ amount, currency: 'EUR' });

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
  const t = texts(locale);
  return {
    href: '/calls/1',
    title,
    funder: 'Bundesministerium des Innern',
    who: whoInWords(MODEL_RULE, locale),
    deadline: deadline(locale, schedule, more),
    award: { count: 5, amountEach: euro('60000.00') },
    outcome,
    why: evaluation(MODEL_RULE).findings[1]!.text[locale],
    reasons: evaluation(MODEL_RULE).findings.map((finding) => ({ verdict: finding.verdict, text: finding.text[locale] })),
    rule: ruleNode(t, MODEL_RULE, evaluation(MODEL_RULE).findings),
  };
}

function rows(locale: Locale): ResultRowModel[] {
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
  const t = texts(locale);
  return {
    id: '0198',
    version: 3,
    state: 'published',
    title: 'Modellkommune E‑Government, 2. Runde',
    summary: `Der Bund sucht fünf Kommunen, die ihre Leistungen online anbieten. ${HOSTILE}`,
    program: { title: 'Modellkommune E‑Government' },
    round: '2. Runde',
    today: TODAY,
    who: whoInWords(MODEL_RULE, locale),
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
    source: { url: 'https://www.bmi.bund.de/modellkommune', publishedOn: '2014-06-12' },
    deadlines: [
      deadline(locale, { kind: 'fixed', closes: { date: '2014-07-25' } }, { act: 'receipt' }),
      deadline(locale, { kind: 'month', closes: '2015-10' }, { stage: 'proof_of_use' }),
    ],
    reminders: ['2014-06-27', '2014-07-11', '2014-07-18', '2014-07-24'],
    rule: ruleNode(t, MODEL_RULE, evaluation(MODEL_RULE).findings),
    forAuthority: { name: 'Düren', outcome: 'eligible', why: 'Düren darf sich bewerben.', missing: [] },
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
    versions: [{ version: 2, change: 'published', on: '2014-06-12' }],
    ...change,
  };
}

const IMPACT: Impact = {
  total: 12_272,
  eligible: 11_044,
  jointly: 0,
  undetermined: 3,
  kinds: [
    { type: 'municipality', eligible: 10_750, jointly: 0, undetermined: 3, total: 10_773 },
    { type: 'county', eligible: 294, jointly: 0, undetermined: 0, total: 294 },
    { type: 'municipal_association', eligible: 0, jointly: 0, undetermined: 0, total: 1205 },
  ],
  change: { gained: 4, lost: 0 },
  boundary: [
    { label: 'Wiesbaden, 283.083', verdict: 'met' },
    { label: 'Augsburg, 301.033', verdict: 'unmet' },
  ],
  warnings: [
    { text: 'Kein Weg für Gemeindeverbände.', severity: 'warning' },
    { text: 'Kein Stichtag für Einwohner.', severity: 'info' },
  ],
};

function sampleCallForm(locale: Locale): CallFormModel {
  const form = fromCall(
    {
      version: 1,
      programId: 'p1',
      round: '2',
      rule: MODEL_RULE,
      deadlines: [
        {
          id: 'd1',
          stage: 'application',
          zone: 'Europe/Berlin',
          effect: 'excludes',
          schedule: { kind: 'fixed', closes: { date: '2014-07-25' } },
        },
        {
          id: 'd2',
          stage: 'outline',
          zone: 'Europe/Berlin',
          effect: 'soft',
          schedule: { kind: 'cut_offs', closes: [{ date: '2014-03-31' }] },
        },
      ],
      award: { count: 5, amountEach: euro('60000.00'), slots: [{ applicantType: 'municipality', count: 3 }] },
      partners: [{ name: `Bundesministerium ${HOSTILE}`, role: 'funder' }],
      winners: [],
    },
    locale,
  );
  return {
    id: 'c1',
    state: 'draft',
    title: 'Modellkommune E‑Government, 2. Runde',
    form: { ...form, deadlines: form.deadlines.map((deadline, at) => (at === 0 ? { ...deadline, time: '24:00' } : deadline)) },
    errors: { 'deadlines.0.time': '„24:00“ gibt es nicht.', 'source.url': 'Adresse eintragen.' },
    programs: [{ value: 'p1', label: 'Modellkommune E‑Government' }],
    previousCalls: [],
    impact: IMPACT,
  };
}

function sampleAuthority(locale: Locale): AuthorityModel {
  const all = rows(locale);
  return {
    name: 'Düren',
    officialName: 'Düren, Stadt',
    key: 'DE:05358008',
    kind: 'kreisangehörige Stadt',
    where: 'Nordrhein-Westfalen',
    registerAsOf: '2023-11-30',
    population: { value: 93_207, asOf: '2022-12-31', source: 'Gemeinderegister' },
    facts: [
      {
        name: 'approvedClimatePlan',
        label: 'Beschlossener Klimaschutzplan',
        value: false,
        type: 'boolean',
        asOf: '2014-03-03',
        source: 'Fachamt',
      },
      { name: 'rural area & more', label: 'Ländliches Einzugsgebiet', type: 'boolean', clears: 2 },
      { name: 'placePopulation', label: 'Einwohner des Ortsteils', type: 'number', value: 900 },
    ],
    counts: { eligible: 2, eligible_jointly: 1, undetermined: 1, ineligible: 2 },
    groups: [
      { outcome: 'eligible', rows: all.slice(0, 1) },
      { outcome: 'undetermined', rows: all.slice(1, 2) },
    ],
    mayEnterFacts: true,
    errors: {},
  };
}

const counts = { eligible: 2, eligible_jointly: 1, undetermined: 3, ineligible: 5 };

function callPages(locale: Locale): Record<string, VNode> {
  const frame = sampleFrame(locale);
  const open = { zone: 'Europe/Berlin', authorityName: 'Düren', today: TODAY };
  const all = rows(locale);
  const callRef = { id: '1', title: `Modellkommune ${HOSTILE}` };
  const authority = {
    name: 'Düren',
    key: 'DE:05358008',
    kind: 'Stadt',
    population: { value: 93_207 },
    outcome: 'eligible' as const,
    why: HOSTILE,
  };
  return {
    start: startView(frame, {
      authorityName: 'Stadt Düren',
      today: open.today,
      counts,
      closing: all.slice(0, 4),
      questions: [
        {
          text: 'Ist ein ländliches Einzugsgebiet nachgewiesen?',
          fact: 'ruralCatchmentProven',
          about: 'Einzugsgebiet',
          calls: [{ title: 'Vor Ort für Alle', href: '/calls/1' }],
          answers: [
            { label: 'Ja', outcome: 'eligible' },
            { label: 'Nein', outcome: 'ineligible', more: 'über 20.000 Einwohner' },
          ],
        },
      ],
      news: [{ title: 'Smart Cities', href: '/calls/2', what: 'Neu veröffentlicht', outcome: 'eligible' }],
      newsSince: '2014-06-20',
      hasFeed: false,
    }),
    calls: callsView(frame, {
      filter: { ...NO_FILTER, query: HOSTILE, state: 'DE-05', outcome: 'eligible', page: 2 },
      authorityName: 'Düren',
      counts,
      groups: [
        { group: 'soon', rows: all.slice(0, 3) },
        { group: 'later', rows: all.slice(3) },
      ],
      total: 66,
      from: 21,
      to: 40,
      pages: 4,
    }),
    'calls-none': callsView(sampleFrame(locale, 'public'), { filter: NO_FILTER, groups: [], total: 0, from: 0, to: 0, pages: 0 }),
    call: callView(frame, sampleCall(locale)),
    'call-public': callView(
      sampleFrame(locale, 'public'),
      sampleCall(locale, { forAuthority: undefined, rule: ruleNode(texts(locale), MODEL_RULE) }),
    ),
    'call-draft': callView(
      sampleFrame(locale, 'editor'),
      sampleCall(locale, { state: 'draft', forAuthority: undefined, mayEdit: true, deadlines: [] }),
    ),
    'call-withdrawn': callView(
      sampleFrame(locale, 'editor'),
      sampleCall(locale, { state: 'withdrawn', mayEdit: true, withdrawal: { on: '2014-07-01', reason: HOSTILE } }),
    ),
    'call-desk': callView(sampleFrame(locale, 'editor'), sampleCall(locale, { mayEdit: true, withdrawalError: 'Bitte ausfüllen.' })),
    'call-authorities': callAuthoritiesView(frame, {
      call: callRef,
      filter: { state: '', query: '', page: 1 },
      counts,
      rows: [authority, { ...authority, name: 'Münster', outcome: 'ineligible' }],
      total: 2,
      from: 1,
      to: 2,
      pages: 1,
    }),
    authority: authorityView(frame, sampleAuthority(locale)),
  };
}

function deskPages(locale: Locale): Record<string, VNode> {
  const frame = sampleFrame(locale, 'editor');
  const all = rows(locale);
  const call = { id: 'c1', title: `Modellkommune ${HOSTILE}`, changedOn: TODAY, deadline: all[0]!.deadline };
  const model = sampleCall(locale);
  const json = { ...emptyCallForm('p1'), ruleMode: 'json' as const, rule: '{ "not": {} }' };
  return {
    editor: editorView(frame, {
      drafts: [call],
      published: [{ ...call, fitting: { eligible: 11_044, total: 12_272 } }],
      withdrawn: [],
      programs: [{ id: 'p1', title: 'Modellkommune E‑Government', rounds: 2 }],
    }),
    'editor-empty': editorView(frame, { drafts: [], published: [], withdrawn: [], programs: [] }),
    'program-form': programFormView(frame, {
      form: { ...emptyProgramForm(), title: { de: HOSTILE, en: '' } },
      errors: { 'title.de': 'Bitte einen Namen eintragen.', 'partners.0.name': 'Bitte den Namen eintragen.' },
      calls: [],
    }),
    'call-form': callFormView(frame, sampleCallForm(locale)),
    'call-form-new': callFormView(frame, {
      ...sampleCallForm(locale),
      id: undefined,
      title: undefined,
      form: json,
      errors: {},
      impact: undefined,
      saved: true,
    }),
    review: reviewView(frame, { ...model, programId: 'p1', program: model.program.title, impact: IMPACT, state: 'draft', obstacles: [] }),
    'review-blocked': reviewView(frame, {
      ...model,
      programId: 'p1',
      program: HOSTILE,
      state: 'draft',
      deadlines: [],
      rule: ruleNode(texts(locale), { anyOf: [] }),
      obstacles: ['Es fehlt mindestens eine Frist.'],
    }),
  };
}

function accountPages(locale: Locale): Record<string, VNode> {
  const frame = sampleFrame(locale);
  const visitor = sampleFrame(locale, 'public');
  const feed = { id: 'f1', scope: 'eligible', language: 'de' as const };
  const url = 'https://foerdertakt.example/feeds/3pN7c1vXh0mKq2Zs8Yt4Wd6Ra9Lf5Bj/dueren.ics';
  const settings = { on: true, leads: [28, 14, 7, 1, 60], unit: 'days' as const, frequency: 'daily' as const };
  const reminders = { authorityName: 'Düren', email: 'b@dueren.de', verified: true, zone: 'Europe/Berlin', today: TODAY };
  return {
    'sign-in': signInView(visitor, {
      email: HOSTILE,
      next: '/authority',
      error: 'E-Mail-Adresse oder Passwort stimmt nicht.',
      demoLogins: [{ email: 'clerk@demo.example', password: 'demo-1234', name: 'B. Lennartz', what: 'Stadt Düren' }],
    }),
    feeds: feedsView(frame, {
      authorityName: 'Düren',
      today: TODAY,
      zone: 'Europe/Berlin',
      created: { url, webcalUrl: url.replace('https', 'webcal') },
      subscriptions: [feed, { ...feed, id: 'f2', lastFetchedAt: '2014-06-27T05:10:00Z', lastProgram: 'Thunderbird' }],
      scopes: ['eligible'],
    }),
    'feeds-none': feedsView(frame, {
      authorityName: 'Düren',
      today: TODAY,
      zone: 'Europe/Berlin',
      subscriptions: [],
      scopes: ['eligible', 'followed'],
    }),
    'feed-renewal': feedConfirmView(frame, { action: 'renew', authorityName: 'Düren', feed }),
    'feed-removal': feedConfirmView(frame, { action: 'remove', authorityName: 'Düren', feed }),
    reminders: remindersView(frame, {
      ...reminders,
      form: fromReminderSettings(settings),
      errors: {},
      saved: true,
      upcoming: [
        { dueAt: '2014-06-27T05:00:00Z', calls: [{ title: `Modellkommune ${HOSTILE}`, href: '/calls/1', closesOn: '2014-07-25' }] },
      ],
    }),
    'reminders-errors': remindersView(frame, {
      ...reminders,
      form: { ...fromReminderSettings(settings), otherLeads: 'x' },
      errors: { otherLeads: '„x“ ist keine Zahl.', leads: 'Wählen Sie einen Tag.' },
      verified: false,
      upcoming: [],
    }),
    'stop-ask': stopView(visitor, { state: 'ask', token: 't', email: HOSTILE }),
    'stop-stopped': stopView(visitor, { state: 'stopped', token: 't', email: 'b…@dueren.de' }),
    'stop-gone': stopView(visitor, { state: 'gone', token: 't' }),
    problem: problemView(visitor, { status: 404, code: 'not-found', title: 'Das gibt es hier nicht.', detail: HOSTILE, hadInput: true }),
  };
}

/** Every view with a model that fills all of it. */
export function samplePages(locale: Locale): Record<string, VNode> {
  return { ...callPages(locale), ...deskPages(locale), ...accountPages(locale) };
}
