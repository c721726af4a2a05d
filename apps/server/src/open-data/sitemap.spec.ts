import type { CallRecord } from '@app/funding/call-record.js';
import { MOST_ADDRESSES, sitemap } from './sitemap.js';

const day = Temporal.Instant.from('2026-01-01T00:00:00Z');
const call = (n: number): CallRecord =>
  ({
    id: `c${n}`,
    program: { id: `p${n % 7}` },
    publishedAt: day.add({ seconds: n }),
    contentChangedAt: day.add({ seconds: n }),
    withdrawnAt: null,
  }) as never;

describe('the sitemap', () => {
  it('has no more addresses than the protocol allows, those that changed last among them', () => {
    const text = sitemap(
      Array.from({ length: MOST_ADDRESSES }, (_, n) => call(n)),
      'https://f.example',
    );
    expect(text.split('<loc>')).toHaveLength(MOST_ADDRESSES + 1);
    expect(text).toContain(`<loc>https://f.example/calls/c${MOST_ADDRESSES - 1}</loc><lastmod>2026-01-01T13:53:19Z</lastmod>`);
    expect(text).not.toContain('/calls/c0<');
    expect(Buffer.byteLength(text)).toBeLessThan(50 * 1024 * 1024);
  });

  it('names pages without calls too', () => {
    expect([...sitemap([], 'https://f.example').matchAll(/<loc>([^<]+)/g)].map(([, location]) => location)).toEqual([
      'https://f.example/calls',
      'https://f.example/open-data',
      'https://f.example/docs',
    ]);
  });
});
