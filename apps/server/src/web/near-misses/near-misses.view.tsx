import type { VNode } from 'preact';
import type { Frame } from '../frame/frame.model.js';
import { Page } from '../frame/layout.js';
import { paths } from '../frame/paths.js';
import { EmptyState } from '../pieces/empty-state.js';
import { Results } from '../pieces/result-row.js';
import { PageHeading, Section } from '../pieces/section.js';
import { texts } from '../texts/texts.js';
import type { NearMissesModel } from './near-misses.model.js';

export function nearMissesView(frame: Frame, model: NearMissesModel): VNode {
  const t = texts(frame.locale);
  const words = t.nearMisses;
  return (
    <Page
      frame={frame}
      title={words.title}
      place="authority"
      breadcrumb={[{ label: t.frame.nav.authority, href: paths.authority }, { label: words.title }]}
    >
      <PageHeading title={words.title} lead={words.lead(model.authorityName)} />
      <p class="ft-before">
        {model.withClosed ? (
          <a href={paths.nearMisses}>{words.onlyCurrent}</a>
        ) : (
          <a href={`${paths.nearMisses}?status=all`}>{words.alsoClosed}</a>
        )}
      </p>
      {model.rows.length > 0 ? (
        <Section id="near" class="" title={words.near}>
          <Results t={t} rows={model.rows} />
        </Section>
      ) : (
        <EmptyState text={words.none} next={{ label: t.start.browse, href: paths.calls }} />
      )}
      {model.farther.length > 0 && (
        <Section id="farther" title={words.farther}>
          <Results t={t} rows={model.farther} />
        </Section>
      )}
      <p class="ft-section ft-meta">{t.call.funderText}</p>
    </Page>
  );
}
