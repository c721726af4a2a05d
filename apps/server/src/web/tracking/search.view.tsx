import { territoryName } from '@app/eligibility/territory-names.js';
import { DIGEST_FREQUENCIES } from '@app/tracking/saved-search.js';
import type { VNode } from 'preact';
import type { Frame } from '../frame/frame.model.js';
import { Page } from '../frame/layout.js';
import { paths } from '../frame/paths.js';
import { CsrfField, LinkButton, SubmitButton } from '../pieces/buttons.js';
import { Check, Select } from '../pieces/choice-fields.js';
import { EmptyState } from '../pieces/empty-state.js';
import { Facts, factOf } from '../pieces/facts.js';
import { Notice } from '../pieces/notice.js';
import { Results } from '../pieces/result-row.js';
import { PageHeading, Panel, Section } from '../pieces/section.js';
import { TextField } from '../pieces/text-field.js';
import { type Texts, texts } from '../texts/texts.js';
import type { SearchModel } from './search.model.js';

function Criteria({ t, model }: { t: Texts; model: SearchModel }): VNode {
  const words = t.tracking.search;
  const { query, status, topic, within, outcome } = model.filter;
  const facts = [
    ...factOf(words.query, query),
    ...factOf(words.status, status?.map((each) => t.calls.statuses[each]).join(', ')),
    ...factOf(words.topic, topic),
    ...factOf(words.within, within && territoryName(within, t.locale)),
    ...factOf(words.forAuthority(model.authorityName ?? ''), outcome && t.words.outcome[outcome]),
  ];
  return (
    <Panel id="criteria" title={words.criteria}>
      {facts.length > 0 ? <Facts facts={facts} stacked /> : <p>{words.everything}</p>}
    </Panel>
  );
}

function Settings({ t, frame, model }: { t: Texts; frame: Frame; model: SearchModel }): VNode {
  const words = t.tracking.search;
  const hidden = (
    <>
      <CsrfField csrf={frame.csrf} />
      <input type="hidden" name="version" value={String(model.version)} />
    </>
  );
  return (
    <Panel id="settings" title={words.settings}>
      <form class="ft-stack" method="post" action={paths.search(model.id)}>
        {hidden}
        <TextField t={t} name="name" label={t.tracking.save.name} value={model.name} error={model.nameError} maxLength={100} />
        <Check name="digest" label={t.tracking.digest} checked={model.digest} />
        <Select
          t={t}
          name="frequency"
          label={t.tracking.digestHowOften}
          value={model.frequency}
          options={DIGEST_FREQUENCIES.map((value) => ({ value, label: t.tracking.digestFrequencies[value] }))}
        />
        <div class="ft-actions">
          <SubmitButton label={words.change} action="change" />
        </div>
      </form>
      <details class="ft-fold ft-after">
        <summary>{words.remove}</summary>
        <form method="post" action={paths.search(model.id)}>
          {hidden}
          <p>{words.removeSure}</p>
          <SubmitButton label={words.remove} rank="secondary" action="remove" />
        </form>
      </details>
    </Panel>
  );
}

export function searchView(frame: Frame, model: SearchModel): VNode {
  const t = texts(frame.locale);
  const words = t.tracking.search;
  const said = model.done && { saved: t.tracking.save.saved, changed: words.changed }[model.done];
  return (
    <Page
      frame={frame}
      title={model.name}
      place="watchList"
      hasErrors={model.nameError !== undefined}
      breadcrumb={[{ label: t.tracking.title, href: paths.watchList }, { label: model.name }]}
    >
      <PageHeading title={model.name} />
      <div class="ft-cols">
        <div>
          {said && (
            <Notice kind="success" live>
              <p>{said}</p>
            </Notice>
          )}
          <Section
            id="found"
            class={said ? 'ft-section' : ''}
            title={words.found}
            beside={<p class="ft-meta">{t.words.calls(model.rows.length)}</p>}
          >
            {model.rows.length > 0 ? <Results t={t} rows={model.rows} layout="brief" /> : <EmptyState text={words.none} />}
          </Section>
        </div>
        <div>
          <Criteria t={t} model={model} />
          {frame.authority && (
            <Panel id="in-calendar" title={t.feeds.forSearch}>
              <p>{t.feeds.forSearchWhy}</p>
              <div class="ft-actions ft-after">
                <LinkButton label={t.feeds.subscribeSearch} href={paths.calendarOfSearch(model.id)} icon="calendar" />
              </div>
            </Panel>
          )}
          <Settings t={t} frame={frame} model={model} />
        </div>
      </div>
    </Page>
  );
}
