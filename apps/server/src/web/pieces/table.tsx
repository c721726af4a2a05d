import type { ComponentChildren, VNode } from 'preact';

export interface Column {
  label: string;
  numeric?: boolean;
  /** The label is read aloud only. */
  quiet?: boolean;
}
export type Cell = ComponentChildren;

export interface TableProps {
  caption?: string;
  columns?: readonly Column[];
  /** The first cell of a row is its heading. */
  rows: readonly { cells: readonly Cell[]; id?: string }[];
  numeric?: readonly boolean[];
  dense?: boolean;
  narrow?: boolean;
  /** Rows become blocks on narrow screens. */
  stack?: boolean;
  class?: string;
}

const isEmpty = (cell: Cell) => cell === undefined || cell === null || cell === '' || cell === false;

function Head({ columns }: { columns: readonly Column[] }): VNode {
  return (
    <thead>
      <tr>
        {columns.map((column) => (
          <th class={column.numeric ? 'kern-table__header kern-table__header--numeric' : 'kern-table__header'} scope="col">
            {column.quiet ? <span class="ft-sr">{column.label}</span> : column.label}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function Body({ rows, columns, numeric, stack }: TableProps): VNode {
  const isNumeric = (at: number) => numeric?.[at] ?? columns?.[at]?.numeric;
  return (
    <tbody>
      {rows.map(({ cells: [first, ...others], id }) => (
        <tr id={id}>
          <th class="kern-table__header" scope="row">
            {first}
          </th>
          {others.map((cell, at) => (
            <td
              class={['kern-table__cell', isNumeric(at + 1) && 'kern-table__cell--numeric', isEmpty(cell) && 'ft-none']
                .filter(Boolean)
                .join(' ')}
              data-label={stack && !columns?.[at + 1]?.quiet ? columns?.[at + 1]?.label : undefined}
            >
              {cell}
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  );
}

export function Table(props: TableProps): VNode {
  const classes = [
    'kern-table ft-table',
    props.dense && 'ft-table--dense',
    props.narrow && 'ft-table--narrow',
    props.stack && 'ft-table--stack',
    props.class,
  ];
  return (
    <table class={classes.filter(Boolean).join(' ')}>
      {props.caption && <caption class="ft-sr">{props.caption}</caption>}
      {props.columns && <Head columns={props.columns} />}
      <Body {...props} />
    </table>
  );
}
