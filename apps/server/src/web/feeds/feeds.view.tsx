import type { VNode } from 'preact';
import type { Frame } from '../frame/frame.model.js';
import { Page } from '../frame/layout.js';
import { paths } from '../frame/paths.js';
import { CsrfField, SubmitButton } from '../pieces/buttons.js';
import { Choices, Select } from '../pieces/choice-fields.js';
import { inText, momentInText } from '../pieces/day.js';
import { EmptyState } from '../pieces/empty-state.js';
import { Notice } from '../pieces/notice.js';
import { PageHeading, Panel, Section } from '../pieces/section.js';
import { Table } from '../pieces/table.js';
import { type Texts, texts } from '../texts/texts.js';
import { CreatedFeed, HowTo } from './created-feed.js';
import type { FeedRow, FeedsModel } from './feeds.model.js';

interface Props {
  t: Texts;
  frame: Frame;
  model: FeedsModel;
}

export function scopeName(t: Texts, scope: string, authority: string): string {
  return t.feeds.scopes[scope]?.(authority) ?? scope;
}

function row({ t, model }: Props, feed: FeedRow) {
  const name = scopeName(t, feed.scope, model.authorityName);
  const fetched = feed.lastFetchedAt
    ? [momentInText(t, feed.lastFetchedAt, model.zone, model.today), feed.lastProgram].filter(Boolean).join(', ')
    : t.feeds.never;
  const about = <span class="ft-sr">: {name}</span>;
  const manage = (
    <>
      <a href={paths.feedRenewal(feed.id)}>
        {t.feeds.renew}
        {about}
      </a>{' '}
      ·{' '}
      <a href={paths.feedRemoval(feed.id)}>
        {t.feeds.remove}
        {about}
      </a>
    </>
  );
  return { cells: [name, t.words.languages[feed.language], inText(t, feed.createdOn), fetched, manage] };
}

function Subscriptions(props: Props): VNode {
  const { t, model } = props;
  const columns = [t.feeds.content, t.feeds.language, t.feeds.made, t.feeds.fetched].map((label) => ({ label }));
  return (
    <Section id="mine" title={t.feeds.mine}>
      {model.subscriptions.length > 0 ? (
        <>
          <Table
            columns={[...columns, { label: t.feeds.manage, quiet: true }]}
            rows={model.subscriptions.map((feed) => row(props, feed))}
            stack
          />
          <p class="ft-meta ft-after">{t.feeds.renewMeans}</p>
        </>
      ) : (
        <div class="ft-after">
          <EmptyState text={t.feeds.none} more={t.feeds.noneNext} />
        </div>
      )}
    </Section>
  );
}

function CreateForm({ t, frame, model }: Props): VNode {
  const scopes = model.scopes.map((value) => ({ value, label: scopeName(t, value, model.authorityName) }));
  const languages = (['de', 'en'] as const).map((value) => ({ value, label: t.words.languages[value] }));
  const [only] = scopes;
  return (
    <Panel id="new" title={model.subscriptions.length > 0 ? t.feeds.another : t.feeds.first}>
      <form method="post" action={paths.calendar} class="ft-stack">
        <CsrfField csrf={frame.csrf} />
        {scopes.length > 1 && (
          <Choices t={t} name="scope" label={t.feeds.which} options={scopes} values={[scopes[0]!.value]} type="radio" vertical />
        )}
        {scopes.length === 1 && <input type="hidden" name="scope" value={only!.value} />}
        {scopes.length === 1 && (
          <p>
            {t.feeds.content}: <strong>{only!.label}</strong>
          </p>
        )}
        <Select t={t} name="language" label={t.feeds.entryLanguage} value={t.locale} options={languages} />
        <p class="ft-meta">
          {t.feeds.alarms} <a href={paths.reminders}>{t.feeds.toReminders}</a>
        </p>
        <div class="ft-actions">
          <SubmitButton label={t.feeds.create} rank={model.subscriptions.length > 0 ? 'secondary' : 'primary'} />
        </div>
      </form>
    </Panel>
  );
}

export function feedsView(frame: Frame, model: FeedsModel): VNode {
  const t = texts(frame.locale);
  const props = { t, frame, model };
  return (
    <Page frame={frame} title={t.feeds.title} place="calendar">
      <PageHeading title={t.feeds.title} lead={t.feeds.lead(model.authorityName)} />
      <div class="ft-cols">
        <div>
          {model.removed && (
            <Notice kind="success" live>
              <p>{t.feeds.removed}</p>
            </Notice>
          )}
          {model.created && <CreatedFeed t={t} created={model.created} />}
          {model.created && <HowTo t={t} />}
          <Subscriptions {...props} />
          {!model.created && <HowTo t={t} />}
        </div>
        <div>
          <CreateForm {...props} />
        </div>
      </div>
    </Page>
  );
}
