import { territoryName } from '@app/eligibility/territory-names.js';
import type { VNode } from 'preact';
import { paths } from '../frame/paths.js';
import { Bar } from '../pieces/bar.js';
import { number } from '../pieces/day.js';
import { Section } from '../pieces/section.js';

import type { Texts } from '../texts/texts.js';
import type { CallModel, MatchSummary } from './call.model.js';

function States({ t, id, states }: { t: Texts; id: string; states: MatchSummary['states'] }): VNode {
  const header = (label: string) => (
    <th class="kern-table__header kern-table__header--numeric" scope="col">
      {label}
    </th>
  );
  return (
    <table class="kern-table ft-table ft-table--dense ft-no-print">
      <caption class="ft-sr">{t.call.perState}</caption>
      <thead>
        <tr>
          <th class="kern-table__header" scope="col">
            {t.calls.state}
          </th>
          <th class="kern-table__header" scope="col">
            <span class="ft-sr">{t.call.share}</span>
          </th>
          {header(t.words.outcome.eligible)}
          {header(t.call.of)}
        </tr>
      </thead>
      <tbody>
        {states.map((state) => (
          <tr>
            <th class="kern-table__header" scope="row">
              <a href={`${paths.callAuthorities(id)}?state=${encodeURIComponent(state.id)}`}>{territoryName(state.id, t.locale)}</a>
            </th>
            <td class="kern-table__cell ft-table__bar">
              <Bar part={state.eligible} total={state.total} />
            </td>
            <td class="kern-table__cell kern-table__cell--numeric">{number(t, state.eligible)}</td>
            <td class="kern-table__cell kern-table__cell--numeric">{number(t, state.total)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** "11.044 von 12.272 passen", and where they are. */
export function CallMatches({ t, model }: { t: Texts; model: CallModel }): VNode | null {
  const { matches } = model;
  if (!matches) return null;
  const { counts, total, states } = matches;
  const all = (
    <a class="ft-no-print" href={paths.callAuthorities(model.id)}>
      {t.call.seeAll}
    </a>
  );
  return (
    <Section id="matches" title={t.call.ofTotal(number(t, counts.eligible), number(t, total))} beside={all}>
      <p class="ft-before">
        {t.call.counts(number(t, counts.eligible_jointly), number(t, counts.undetermined), number(t, counts.ineligible))}
      </p>
      {states.length > 0 && <States t={t} id={model.id} states={states} />}
    </Section>
  );
}
