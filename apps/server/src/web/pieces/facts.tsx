import type { ComponentChildren, VNode } from 'preact';

export interface Fact {
  term: string;
  /** Several values stand one under the other. */
  values: readonly ComponentChildren[];
}

/** A fact sheet: term and value; `stacked` in narrow columns. */
export function Facts({ facts, stacked }: { facts: readonly Fact[]; stacked?: boolean }): VNode {
  return (
    <dl class={stacked ? 'ft-facts ft-facts--stacked' : 'ft-facts'}>
      {facts.map((fact) => (
        <div>
          <dt>{fact.term}</dt>
          {fact.values.map((value) => (
            <dd>{value}</dd>
          ))}
        </div>
      ))}
    </dl>
  );
}

/** A fact, or nothing where there is no value: spread it into the list. */
export function factOf(term: string, ...values: readonly (ComponentChildren | undefined | false)[]): Fact[] {
  const known = values.filter((value) => value !== undefined && value !== false && value !== '');
  return known.length > 0 ? [{ term, values: known }] : [];
}
