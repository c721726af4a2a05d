import { ImportRegister } from '@app/authorities/import-register.js';
import { readRegister } from '@app/authorities/read-register.js';
import type { Criterion } from '@app/eligibility/criterion.js';
import { lintRule } from '@app/eligibility/linting/lint-rule.js';
import { systemActor } from '@app/kernel/actor.js';
import { lintContextOf } from '@app/matching/lint-context.js';
import { MatchingIndex } from '@app/matching/matching-index.js';
import type { MatchingState } from '@app/matching/matching-state.js';
import { type WitnessSide, witnesses } from '@app/matching/witnesses.js';
import { startTestServer, type TestServer } from '../../support/server.js';
import { describeWithData, sharedFile, sharedJson } from '../../support/shared-data.js';

interface ExampleCall {
  program: string;
  round: string;
  rule: Criterion;
}

describeWithData('the rules of the real calls, as an editor sees them before publication', () => {
  let server: TestServer;
  let state: MatchingState;
  const { calls } = sharedJson<{ calls: ExampleCall[] }>('examples/calls.json');
  const ruleOf = (program: string) => calls.find((call) => call.program.startsWith(program))!.rule;
  const near = ({ near: authorities }: WitnessSide) => authorities.map(({ name, value }) => `${name}, ${value}`);

  beforeAll(async () => {
    server = await startTestServer();
    const reading = readRegister('gv100ad', sharedFile('register/GV100AD_30112023.txt'), { name: 'register', day: '2023-11-30' });
    await server.app.get(ImportRegister, { strict: false }).run(systemActor('test'), reading);
    state = await server.app.get(MatchingIndex, { strict: false }).current();
  }, 60_000);
  afterAll(() => server.close());

  it.each<[string, string[]]>([
    ['Modellkommune', ['cities-under-bound /anyOf/0/allOf/1/population', 'no-reference-date /anyOf/0/allOf/1/population']],
    // Its third way lets every town in, whatever its size: so it says, and the sizes decide nothing.
    ['Modellprojekte Smart', ['redundant-branch /anyOf/0', 'redundant-branch /anyOf/1', 'no-reference-date /anyOf/0/allOf/1/population']],
    ['Vor Ort für Alle', ['no-reference-date /anyOf/0/allOf/1/population']],
    ['Zukunftsräume', []],
    ['Struktur- und Dorfentwicklung', []],
    ['Dorferneuerung', []],
    ['Freiwillige kommunale Wärmeplanung', ['no-reference-date /anyOf/0/allOf/2/population']],
    ['Natürlicher Klimaschutz', []],
    ['STADTRADELN', []],
    ['Interkommunale', []],
    ['Kulturelle Bildung', []],
    ['KLAR!', []],
    ['European City Facility', []],
  ])('%s: is warned of %j', (program, warnings) => {
    const words = { program: { title: {}, summary: {} }, ownTitle: null, summary: null };
    const lints = lintRule(ruleOf(program), lintContextOf(state, words));
    expect(lints.map(({ code, path }) => `${code} ${path}`)).toEqual(warnings);
  });

  it('Modellkommune: 84 independent cities of 106 keep to its bound', () => {
    const words = { program: { title: {}, summary: {} }, ownTitle: null, summary: null };
    const [cities] = lintRule(ruleOf('Modellkommune'), lintContextOf(state, words));
    expect(cities?.params).toMatchObject({ atMost: 300_000, passing: 84, stopped: 22, total: 106 });
  });

  it('Modellkommune: 300,000 yes, 300,001 no, Wiesbaden yes, Augsburg no', () => {
    const [witness, ...others] = witnesses(state, ruleOf('Modellkommune'));
    expect(others).toEqual([]);
    expect(witness).toMatchObject({ inside: { value: 300_000, outcome: 'eligible' }, outside: { value: 300_001, outcome: 'ineligible' } });
    expect(near(witness!.inside)).toEqual(['Wiesbaden, 283083', 'Mönchengladbach, 268465']);
    expect(near(witness!.outside)).toEqual(['Augsburg, 301033', 'Karlsruhe, 308707']);
  });

  it('Wärmeplanung: up to 5,000 inhabitants only together, and no town that is excluded stands next to the line', () => {
    const [size] = witnesses(state, ruleOf('Freiwillige kommunale Wärmeplanung'));
    expect([size?.inside.outcome, size?.outside.outcome]).toEqual(['eligible', 'eligible_jointly']);
    expect([...size!.inside.near, ...size!.outside.near].every(({ key }) => key.startsWith('DE:08'))).toBe(true);
  });
});
