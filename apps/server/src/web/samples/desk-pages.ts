import type { Criterion } from '@app/eligibility/criterion.js';
import { describeRule } from '@app/eligibility/describe-rule.js';
import { type Locale } from '@app/kernel/locale.js';
import { type VNode } from 'preact';
import type { AmendmentModel } from '../editor/amendment.model.js';
import { amendmentView } from '../editor/amendment.view.js';
import { emptyCallForm, fromCall } from '../editor/call-form.js';
import { callFormView } from '../editor/call-form.view.js';
import { type CallFormModel, type Impact } from '../editor/editor.model.js';
import { editorView } from '../editor/editor.view.js';
import { fromCriterion } from '../editor/nested-rule-from.js';
import { emptyProgramForm } from '../editor/program-form.js';
import { programFormView } from '../editor/program-form.view.js';
import { reviewView } from '../editor/review.view.js';
import { toRuleNode } from '../pieces/explained-rule.js';
import { euro, HOSTILE, MODEL_RULE, rows, sampleCall, sampleFrame, TODAY } from './sample-parts.js';

const IMPACT: Impact = {
  total: 12_272,
  counts: { eligible: 11_044, eligible_jointly: 0, undetermined: 3, ineligible: 1225 },
  kinds: [
    { id: 'municipality', total: 10_773, after: { eligible: 10_750, eligible_jointly: 0, undetermined: 3, ineligible: 20 } },
    { id: 'county', total: 294, after: { eligible: 294, eligible_jointly: 0, undetermined: 0, ineligible: 0 } },
    { id: 'other', total: 1205, after: { eligible: 0, eligible_jointly: 0, undetermined: 0, ineligible: 1205 } },
  ],
  states: [
    { id: 'DE-05', total: 428, after: { eligible: 390, eligible_jointly: 2, undetermined: 3, ineligible: 33 } },
    { id: 'FR', total: 2, after: { eligible: 0, eligible_jointly: 0, undetermined: 2, ineligible: 0 } },
  ],
  change: { gained: 4, lost: 0, unknown: 1 },
  bounds: [
    {
      path: '/anyOf/0/allOf/1/population/atMost',
      values: '300000 300001',
      title: 'Höchstens 300.000 Einwohner',
      statement: '300.000 Einwohner ja, 300.001 Einwohner nein',
      rows: [
        { label: 'Wiesbaden, 283.083', outcome: 'eligible' },
        { label: 'Augsburg, 301.033', outcome: 'eligible_jointly' },
      ],
      isIdle: true,
    },
  ],
  warnings: [
    { code: 'no-association-way', path: '/anyOf/0', text: 'Kein Weg für Gemeindeverbände.', severity: 'warning' },
    { code: 'no-reference-date', path: '/anyOf/0', text: 'Kein Stichtag für Einwohner.', severity: 'info' },
  ],
};

const QUESTIONS = IMPACT.warnings.filter(({ severity }) => severity === 'warning').map((warning) => ({ ...warning, note: HOSTILE }));

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

/** Every kind of condition, a passage and a joint application, deeply nested. */
const NESTED: Criterion = {
  allOf: [
    { population: { atMost: 300_000, asOf: '2022-12-31' }, source: { quote: HOSTILE, url: 'https://www.bmi.bund.de/' } },
    { not: { anyOf: [{ authority: { in: ['DE:05358008'] } }, { not: { allOf: [{ territory: { in: ['DE-05', 'named:rural'] } }] } }] } },
    { jointApplication: { members: { atLeast: 2 }, lead: { applicantType: { in: ['municipality', HOSTILE] } }, whole: { anyOf: [] } } },
    { fact: { name: 'degurba', is: '3' } },
  ],
};

function sampleAmendment(locale: Locale): AmendmentModel {
  return {
    callId: 'c1',
    deadlineId: 'd1',
    version: 3,
    title: `Modellkommune ${HOSTILE}`,
    stage: 'application',
    now: 'bis Freitag, 25. Juli 2014',
    form: sampleCallForm(locale).form.deadlines[0]!,
    reason: HOSTILE,
    errors: { reason: 'Bitte ausfüllen.' },
    preview: {
      seen: '{"kind":"unannounced"}',
      changes: [{ stage: 'application', step: 'taken_back', before: 'bis 25. Juli 2014', after: 'Frist noch offen' }],
      followers: { people: 3, authorities: 2 },
      reminders: { planned: 0, added: 0, moved: 0, dropped: 4, people: 3 },
      calendar: { entries: 0, added: 0, moved: 0, removed: 2, feeds: 2 },
    },
  };
}

export function deskPages(locale: Locale): Record<string, VNode> {
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
    'call-form-nested': callFormView(frame, {
      ...sampleCallForm(locale),
      form: { ...emptyCallForm('p1'), ruleMode: 'nested', nested: fromCriterion(NESTED, locale) },
      errors: { 'rule.allOf.0.population.atMost': 'Das ist keine Zahl.', 'rule.allOf.1.not': 'Diese Bedingung kann niemand erfüllen.' },
    }),
    review: reviewView(frame, {
      ...model,
      programId: 'p1',
      program: model.program.title,
      impact: IMPACT,
      state: 'draft',
      obstacles: [],
      questions: QUESTIONS,
      bounds: IMPACT.bounds!.map((bound) => ({ ...bound, isConfirmed: false })),
      errors: { 'bounds.0.confirmed': 'Bitte ankreuzen.', 'answers.0.note': 'Bitte kurz antworten.' },
    }),
    'amendment-errors': amendmentView(frame, sampleAmendment(locale)),
    'review-blocked': reviewView(frame, {
      ...model,
      programId: 'p1',
      program: HOSTILE,
      state: 'draft',
      deadlines: [],
      rule: toRuleNode(describeRule({ anyOf: [] }, locale)),
      obstacles: ['Es fehlt mindestens eine Frist.'],
      questions: [],
      bounds: [],
    }),
  };
}
