import { changedAt } from '@app/calendar/call-news.js';
import { element, textElement, xmlDocument } from '@app/calendar/xml.js';
import type { CallRecord } from '@app/funding/call-record.js';
import { paths } from '../web/frame/paths.js';

/** What the protocol of sitemaps.org allows in one file. */
export const MOST_ADDRESSES = 50_000;

interface Address {
  readonly path: string;
  readonly changed?: Temporal.Instant;
}

/** Every public page: those that are always there ("/" leads to one of them), then calls and programmes, the last change first, then who may apply to each call. */
export function sitemap(calls: readonly CallRecord[], baseUrl: string): string {
  const newest = calls
    .map((call) => ({ call, changed: changedAt(call) }))
    .toSorted((one, other) => Temporal.Instant.compare(other.changed, one.changed));
  const changed = newest[0]?.changed;
  const addresses: Address[] = [
    ...[paths.calls, paths.openData].map((path) => ({ path, changed })),
    { path: paths.interface },
    ...newest.map((each) => ({ path: paths.call(each.call.id), changed: each.changed })),
    ...firstOfEach(newest).map((each) => ({ path: paths.programRounds(each.call.program.id), changed: each.changed })),
    ...newest.map((each) => ({ path: paths.callAuthorities(each.call.id), changed: each.changed })),
  ];
  const entries = addresses.slice(0, MOST_ADDRESSES).map(({ path, changed: at }) => urlOf(`${baseUrl}${path}`, at));
  return xmlDocument(element('urlset', { xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9' }, ...entries));
}

function firstOfEach<Each extends { readonly call: CallRecord }>(newest: readonly Each[]): Each[] {
  return [...Map.groupBy(newest, ({ call }) => call.program.id).values()].map(([first]) => first!);
}

function urlOf(location: string, changed: Temporal.Instant | undefined) {
  return element('url', {}, textElement('loc', location), changed && textElement('lastmod', changed.toString({ smallestUnit: 'second' })));
}
