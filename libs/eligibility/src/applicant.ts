/** How many inhabitants on which reference date; without a date it counts for every date. */
export interface PopulationFigure {
  readonly value: number;
  readonly asOf?: string;
  readonly source?: string;
}

export type FactValue = boolean | number | string;
/** Named attributes that the register does not know. Absent means unknown, never false. */
export type Facts = ReadonlyMap<string, FactValue>;

/** Whoever may apply, as far as rules look at it (contract §2). No tag is no tag; the other gaps are unknown. */
export interface Applicant {
  readonly key?: string;
  readonly name?: string;
  readonly types: readonly string[];
  readonly territory?: string;
  readonly population: readonly PopulationFigure[];
  readonly facts: Facts;
}

/**
 * The figure that counts: of the reference date where the call names one and of no other, else the newest.
 * A figure without a date stands in for every date, but gives way to one that has the right date.
 */
export function figureFor(asOf: string | undefined, figures: readonly PopulationFigure[]): PopulationFigure | undefined {
  let dated: PopulationFigure | undefined;
  let undated: PopulationFigure | undefined;
  for (const figure of figures) {
    if (figure.asOf === undefined) undated = figure;
    else if (asOf === undefined ? dated?.asOf === undefined || figure.asOf >= dated.asOf : figure.asOf === asOf) dated = figure;
  }
  return dated ?? undated;
}
