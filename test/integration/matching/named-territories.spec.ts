import { applicantOf } from '@app/authorities/authority-view.js';
import { ImportRegister } from '@app/authorities/import-register.js';
import { readRegister } from '@app/authorities/read-register.js';
import { CreateNamedTerritory } from '@app/authorities/territories/create-named-territory.js';
import type { NamedTerritoryContent } from '@app/authorities/territories/named-territory.js';
import type { Criterion } from '@app/eligibility/criterion.js';
import { evaluate } from '@app/eligibility/evaluate.js';
import { systemActor } from '@app/kernel/actor.js';
import { MatchingIndex } from '@app/matching/matching-index.js';
import type { MatchingState } from '@app/matching/matching-state.js';
import { outcomeAt } from '@app/matching/outcome-of.js';
import { startTestServer, type TestServer } from '../../support/server.js';
import { describeWithData, sharedFile } from '../../support/shared-data.js';

const CONTENT: NamedTerritoryContent = {
  title: { de: 'Probe' },
  source: 'Probe',
  sourceUrl: null,
  validFrom: null,
  validTo: null,
  entries: [],
  includes: [],
  excludes: [],
};
const within = (...slugs: string[]): Criterion => ({ territory: { in: slugs.map((slug) => `named:${slug}`) } });

describeWithData('sets of territories over the whole register', () => {
  let server: TestServer;
  let state: MatchingState;

  beforeAll(async () => {
    server = await startTestServer();
    const reading = readRegister('gv100ad', sharedFile('register/GV100AD_30112023.txt'), { name: 'register', day: '2023-11-30' });
    await server.app.get(ImportRegister, { strict: false }).run(systemActor('test'), reading);
    const create = server.app.get(CreateNamedTerritory, { strict: false });
    const keep = (slug: string, content: Partial<NamedTerritoryContent>) =>
      create.run(systemActor('test'), slug, { ...CONTENT, ...content });
    await keep('coal', { entries: ['DE:05358', 'DE-05334', 'DE:05362', 'DE-12'] });
    await keep('heath', { entries: ['DE-03358', 'DE:033585402'] });
    await keep('associations', { entries: ['DE:033585402', 'DE:034585401'] });
    await keep('nrw-rest', { entries: ['DE-05', 'DE-05358008'], excludes: ['coal'] });
    await keep('heath-rest', { includes: ['heath'], excludes: ['associations'] });
    await keep('all-but', { entries: ['DE'], excludes: ['nrw-rest'] });
    await keep('over', { entries: ['DE-05'], validTo: '2013-12-31' });
    state = await server.app.get(MatchingIndex, { strict: false }).current();
  }, 60_000);
  afterAll(() => server.close());

  it.each<[string, Criterion]>([
    ['a plain set', within('coal')],
    ['a set less another', within('nrw-rest')],
    ['single associations taken out of their county', within('heath-rest')],
    ['a difference of a difference', within('all-but')],
    ['two that overlap, with a state', { territory: { in: ['named:nrw-rest', 'named:coal', 'DE-09'] } }],
    ['one that is over', within('over')],
    ['one that nobody keeps, beside one that is known', within('no-such', 'coal')],
    ['not in a set', { not: within('heath-rest') }],
  ])('index and evaluator agree on %s', (_, rule) => {
    const sets = state.outcomesOf(rule);
    const each = [...state.authorities.values()].map((authority) => ({
      key: authority.key,
      index: outcomeAt(sets, authority.ordinal),
      evaluator: evaluate(rule, applicantOf(authority), state.named).outcome,
    }));
    expect(each.filter(({ index, evaluator }) => index !== evaluator)).toEqual([]);
    expect(each).toHaveLength(12_272);
  });

  it('counts what is in a set: a county with all that lies in it', () => {
    const count = (rule: Criterion) => state.outcomesOf(rule).eligible.count();
    const plain = (...places: string[]) => count({ territory: { in: places } });
    expect(count(within('coal'))).toBe(plain('DE-05358', 'DE-05334', 'DE-05362', 'DE-12'));
    // the coal regions lie wholly in the state, but for Brandenburg; Düren is named again, yet excluded with its county
    expect(count(within('nrw-rest'))).toBe(plain('DE-05') - plain('DE-05358', 'DE-05334', 'DE-05362'));
    expect(count(within('all-but'))).toBe(12_272 - count(within('nrw-rest')));
    expect(count(within('heath-rest'))).toBe(plain('DE-03358') - 1);
    expect(state.outcomesOf(within('over')).undetermined.count()).toBe(12_272);
  });
});
