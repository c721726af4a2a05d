import type { VNode } from 'preact';
import { Table } from '../pieces/table.js';
import { verdict } from '../pieces/verdict.js';
import type { Texts } from '../texts/texts.js';
import type { Bound } from './editor.model.js';

/** Both sides of a bound and the authorities next to it, small numbers first. */
export function BoundRows({ t, bound }: { t: Texts; bound: Bound }): VNode {
  const words = { met: t.words.yes, unmet: t.words.no, unknown: t.words.outcome.undetermined };
  const rows = bound.rows.map(({ label, verdict: value }) => ({ cells: [label, verdict(t, value, words[value])] }));
  return (
    <>
      <Table caption={t.impact.boundRows(bound.title)} rows={rows} dense narrow />
      {bound.isIdle && <p class="ft-meta">{t.impact.idleBound}</p>}
    </>
  );
}
