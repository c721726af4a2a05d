import { type Locale } from '@app/kernel/locale.js';
import { type VNode } from 'preact';
import { mergersView } from '../mergers/mergers.view.js';
import { searchView } from '../tracking/search.view.js';
import { watchListView } from '../tracking/watch-list.view.js';
import { HOSTILE, rows, sampleFrame } from './sample-parts.js';

export function trackingPages(locale: Locale): Record<string, VNode> {
  const frame = sampleFrame(locale);
  const all = rows(locale).map((row) => ({ ...row, kept: [`Gemerkt von: ${HOSTILE}`, HOSTILE] }));
  const search = { id: 's1', version: 1, name: HOSTILE, digest: true, frequency: 'weekly' as const, rows: all };
  return {
    'watch-list': watchListView(frame, {
      authorityName: 'Düren',
      followed: all,
      dismissed: all,
      searches: [{ href: '/searches/s1', name: HOSTILE, found: 12, digest: true }],
    }),
    'watch-list-empty': watchListView(frame, { authorityName: 'Düren', followed: [], dismissed: [], searches: [], removed: true }),
    search: searchView(frame, {
      ...search,
      filter: { query: HOSTILE, status: ['open', 'upcoming'], topic: HOSTILE, within: 'DE-05', outcome: 'eligible' },
      authorityName: 'Düren',
      done: 'saved',
    }),
    mergers: mergersView(frame, {
      authorityName: 'Düren',
      entered: ['DE:05358024'],
      errors: {},
      result: {
        names: ['Düren', HOSTILE],
        population: 126_365,
        changed: [{ href: '/calls/1', title: HOSTILE, today: ['ineligible', 'eligible'], merged: 'eligible' }],
        same: [{ href: '/calls/2', title: 'Modellkommune', today: ['eligible', 'eligible'], merged: 'eligible' }],
      },
    }),
    'mergers-errors': mergersView(frame, { authorityName: 'Düren', entered: [HOSTILE], errors: { with: HOSTILE } }),
    'search-error': searchView(frame, { ...search, rows: [], filter: {}, nameError: 'Bitte einen Namen eintragen.' }),
  };
}
