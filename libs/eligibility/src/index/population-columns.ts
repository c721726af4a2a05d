import { type Applicant, figureFor, type PopulationFigure } from '../applicant.js';
import { NumberColumn } from './number-column.js';

/** A column of the newest figures and one for each reference date that figures have; made when first asked for. */
export class PopulationColumns {
  private readonly columns = new Map<string | undefined, NumberColumn>();
  private readonly days = new Set<string | undefined>();
  /** Two plain columns, not the entries: those would keep every applicant with its facts in memory. */
  private readonly ordinals: Uint32Array;
  private readonly figures: (readonly PopulationFigure[])[];

  constructor(
    private readonly capacity: number,
    entries: readonly { readonly ordinal: number; readonly applicant: Applicant }[],
  ) {
    this.ordinals = Uint32Array.from(entries, ({ ordinal }) => ordinal);
    this.figures = entries.map(({ applicant }) => applicant.population);
    for (const figures of this.figures) for (const { asOf } of figures) this.days.add(asOf);
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
    return this.figures.flatMap((figures, i) => {
      const figure = figureFor(asOf, figures);
      return figure === undefined ? [] : [[figure.value, this.ordinals[i]!] as [number, number]];
    });
  }
}
