import { OUTCOMES, type Outcome } from '@app/eligibility/outcome.js';
import { territoryName } from '@app/eligibility/territory-names.js';
import type { Tally } from '@app/matching/outcome-of.js';
import type { VNode } from 'preact';
import { number } from '../pieces/day.js';
import type { Texts } from '../texts/texts.js';
import type { ImpactGroup } from './editor.model.js';

/** The German states roughly where they lie: usual short name, column and row. */
const PLACES: Readonly<Record<string, readonly [short: string, column: number, row: number]>> = {
  'DE-01': ['SH', 1, 0],
  'DE-02': ['HH', 2, 0],
  'DE-13': ['MV', 3, 0],
  'DE-04': ['HB', 0, 1],
  'DE-03': ['NI', 1, 1],
  'DE-11': ['BE', 2, 1],
  'DE-12': ['BB', 3, 1],
  'DE-05': ['NW', 0, 2],
  'DE-15': ['ST', 2, 2],
  'DE-14': ['SN', 3, 2],
  'DE-07': ['RP', 0, 3],
  'DE-06': ['HE', 1, 3],
  'DE-16': ['TH', 2, 3],
  'DE-10': ['SL', 0, 4],
  'DE-08': ['BW', 1, 4],
  'DE-09': ['BY', 2, 4],
};
const STEP_X = 88;
const STEP_Y = 48;
const BAR = { width: 78, height: 16, top: 20 };
/** Each outcome has its own pattern, so that the bar is read without colour too. */
const FILLS: Record<Outcome, string> = {
  eligible: 'ft-map__eligible',
  eligible_jointly: 'ft-map__jointly',
  undetermined: 'ft-map__undetermined',
  ineligible: 'ft-map__ineligible',
};
const PATTERNS: Partial<Record<Outcome, string>> = { eligible_jointly: 'url(#map-jointly)', undetermined: 'url(#map-undetermined)' };

function Segment({ value, x, width }: { value: Outcome; x: number; width: number }): VNode {
  return (
    <rect
      class={FILLS[value]}
      fill={PATTERNS[value]}
      x={x.toFixed(1)}
      y={String(BAR.top)}
      width={width.toFixed(1)}
      height={String(BAR.height)}
    />
  );
}

/** Whoever is there is seen, however few: two units at least. */
function widthsOf(after: Tally, total: number): number[] {
  const raw = OUTCOMES.map((value) => (after[value] === 0 ? 0 : Math.max(2, (after[value] / total) * BAR.width)));
  const over = raw.reduce((sum, width) => sum + width, 0) - BAR.width;
  const widest = raw.indexOf(Math.max(...raw));
  return raw.map((width, at) => (at === widest ? width - over : width));
}

function Tile({ t, state }: { t: Texts; state: ImpactGroup }): VNode {
  const [short, column, row] = PLACES[state.id]!;
  const widths = widthsOf(state.after, state.total);
  return (
    <g transform={`translate(${column * STEP_X + 5} ${row * STEP_Y})`}>
      <text class="ft-map__short" x="0" y="14">
        {short}
      </text>
      <text x={String(BAR.width)} y="14" text-anchor="end">
        {number(t, state.after.eligible)}
      </text>
      {OUTCOMES.map((value, at) => {
        const x = widths.slice(0, at).reduce((sum, width) => sum + width, 0);
        return widths[at]! > 0 && <Segment value={value} x={x} width={widths[at]!} />;
      })}
      <rect class="ft-map__frame" y={String(BAR.top)} width={String(BAR.width)} height={String(BAR.height)} />
    </g>
  );
}

function Patterns(): VNode {
  return (
    <defs>
      <pattern id="map-jointly" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect class="ft-map__ground" width="6" height="6" />
        <rect class="ft-map__ink" width="3" height="6" />
      </pattern>
      <pattern id="map-undetermined" width="5" height="5" patternUnits="userSpaceOnUse">
        <rect class="ft-map__ground" width="5" height="5" />
        <circle class="ft-map__ink" cx="2.5" cy="2.5" r="1.2" />
      </pattern>
    </defs>
  );
}

function Legend({ t }: { t: Texts }): VNode {
  return (
    <ul class="ft-map-legend" aria-label={t.impact.legend}>
      {OUTCOMES.map((value) => (
        <li>
          <svg viewBox="0 0 20 16" aria-hidden="true" focusable="false">
            <rect class={FILLS[value]} fill={PATTERNS[value]} width="20" height="16" />
            <rect class="ft-map__frame" width="20" height="16" />
          </svg>
          {t.words.outcome[value]}
        </li>
      ))}
    </ul>
  );
}

/** A bar for each German state, roughly where it lies. The picture is for the eye; every number stands in the table below it. */
function Picture({ t, states }: { t: Texts; states: readonly ImpactGroup[] }): VNode {
  return (
    <>
      <svg class="ft-map" viewBox={`0 0 ${STEP_X * 4} ${STEP_Y * 5 - 8}`} aria-hidden="true" focusable="false">
        <Patterns />
        {states.map((state) => (
          <Tile t={t} state={state} />
        ))}
      </svg>
      <Legend t={t} />
    </>
  );
}

function Numbers({ t, states }: { t: Texts; states: readonly ImpactGroup[] }): VNode {
  return (
    <table class="kern-table ft-table ft-table--dense ft-map-table">
      <caption class="ft-sr">{t.impact.perState}</caption>
      <thead>
        <tr>
          <th class="kern-table__header" scope="col">
            {t.impact.place}
          </th>
          {OUTCOMES.map((value) => (
            <th class="kern-table__header kern-table__header--numeric" scope="col">
              {t.words.outcome[value]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {states.map(({ id, after }) => (
          <tr>
            <th class="kern-table__header" scope="row">
              {territoryName(id, t.locale)}
            </th>
            {OUTCOMES.map((value) => (
              <td class="kern-table__cell kern-table__cell--numeric">{number(t, after[value])}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** How each state fares: as a picture where states are German, and in numbers. */
export function StateMap({ t, states }: { t: Texts; states: readonly ImpactGroup[] }): VNode | null {
  if (states.length === 0) return null;
  const drawn = states.filter(({ id, total }) => total > 0 && Object.hasOwn(PLACES, id));
  return (
    <div class="ft-after">
      <h3 class="ft-map-title">{t.impact.perState}</h3>
      {drawn.length > 0 && <p class="ft-meta">{t.impact.mapCaption}</p>}
      {drawn.length > 0 && <Picture t={t} states={drawn} />}
      <details class="ft-fold ft-after">
        <summary>{t.impact.numbersPerState}</summary>
        <Numbers t={t} states={states} />
      </details>
    </div>
  );
}
