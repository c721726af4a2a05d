import { callListPath, NO_FILTER, readCallFilter } from './call-filter.js';

describe('the filter of the list of calls', () => {
  it('is current, by deadline, first page without a query', () => {
    expect(readCallFilter({})).toEqual({ ...NO_FILTER, outcome: undefined });
    expect(callListPath(NO_FILTER)).toBe('/calls');
  });

  it('reads what its own address says', () => {
    const filter = {
      ...NO_FILTER,
      query: 'Smart & Cities',
      status: 'open',
      closes: '30',
      state: 'DE-05',
      sort: 'title',
      outcome: 'eligible',
      page: 3,
    } as const;
    const address = new URL(callListPath(filter), 'http://x');
    expect(readCallFilter(Object.fromEntries(address.searchParams))).toEqual(filter);
  });

  it.each([
    ['status', 'nonsense'],
    ['closes', '31'],
    ['state', 'DE-99'],
    ['outcome', 'constructor'],
    ['page', '0'],
    ['page', '1.5'],
    ['sort', ['deadline', 'title']],
  ])('takes a %s of %j as not said', (name, value) => {
    expect(readCallFilter({ [name]: value })).toEqual({ ...NO_FILTER, outcome: undefined });
  });
});
