import { territoryName } from '@app/eligibility/territory-names.js';
import type { VNode } from 'preact';
import type { Frame } from '../frame/frame.model.js';
import { Page } from '../frame/layout.js';
import { paths } from '../frame/paths.js';
import { type Chip, Chips } from '../pieces/chips.js';
import { Select } from '../pieces/choice-fields.js';
import { number } from '../pieces/day.js';
import { EmptyState } from '../pieces/empty-state.js';
import { FilterBar } from '../pieces/filter-bar.js';
import { Pagination } from '../pieces/pagination.js';
import { Results } from '../pieces/result-row.js';
import { PageHeading, Section } from '../pieces/section.js';
import { OutcomeTabs } from '../pieces/tabs.js';
import { TextField } from '../pieces/text-field.js';
import { stateOptions } from '../texts/states.js';
import { type Texts, texts } from '../texts/texts.js';
import { SaveSearchForm } from '../tracking/save-search-form.js';
import { CALL_SORTS, CALL_STATUSES, type CallFilter, CLOSES_WITHIN, callListPath } from './call-filter.js';
import type { CallsModel } from './calls.model.js';

function Filters({ t, filter }: { t: Texts; filter: CallFilter }): VNode {
  const words = t.calls;
  const options = <Key extends string>(keys: readonly Key[], labels: Record<Key, string>) =>
    keys.map((value) => ({ value, label: labels[value] }));
  const states = [{ value: '', label: words.allStates }, ...stateOptions(t.locale)];
  return (
    <FilterBar action={paths.calls} label={words.search} submit={words.submit}>
      <div class="ft-filter__search">
        <TextField t={t} name="query" label={words.query} value={filter.query} type="search" />
      </div>
      <Select t={t} name="status" label={words.status} value={filter.status} options={options(CALL_STATUSES, words.statuses)} />
      <Select t={t} name="closes" label={words.closesIn} value={filter.closes} options={options(CLOSES_WITHIN, words.closesInOptions)} />
      <Select t={t} name="state" label={words.state} value={filter.state} options={states} />
      <Select t={t} name="sort" label={words.sort} value={filter.sort} options={options(CALL_SORTS, words.sorts)} />
      {filter.outcome && <input type="hidden" name="outcome" value={filter.outcome} />}
    </FilterBar>
  );
}

function chipsOf(t: Texts, filter: CallFilter): Chip[] {
  const without = (change: Partial<CallFilter>) => callListPath({ ...filter, ...change, page: 1 });
  const { query, status, closes, state } = filter;
  return [
    query && { text: t.calls.queryChip(query), href: without({ query: '' }) },
    status !== 'all' && { text: t.calls.statusChip(t.calls.statuses[status]), href: without({ status: 'all' }) },
    closes !== 'any' && { text: t.calls.closesChip(t.calls.closesInOptions[closes]), href: without({ closes: 'any' }) },
    state && { text: t.calls.stateChip(territoryName(state, t.locale)), href: without({ state: '' }) },
  ].filter((chip): chip is Chip => typeof chip === 'object');
}

function None({ t, model }: { t: Texts; model: CallsModel }): VNode {
  if (model.nothingPublished) return <EmptyState text={t.calls.noneYet} />;
  const narrow = model.filter.query !== '' || model.filter.state !== '' || model.filter.closes !== 'any';
  const next = narrow
    ? { label: t.calls.reset, href: paths.calls }
    : { label: t.calls.showAll, href: callListPath({ ...model.filter, status: 'all', page: 1 }) };
  return <EmptyState text={t.calls.none} next={next} />;
}

function Groups({ t, model }: { t: Texts; model: CallsModel }): VNode {
  return (
    <>
      {model.groups.map(({ group, rows }, at) => (
        <Section
          id={`group-${group}`}
          class={at === 0 ? '' : 'ft-section'}
          title={t.calls.groups[group]}
          beside={<p class="ft-meta">{t.words.calls(rows.length)}</p>}
        >
          <Results t={t} rows={rows} />
        </Section>
      ))}
    </>
  );
}

export function callsView(frame: Frame, model: CallsModel): VNode {
  const t = texts(frame.locale);
  const { filter, counts } = model;
  const go = (change: Partial<CallFilter>) => callListPath({ ...filter, page: 1, ...change });
  return (
    <Page frame={frame} title={t.calls.title} place="calls">
      <PageHeading title={t.calls.title} />
      <Filters t={t} filter={filter} />
      <SaveSearchForm t={t} frame={frame} filter={filter} />
      {counts && model.authorityName && (
        <OutcomeTabs
          t={t}
          label={t.calls.outcomeFor(model.authorityName)}
          counts={counts}
          current={filter.outcome}
          href={(outcome) => go({ outcome })}
        />
      )}
      <div class="ft-head ft-section ft-listhead">
        <Chips t={t} chips={chipsOf(t, filter)} />
        {model.total > 0 && <p class="ft-meta">{t.calls.range(model.from, model.to, number(t, model.total))}</p>}
      </div>
      {model.groups.length > 0 ? <Groups t={t} model={model} /> : <None t={t} model={model} />}
      <Pagination t={t} page={filter.page} pages={model.pages} href={(page) => go({ page })} />
    </Page>
  );
}
