import { applicantOf } from '@app/authorities/authority-view.js';
import { ImportRegister } from '@app/authorities/import-register.js';
import { readRegister } from '@app/authorities/read-register.js';
import type { Criterion } from '@app/eligibility/criterion.js';
import { evaluate } from '@app/eligibility/evaluate.js';
import { systemActor } from '@app/kernel/actor.js';
import { MatchingIndex } from '@app/matching/matching-index.js';
import { outcomeAt, tallyOf } from '@app/matching/outcome-of.js';
import { startTestServer, type TestServer } from '../../support/server.js';
import { describeWithData, sharedFile, sharedJson } from '../../support/shared-data.js';

interface ExampleCall {
  program: string;
  round: string;
  rule: Criterion;
}

describeWithData('the bitset index against the evaluator: the real calls × the whole register', () => {
  let server: TestServer;
  const { calls } = sharedJson<{ calls: ExampleCall[] }>('examples/calls.json');

  beforeAll(async () => {
    server = await startTestServer();
    const reading = readRegister('gv100ad', sharedFile('register/GV100AD_30112023.txt'), { name: 'register', day: '2023-11-30' });
    await server.app.get(ImportRegister, { strict: false }).run(systemActor('test'), reading);
  }, 60_000);
  afterAll(() => server.close());

  it('has fourteen calls to try', () => {
    expect(calls).toHaveLength(14);
  });

  it.each(calls.map((call) => [`${call.program}, ${call.round}`, call.rule] as const))(
    '%s',
    async (_, rule) => {
      const state = await server.app.get(MatchingIndex, { strict: false }).current();
      const sets = state.outcomesOf(rule);
      const differing = [...state.authorities.values()].filter(
        (authority) => outcomeAt(sets, authority.ordinal) !== evaluate(rule, applicantOf(authority)).outcome,
      );
      expect(differing.map(({ key }) => key)).toEqual([]);
      const tally = tallyOf(sets);
      expect(tally.eligible + tally.eligible_jointly + tally.undetermined + tally.ineligible).toBe(12_272);
    },
    60_000,
  );
});
