import type { PublicFeed } from '@app/calendar/read-public-feed.js';
import { isId } from '@app/kernel/ids.js';

/** What an address under /feeds asks for. */
export type FeedAddress =
  | { readonly route: '/feeds/open-calls.ics' | '/feeds/calls/:id.ics'; readonly open: PublicFeed }
  | { readonly route: '/feeds/:token/:name.ics'; readonly token: string }
  | { readonly route: '/feeds/calls/:id.ics'; readonly nothing: true };

const CALENDAR = /^\/feeds\/(?:open-calls|([^/?#]{1,1000})\/([^/?#]{1,1000}))\.ics(?:\?([^#]*))?$/;

/** Undefined: no calendar, somebody else answers. The name at the end of a subscription's address is for people and decides nothing. */
export function feedAddressOf(url: string): FeedAddress | undefined {
  const match = CALENDAR.exec(url);
  if (!match) return undefined;
  const [, folder, name, query] = match;
  if (folder !== undefined && folder !== 'calls') return { route: '/feeds/:token/:name.ics', token: folder };
  const language = new URLSearchParams(query).get('lang') === 'en' ? 'en' : 'de';
  if (folder === undefined) return { route: '/feeds/open-calls.ics', open: { language } };
  if (!isId(name!)) return { route: '/feeds/calls/:id.ics', nothing: true };
  return { route: '/feeds/calls/:id.ics', open: { language, callId: name!.toLowerCase() } };
}
