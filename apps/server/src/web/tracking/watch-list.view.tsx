import type { VNode } from 'preact';
import type { Frame } from '../frame/frame.model.js';
import { Page } from '../frame/layout.js';
import { paths } from '../frame/paths.js';
import { number } from '../pieces/day.js';
import { EmptyState } from '../pieces/empty-state.js';
import { Notice } from '../pieces/notice.js';
import { Results } from '../pieces/result-row.js';
import { PageHeading, Section } from '../pieces/section.js';
import { Table } from '../pieces/table.js';
import { type Texts, texts } from '../texts/texts.js';
import type { WatchListModel } from './watch-list.model.js';

function Searches({ t, model }: { t: Texts; model: WatchListModel }): VNode {
  const words = t.tracking;
  const rows = model.searches.map(({ href, name, found, digest }) => ({
    cells: [<a href={href}>{name}</a>, number(t, found), digest ? t.words.yes : t.words.no],
  }));
  return (
    <Section id="searches" title={words.searches}>
      {rows.length > 0 ? (
        <Table columns={Object.values(words.searchColumns).map((label) => ({ label }))} rows={rows} stack />
      ) : (
        <EmptyState text={words.noSearches} more={words.noSearchesMore} next={{ label: words.browse, href: paths.calls }} />
      )}
    </Section>
  );
}

export function watchListView(frame: Frame, model: WatchListModel): VNode {
  const t = texts(frame.locale);
  const words = t.tracking;
  return (
    <Page frame={frame} title={words.title} place="watchList">
      <PageHeading title={words.title} lead={words.lead(model.authorityName)} />
      {model.removed && (
        <Notice kind="success" live>
          <p>{words.search.changed}</p>
        </Notice>
      )}
      <Section id="followed" class="" title={words.followed} beside={<p class="ft-meta">{t.words.calls(model.followed.length)}</p>}>
        {model.followed.length > 0 ? (
          <Results t={t} rows={model.followed} />
        ) : (
          <EmptyState text={words.none} more={words.noneMore} next={{ label: words.browse, href: paths.calls }} />
        )}
      </Section>
      <Searches t={t} model={model} />
      {model.dismissed.length > 0 && (
        <Section id="dismissed" title={words.dismissed} beside={<p class="ft-meta">{t.words.calls(model.dismissed.length)}</p>}>
          <Results t={t} rows={model.dismissed} layout="brief" />
        </Section>
      )}
    </Page>
  );
}
