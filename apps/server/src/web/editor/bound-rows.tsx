import type { VNode } from 'preact';
import { outcome } from '../pieces/outcome.js';
import { Table } from '../pieces/table.js';
import type { Texts } from '../texts/texts.js';
import type { Bound } from './editor.model.js';

/** Both sides of a bound and the authorities next to it, small numbers first. */
export function BoundRows({ t, bound }: { t: Texts; bound: Bound }): VNode {
  const rows = bound.rows.map(({ label, outcome: value }) => ({ cells: [label, outcome(t, value, 'bare', t.impact.answers[value])] }));
  return (
    <>
      <Table caption={t.impact.boundRows(bound.title)} rows={rows} dense narrow />
      {bound.isIdle && <p class="ft-meta">{t.impact.idleBound}</p>}
    </>
  );
}
