import { type Locale } from '@app/kernel/locale.js';
import { type VNode } from 'preact';
import { absenceView } from '../absence/absence.view.js';
import { addressesView } from '../addresses/addresses.view.js';
import { verificationView } from '../addresses/verification.view.js';
import { problemView } from '../errors/problem.view.js';
import { feedConfirmView } from '../feeds/feed-confirm.view.js';
import { feedEditView } from '../feeds/feed-edit.view.js';
import { emptyFeedForm } from '../feeds/feed-form.js';
import { feedsView } from '../feeds/feeds.view.js';
import { openDataView } from '../open-data/open-data.view.js';
import { ledgerView } from '../operation/ledger.view.js';
import { operationView } from '../operation/operation.view.js';
import { fromReminderSettings } from '../reminders/reminder-form.js';
import { remindersView } from '../reminders/reminders.view.js';
import { stopView } from '../reminders/stop.view.js';
import { signInView } from '../sign-in/sign-in.view.js';
import { HOSTILE, sampleFrame, TODAY } from './sample-parts.js';

export function accountPages(locale: Locale): Record<string, VNode> {
  const frame = sampleFrame(locale);
  const visitor = sampleFrame(locale, 'public');
  const feed = { id: 'f1', scope: 'eligible' as const, language: 'de' as const, options: {}, createdOn: TODAY, fetches: [] };
  const url = 'https://foerdertakt.example/feeds/3pN7c1vXh0mKq2Zs8Yt4Wd6Ra9Lf5Bj/dueren.ics';
  const form = emptyFeedForm(locale, 'eligible');
  const subjects = [
    { value: 'eligible', scope: 'eligible' as const },
    { value: 'search:s1', scope: 'search' as const, of: HOSTILE },
  ];
  const feeds = { authorityName: 'Düren', today: TODAY, zone: 'Europe/Berlin', subscriptions: [], subjects, form, errors: {} };
  const settings = { on: true, leads: [28, 14, 7, 1, 60], unit: 'days' as const, about: 'eligible' as const, frequency: 'daily' as const };
  const address = { id: 'd1', address: HOSTILE, main: false, verified: true, wanted: true, suspended: false, version: 1 };
  const leads = { place: 'authority' as const, leads: [60, 1], unit: 'working_days' as const, from: 'authority' as const, version: 2 };
  const away = { id: 'a1', version: 1, from: TODAY, until: '2014-07-04', alsoToMe: false, deputyIsAbsent: false, isOver: false };
  const reminders = {
    leads,
    authorityName: 'Düren',
    email: 'b@dueren.de',
    verified: true,
    zone: 'Europe/Berlin',
    today: TODAY,
    newCalls: { digest: 'weekly' as const, version: 2 },
    authorityMail: { tellsUnheard: true, version: 0 },
    letterOptions: { attachesDates: true, version: 1 },
  };
  return {
    'sign-in': signInView(visitor, {
      email: HOSTILE,
      next: '/authority',
      error: 'E-Mail-Adresse oder Passwort stimmt nicht.',
      demoLogins: [{ email: 'clerk@demo.example', password: 'demo-1234', name: 'B. Lennartz', what: 'Stadt Düren' }],
    }),
    feeds: feedsView(frame, {
      ...feeds,
      created: { url, webcalUrl: url.replace('https', 'webcal') },
      subscriptions: [
        feed,
        {
          ...feed,
          id: 'f2',
          name: HOSTILE,
          options: { stages: ['outline'], timed: true, alarmDays: 1, unclear: true, jointly: true },
          fetches: [
            { at: '2014-06-27T05:10:00Z', program: 'Thunderbird', isSilent: false },
            { at: '2014-06-01T05:10:00Z', isSilent: true },
          ],
        },
      ],
    }),
    'feeds-none': feedsView(frame, { ...feeds, done: 'removed' }),
    'feeds-errors': feedsView(frame, { ...feeds, errors: { scope: 'Das steht nicht zur Wahl.', name: 'Höchstens 100 Zeichen.' } }),
    'feed-edit': feedEditView(frame, { authorityName: 'Düren', feed: { ...feed, version: 2 }, form, errors: {} }),
    'feed-renewal': feedConfirmView(frame, { action: 'renew', authorityName: 'Düren', feed }),
    'feed-removal': feedConfirmView(frame, { action: 'remove', authorityName: 'Düren', feed: { ...feed, scope: 'call', of: HOSTILE } }),
    reminders: remindersView(frame, {
      ...reminders,
      form: fromReminderSettings(settings),
      errors: {},
      saved: true,
      test: { state: 'failed', response: HOSTILE, triedAt: '2014-06-27T05:00:00Z' },
      upcoming: [
        { dueAt: '2014-06-27T05:00:00Z', calls: [{ title: `Modellkommune ${HOSTILE}`, href: '/calls/1', closesOn: '2014-07-25' }] },
      ],
    }),
    'reminders-errors': remindersView(frame, {
      ...reminders,
      form: { ...fromReminderSettings(settings), otherLeads: 'x' },
      errors: { otherLeads: '„x“ ist keine Zahl.', leads: 'Wählen Sie einen Tag.' },
      test: { state: 'waiting', response: HOSTILE },
      verified: false,
      upcoming: [],
    }),
    'stop-ask': stopView(visitor, { state: 'ask', action: '/reminders/stop/t', email: HOSTILE }),
    'stop-stopped': stopView(visitor, { state: 'stopped', action: '/reminders/stop/t', email: 'b…@dueren.de' }),
    'stop-digest': stopView(visitor, {
      state: 'ask',
      action: '/reminders/stop-digest/t',
      email: HOSTILE,
      digest: { name: HOSTILE, isProfile: false },
    }),
    'stop-gone': stopView(visitor, { state: 'gone', action: '/reminders/stop/t' }),
    'absence-errors': absenceView(frame, {
      authorityName: 'Düren',
      own: [
        { ...away, other: HOSTILE },
        { ...away, id: 'a2', until: TODAY, isOver: true, deputyIsAbsent: true, other: 'Ben' },
      ],
      forOthers: [{ ...away, other: HOSTILE, alsoToMe: true }],
      colleagues: [{ value: 'p1', label: HOSTILE }],
      form: { from: HOSTILE, until: '', deputy: 'p1', alsoToMe: true },
      errors: { from: HOSTILE, until: 'Der letzte Tag fehlt.' },
    }),
    'addresses-errors': addressesView(frame, {
      addresses: [
        { ...address, main: true },
        { ...address, id: 'd2', verified: false },
        { ...address, id: 'd3', wanted: false, suspended: true },
      ],
      entered: HOSTILE,
      errors: { address: 'Das ist keine E-Mail-Adresse.' },
      saved: 'added',
      refused: 'last',
    }),
    'verification-ask': verificationView(visitor, { state: 'ask', token: 't', address: HOSTILE }),
    'verification-gone': verificationView(visitor, { state: 'gone', token: 't' }),
    'absence-none': absenceView(frame, {
      authorityName: 'Düren',
      own: [],
      forOthers: [],
      colleagues: [],
      form: { from: '', until: '', deputy: '', alsoToMe: false },
      errors: {},
      saved: 'ended',
    }),
    ledger: ledgerView(frame, {
      on: '2014-06-27',
      state: '',
      counts: { planned: 1, sent: 1, skipped: 1, failed: 0 },
      total: 3,
      next: 'x',
      isLater: true,
      nextNotices: 'y',
      foreseen: [
        {
          id: '',
          kind: 'nobody-listens',
          recipient: { id: 'p1', name: HOSTILE, email: 'b@dueren.de' },
          authority: { key: 'DE:05358008', name: 'Düren' },
          call: { id: 'c1', title: HOSTILE },
          dueAt: '2014-06-27T05:00:00Z',
          zone: 'Europe/Berlin',
          state: 'planned',
          reason: 'unless-heard',
        },
      ],
      notices: [
        {
          id: 'n1',
          kind: 'nobody-listens',
          recipient: { id: 'p1', name: HOSTILE, email: 'b@dueren.de' },
          authority: { key: 'DE:05358008', name: 'Düren' },
          call: { id: 'c1', title: HOSTILE },
          dueAt: '2014-06-27T05:00:00Z',
          zone: 'Europe/Berlin',
          state: 'skipped',
          reason: 'heard',
        },
        {
          id: 'n2',
          kind: 'test-letter',
          recipient: { id: 'p1', name: HOSTILE, email: 'b@dueren.de' },
          dueAt: '2014-06-27T05:00:00Z',
          zone: 'Europe/Berlin',
          state: 'sent',
          sentAt: '2014-06-27T05:00:04Z',
          response: HOSTILE,
        },
      ],
      rows: (['planned', 'sent', 'skipped'] as const).map((state) => ({
        id: state,
        recipient: { id: 'p1', name: HOSTILE, email: 'b@dueren.de' },
        authority: { key: 'DE:05358008', name: 'Düren' },
        call: { id: 'c1', title: HOSTILE },
        deadline: { id: 'd1', closesOn: '2014-07-25' },
        lead: 28,
        unit: 'days',
        dueAt: '2014-06-27T05:00:00Z',
        zone: 'Europe/Berlin',
        state,
        ...(state === 'skipped' && { reason: 'dismissed' }),
        ...(state === 'sent' && {
          sentAt: '2014-06-27T05:00:04Z',
          response: HOSTILE,
          messageId: '<l1@foerdertakt.example>',
          sentTo: [{ id: 'p2', name: HOSTILE, address: 'c@dueren.de', deputy: true }],
        }),
      })),
    }),
    'ledger-errors': ledgerView(frame, {
      on: '2014-06-27',
      wrongDay: HOSTILE,
      state: 'failed',
      counts: { planned: 0, sent: 0, skipped: 0, failed: 0 },
      total: 0,
      isLater: false,
      rows: [],
      notices: [],
      foreseen: [],
    }),
    operation: operationView(
      { ...frame, troubles: [HOSTILE], suspensions: [{ address: 'b@dueren.de', lastReason: HOSTILE }] },
      {
        zone: 'Europe/Berlin',
        troubles: [{ text: HOSTILE, help: 'Läuft der Worker?', since: '2014-06-27T05:00:00Z' }],
        facts: {
          ticks: [
            { task: 'release-due-letters', tickedAt: '2014-06-27T05:00:00Z' },
            { task: 'extend-plan', failed: HOSTILE },
          ],
          refused: 3,
          waiting: 5_000,
          oldestSeconds: 700,
          databaseAheadMs: -40_000,
        },
        suspended: [
          { address: 'b@dueren.de', owners: [`B. Lennartz ${HOSTILE}`], bounces: 3, lastReason: HOSTILE, since: '2014-06-27T05:00:00Z' },
        ],
        failed: [
          {
            id: 'l1',
            recipient: { name: 'B. Lennartz', email: 'b@dueren.de' },
            kind: 'reminders',
            triedAt: '2014-06-27T05:00:00Z',
            response: HOSTILE,
          },
          { id: 'l2', recipient: { name: 'B. Lennartz', email: 'b@dueren.de' }, kind: 'changes' },
        ],
        failedTotal: 70,
      },
    ),
    'open-data': openDataView(visitor, {
      programs: 1,
      calls: 2,
      changedOn: '2014-06-27',
      publisher: `Stadt Düren ${HOSTILE}`,
      license: 'http://dcat-ap.de/def/licenses/dl-zero-de/2.0',
      contact: 'daten@dueren.de',
      commonGrantsUrl: 'https://foerdertakt.example/common-grants/opportunities',
    }),
    'open-data-none': openDataView(visitor, {
      programs: 0,
      calls: 0,
      publisher: 'localhost',
      commonGrantsUrl: '/common-grants/opportunities',
    }),
    problem: problemView(visitor, { status: 404, code: 'not-found', title: 'Das gibt es hier nicht.', detail: HOSTILE, hadInput: true }),
  };
}
