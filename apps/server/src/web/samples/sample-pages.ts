import type { Locale } from '@app/kernel/locale.js';
import type { VNode } from 'preact';
import { accountPages } from './account-pages.js';
import { callPages } from './call-pages.js';
import { deskPages } from './desk-pages.js';
import { registerPages } from './register-pages.js';
import { territoryPages } from './territory-pages.js';
import { trackingPages } from './tracking-pages.js';

/** Every view with a model that fills all of it. */
export function samplePages(locale: Locale): Record<string, VNode> {
  return {
    ...callPages(locale),
    ...deskPages(locale),
    ...registerPages(locale),
    ...accountPages(locale),
    ...territoryPages(locale),
    ...trackingPages(locale),
  };
}
