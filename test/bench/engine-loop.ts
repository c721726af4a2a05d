import type { Applicant } from '@app/eligibility/applicant.js';
import { Engine } from 'json-rules-engine';

/** The same call as a rule of json-rules-engine; one run an applicant, as the library is meant to be used. */
export function engineLoop(applicants: readonly Applicant[]): () => Promise<number[]> {
  const has = (tag: string) => ({ fact: 'types', operator: 'contains', value: tag });
  const upTo300000 = { fact: 'population', operator: 'lessThanInclusive', value: 300_000 };
  const conditions = { any: [{ all: [has('municipality'), upTo300000] }, has('county')] };
  const engine = new Engine([{ conditions, event: { type: 'eligible' } }]);
  const facts = applicants.map(({ types, population }) => ({ types, population: population[0]!.value }));
  return async () => {
    const eligible: number[] = [];
    for (const [ordinal, each] of facts.entries()) {
      const { events } = await engine.run(each);
      if (events.length > 0) eligible.push(ordinal);
    }
    return eligible;
  };
}
