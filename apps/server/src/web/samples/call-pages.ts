import { describeRule } from '@app/eligibility/describe-rule.js';
import { type Locale } from '@app/kernel/locale.js';
import { type VNode } from 'preact';
import { type AuthorityModel } from '../authority/authority.model.js';
import { authorityView } from '../authority/authority.view.js';
import { callView } from '../calls/call.view.js';
import { callAuthoritiesView } from '../calls/call-authorities.view.js';
import { NO_FILTER } from '../calls/call-filter.js';
import type { CallPartnersModel } from '../calls/call-partners.model.js';
import { callPartnersView } from '../calls/call-partners.view.js';
import { callsView } from '../calls/calls.view.js';
import { toRuleNode } from '../pieces/explained-rule.js';
import { programView } from '../programs/program.view.js';
import { startView } from '../start/start.view.js';
import { HOSTILE, MODEL_RULE, rows, sampleCall, sampleFrame, TODAY } from './sample-parts.js';

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

function samplePartners(): CallPartnersModel {
  const members = [
    { key: 'DE:05358008', name: 'Düren' },
    { key: 'DE:05358024', name: HOSTILE },
  ];
  return {
    call: { id: '1', title: `Modellkommune ${HOSTILE}` },
    authority: members[0],
    mayChoose: false,
    groups: [
      { members, nearness: 'county', population: 126_000, why: HOSTILE },
      { members, nearness: 'elsewhere', why: HOSTILE },
    ],
    isPartial: true,
    tried: { members: members.map(({ name }) => name), outcome: 'eligible', why: HOSTILE, rule: { text: HOSTILE, verdict: 'met' } },
    entered: { for: 'DE:05358008', with: ['DE:05358024', HOSTILE] },
    errors: {},
  };
}

const counts = { eligible: 2, eligible_jointly: 1, undetermined: 3, ineligible: 5 };

export function callPages(locale: Locale): Record<string, VNode> {
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
      sampleCall(locale, { forAuthority: undefined, rule: toRuleNode(describeRule(MODEL_RULE, locale)) }),
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
    'call-partners': callPartnersView(frame, samplePartners()),
    'call-partners-none': callPartnersView(sampleFrame(locale, 'editor'), {
      ...samplePartners(),
      mayChoose: true,
      tried: undefined,
      groups: [],
      reason: HOSTILE,
    }),
    authority: authorityView(frame, sampleAuthority(locale)),
    program: programView(sampleFrame(locale, 'editor'), {
      id: '1',
      title: `Modellkommune ${HOSTILE}`,
      summary: HOSTILE,
      partners: [{ name: HOSTILE, role: 'funder' }],
      topics: [HOSTILE],
      level: 'Bund',
      guidelineUrl: 'https://www.bmi.bund.de/modellkommune',
      expected: ['Voraussichtlich Juni 2015, unsicher'],
      rounds: all,
      mayEdit: true,
    }),
  };
}
