import type { VNode } from 'preact';
import { callListPath } from '../calls/call-filter.js';
import type { Frame } from '../frame/frame.model.js';
import { Page } from '../frame/layout.js';
import { factDayFieldId, factFieldId, paths } from '../frame/paths.js';
import { inText } from '../pieces/day.js';
import { EmptyState } from '../pieces/empty-state.js';
import { ErrorSummary } from '../pieces/error-summary.js';
import { Notice } from '../pieces/notice.js';
import { outcome } from '../pieces/outcome.js';
import { Results } from '../pieces/result-row.js';
import { PageHeading, Section } from '../pieces/section.js';
import { Tally } from '../pieces/tally.js';
import { type Texts, texts } from '../texts/texts.js';
import type { AuthorityModel } from './authority.model.js';
import { KnownFacts } from './known-facts.js';

function Outcomes({ t, model }: { t: Texts; model: AuthorityModel }): VNode {
  return (
    <section class="ft-section" aria-labelledby="calls">
      <div class="ft-head">
        <h2 id="calls">{t.authority.calls}</h2>
      </div>
      {model.groups.length === 0 && (
        <EmptyState text={t.authority.noCalls} next={{ label: t.authority.seeClosed, href: callListPath({ status: 'closed' }) }} />
      )}
      {model.groups.map((group, at) => (
        <Section
          id={`outcome-${group.outcome}`}
          level="h3"
          class={at === 0 ? '' : 'ft-section'}
          title={outcome(t, group.outcome, 'bare')}
          beside={<p class="ft-meta">{t.words.calls(group.rows.length)}</p>}
        >
          <Results t={t} rows={group.rows} layout="reasons" heading="h4" />
        </Section>
      ))}
    </section>
  );
}

export function authorityView(frame: Frame, model: AuthorityModel): VNode {
  const t = texts(frame.locale);
  return (
    <Page frame={frame} title={model.officialName} place="authority" hasErrors={Object.keys(model.errors).length > 0}>
      <PageHeading title={model.name} lead={t.authority.lead(model.kind, model.where ?? '')} />
      <ErrorSummary
        t={t}
        errors={model.errors}
        labelOf={(field) => model.facts.find(({ name }) => [factFieldId(name), factDayFieldId(name)].includes(field))?.label}
      />
      {model.goneOn && (
        <div class="ft-before">
          <Notice kind="warning">
            <p>{t.register.goneNotice(inText(t, model.goneOn))}</p>
          </Notice>
        </div>
      )}
      {model.saved && (
        <div class="ft-before">
          <Notice kind="success" live>
            <p>{t.authority.saved}</p>
          </Notice>
        </div>
      )}
      <Tally
        t={t}
        label={t.start.tally(model.name)}
        counts={model.counts}
        href={(value) => (model.counts[value] > 0 ? `#outcome-${value}` : '#calls')}
      />
      <Outcomes t={t} model={model} />
      {frame.authority?.key === model.key && (
        <p class="ft-after">
          <a href={paths.nearMisses}>{t.nearMisses.link}</a> · <a href={paths.sittings}>{t.planning.link}</a>
          <br />
          <a href={paths.mergers}>{t.mergers.link}</a>
        </p>
      )}
      <KnownFacts t={t} frame={frame} model={model} />
    </Page>
  );
}
