import { readFilters } from './filters.js';

describe('filters that are sent to the search', () => {
  it.each(['x'.repeat(10_000), ['status'], 5])('that are no object are left out, which is said once', (sent) => {
    const errors = ['The filters are not understood and were not applied'];
    expect(readFilters(sent)).toEqual({ predicates: [], filters: {}, errors });
  });

  it.each([undefined, null, {}, { customFilters: null }])('that are none leave nothing to say: %j', (sent) => {
    expect(readFilters(sent).errors).toEqual([]);
  });

  it('of our own making that are no object are named', () => {
    expect(readFilters({ customFilters: 'x' }).errors).toEqual(['The filter "customFilters.*" is not supported']);
  });
});
