import { nearness } from './nearness.js';

describe('how near an authority lies', () => {
  const at = (territory: string | undefined, association?: string) => ({ territory, ...(association && { association }) });

  it.each([
    [at('DE-07135005', 'DE:071355010'), at('DE-07135007', 'DE:071355010'), 'association'],
    [at('DE-07135005', 'DE:071355010'), at('DE-07135', 'DE:071355010'), 'association'],
    [at('DE-07135005', 'DE:071355010'), at('DE-07135007', 'DE:071355001'), 'county'],
    [at('DE-05358008'), at('DE-05358'), 'county'],
    [at('DE-05358008'), at('DE-05362004'), 'region'],
    [at('DE-05358'), at('DE-05362'), 'region'],
    [at('DE-12060005'), at('DE-12061005'), 'state'],
    [at('DE-05358008'), at('DE-05766008'), 'state'],
    [at('DE-05'), at('DE-05766008'), 'state'],
    [at('DE-05358008'), at('DE-03241001'), 'elsewhere'],
    [at('DE'), at('DE'), 'elsewhere'],
    [at('FR-29'), at('FR-29'), 'county'],
    [at('FR-29'), at('FR-22'), 'elsewhere'],
    [at('AT'), at('AT'), 'elsewhere'],
    [at(undefined), at('DE-05358008'), 'elsewhere'],
  ])('%j and %j: %s', (one, other, expected) => {
    expect(nearness(one, other)).toBe(expected);
    expect(nearness(other, one)).toBe(expected);
  });
});
