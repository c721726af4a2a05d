import type { Locale } from '@app/kernel/locale.js';
import type { VNode } from 'preact';
import { territoriesView } from '../territories/territories.view.js';
import { readTerritoryForm } from '../territories/territory-form.js';
import { territoryFormView } from '../territories/territory-form.view.js';
import { HOSTILE, sampleFrame } from './sample-parts.js';

export function territoryPages(locale: Locale): Record<string, VNode> {
  const frame = sampleFrame(locale, 'editor');
  const form = readTerritoryForm({ 'title.de': HOSTILE, source: HOSTILE, entries: `DE-05\n${HOSTILE}`, includes: 'grw', version: '2' });
  const set = { slug: 'kohle', title: HOSTILE, source: HOSTILE, authorities: 1_234, inForce: true };
  const others = [{ value: 'grw', label: HOSTILE }];
  return {
    territories: territoriesView(frame, {
      sets: [set, { ...set, slug: 'alt', inForce: false, validFrom: '2014-01-01', validTo: '2020-12-31' }],
      removed: true,
    }),
    'territories-none': territoriesView(frame, { sets: [] }),
    'territory-new': territoryFormView(frame, { form: readTerritoryForm({}), errors: {}, others }),
    'territory-edit': territoryFormView(frame, {
      slug: 'kohle',
      form,
      errors: {},
      saved: true,
      others,
      today: { authorities: 1, inForce: true, unmatched: [HOSTILE], calls: [{ href: '/calls/1', title: HOSTILE }] },
    }),
  };
}
