import type { VNode } from 'preact';
import type { Frame } from '../frame/frame.model.js';
import { Page } from '../frame/layout.js';
import { paths } from '../frame/paths.js';
import { Select } from '../pieces/choice-fields.js';
import { inText, number } from '../pieces/day.js';
import { EmptyState } from '../pieces/empty-state.js';
import { FilterBar } from '../pieces/filter-bar.js';
import { outcome } from '../pieces/outcome.js';
import { Pagination } from '../pieces/pagination.js';
import { PageHeading } from '../pieces/section.js';
import { Table } from '../pieces/table.js';
import { OutcomeTabs } from '../pieces/tabs.js';
import { TextField } from '../pieces/text-field.js';
import { stateOptions } from '../texts/states.js';
import { type Texts, texts } from '../texts/texts.js';
import { type AuthorityFilter, type AuthorityRow, type CallAuthoritiesModel, callAuthoritiesPath } from './call-authorities.model.js';

function Filters({ t, model }: { t: Texts; model: CallAuthoritiesModel }): VNode {
  const { filter } = model;
  const states = [{ value: '', label: t.calls.allStates }, ...stateOptions(t.locale)];
  return (
    <FilterBar action={paths.callAuthorities(model.call.id)} label={t.authorities.filter} submit={t.authorities.submit} short>
      <TextField t={t} name="query" label={t.authorities.query} value={filter.query} type="search" />
      <Select t={t} name="state" label={t.authorities.state} value={filter.state} options={states} />
      {filter.outcome && <input type="hidden" name="outcome" value={filter.outcome} />}
    </FilterBar>
  );
}

function cells(t: Texts, row: AuthorityRow) {
  const { population } = row;
  return [
    <>
      {row.name} <span class="ft-meta">{row.key}</span>
    </>,
    row.kind,
    population && (
      <>
        {number(t, population.value)} {population.asOf && <span class="ft-sr">({inText(t, population.asOf)})</span>}
      </>
    ),
    outcome(t, row.outcome, 'bare'),
    row.why,
  ];
}

export function callAuthoritiesView(frame: Frame, model: CallAuthoritiesModel): VNode {
  const t = texts(frame.locale);
  const { call, filter, rows } = model;
  const go = (change: Partial<AuthorityFilter>) => callAuthoritiesPath(call.id, { ...filter, page: 1, ...change });
  const words = t.authorities;
  const columns = [words.name, words.kind, words.population, words.outcome, words.why].map((label, at) => ({ label, numeric: at === 2 }));
  return (
    <Page
      frame={frame}
      title={words.title(call.title)}
      place="calls"
      breadcrumb={[{ label: t.calls.title, href: paths.calls }, { label: call.title, href: paths.call(call.id) }, { label: words.heading }]}
    >
      <PageHeading title={words.heading} lead={call.title} />
      <Filters t={t} model={model} />
      <OutcomeTabs t={t} label={words.outcome} counts={model.counts} current={filter.outcome} href={(value) => go({ outcome: value })} />
      {rows.length > 0 ? (
        <>
          <p class="ft-meta ft-after">{t.calls.range(model.from, model.to, number(t, model.total))}</p>
          <Table caption={words.caption} columns={columns} rows={rows.map((row) => ({ cells: cells(t, row) }))} stack />
        </>
      ) : (
        <div class="ft-after">
          <EmptyState text={words.none} next={{ label: t.calls.reset, href: paths.callAuthorities(call.id) }} />
        </div>
      )}
      <Pagination t={t} page={filter.page} pages={model.pages} href={(page) => go({ page })} />
    </Page>
  );
}
