import { figureFor, type PopulationFigure } from '../applicant.js';
import { NumberColumn } from './number-column.js';

interface Counted {
  readonly ordinal: number;
  readonly figures: readonly PopulationFigure[];
}

/** A column of the newest figures and one for each reference date that figures have; made when first asked for. */
export class PopulationColumns {
  private readonly columns = new Map<string | undefined, NumberColumn>();
  private readonly days: ReadonlySet<string | undefined>;

  constructor(
    private readonly capacity: number,
    private readonly counted: readonly Counted[],
  ) {
    this.days = new Set(counted.flatMap(({ figures }) => figures.map((figure) => figure.asOf)));
  }

  column(asOf: string | undefined): NumberColumn {
    // All days without a figure of their own share one column, so that rules cannot fill the memory by naming days.
    const key = asOf === undefined || this.days.has(asOf) ? asOf : 'another day';
    let column = this.columns.get(key);
    if (column === undefined) {
      column = new NumberColumn(this.capacity, this.entries(asOf));
      this.columns.set(key, column);
    }
    return column;
  }

  private entries(asOf: string | undefined): [number, number][] {
    return this.counted.flatMap(({ ordinal, figures }) => {
      const figure = figureFor(asOf, figures);
      return figure === undefined ? [] : [[figure.value, ordinal] as [number, number]];
    });
  }
}
