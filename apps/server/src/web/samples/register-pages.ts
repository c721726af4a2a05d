import type { ChangeView } from '@app/authorities/changes/changes.query.js';
import { reportOf } from '@app/authorities/changes/import-report.js';
import type { Locale } from '@app/kernel/locale.js';
import type { VNode } from 'preact';
import { registerView } from '../register/register.view.js';
import { registerImportView } from '../register/register-import.view.js';
import { HOSTILE, sampleFrame } from './sample-parts.js';

const CHANGE: ChangeView = {
  id: 'c1',
  kind: 'kind_changed',
  state: 'proposed',
  old: { key: 'DE:06435014', name: `Hanau ${HOSTILE}` },
  successor: { key: 'DE:06415000', name: 'Hanau' },
  effectiveOn: '2026-06-30',
  reason: {
    de: 'Im selben Land gibt es eine neue Gemeinde mit diesem Namen.',
    en: 'There is a new municipality of this name in the same state.',
  },
  from: null,
  to: null,
  result: null,
  version: 1,
};
const OPEN: ChangeView[] = [
  CHANGE,
  { ...CHANGE, id: 'c2', kind: 'ended', old: { key: 'DE:16063028', name: 'Frankenroda' }, successor: null },
];
const RENAMED: ChangeView = { ...CHANGE, id: 'c3', kind: 'renamed', state: 'confirmed', from: HOSTILE, to: 'Haar, St' };
const AT = '2026-07-15T10:00:00Z';
const COUNTS = { added: 4, changed: 27, unchanged: 10_716, ended: 30 };

export function registerPages(locale: Locale): Record<string, VNode> {
  const frame = sampleFrame(locale, 'editor');
  const imported = { format: 'keys-csv', problems: [], createdAt: AT, version: 3 } as const;
  const imports = [
    { ...imported, id: 'i1', fileName: HOSTILE, state: 'done' as const, counts: COUNTS },
    { ...imported, id: 'i2', fileName: 'x.csv', state: 'queued' as const, counts: null },
  ];
  const page = { open: OPEN, imports, zone: 'Europe/Berlin' };
  const one = { fileName: 'keys.csv', format: 'keys-csv', at: AT, zone: 'Europe/Berlin' };
  const problems = [{ line: 3, reason: HOSTILE }];
  return {
    register: registerView(frame, { ...page, done: 'confirmed', conflicts: ['grwArea'] }),
    'register-none': registerView(frame, { open: [], imports: [], zone: 'Europe/Berlin' }),
    'register-errors': registerView(frame, {
      ...page,
      uploadError: 'Bitte wählen Sie eine Datei.',
      refused: { id: 'c1', entered: { newKey: HOSTILE, kind: 'merged', effectiveOn: 'x' }, errors: { effectiveOn: 'Das ist kein Tag.' } },
    }),
    'register-import': registerImportView(frame, { ...one, state: 'done', counts: COUNTS, problems, report: reportOf([RENAMED, ...OPEN]) }),
    'register-import-queued': registerImportView(frame, { ...one, state: 'queued', problems: [], report: reportOf([]) }),
  };
}
