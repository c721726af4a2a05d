import { isHolidayRegion } from './holidays.js';
import { regionOfTerritory } from './region-of-territory.js';

describe('the holidays of an authority', () => {
  it.each([
    ['DE-05358008', 'DE-NW'],
    ['DE-09162000', 'DE-BY'],
    ['DE-05', 'DE-NW'],
    ['DE', 'DE'],
    ['FR-29', 'FR'],
  ])('of %s are those of %s', (territory, region) => expect(regionOfTerritory(territory)).toBe(region));

  it('are known for every Land', () => {
    const regions = Array.from({ length: 16 }, (_, at) => regionOfTerritory(`DE-${String(at + 1).padStart(2, '0')}`));
    expect(new Set(regions).size).toBe(16);
    expect(regions.filter((region) => !isHolidayRegion(region))).toEqual([]);
  });
});
