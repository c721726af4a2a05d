import type { VNode } from 'preact';
import type { Frame } from '../frame/frame.model.js';
import { Page } from '../frame/layout.js';
import { paths } from '../frame/paths.js';
import { CsrfField, SubmitButton } from '../pieces/buttons.js';
import { Choices, Select } from '../pieces/choice-fields.js';
import { inText } from '../pieces/day.js';
import { EmptyState } from '../pieces/empty-state.js';
import { ErrorSummary } from '../pieces/error-summary.js';
import { Notice } from '../pieces/notice.js';
import { PageHeading, Panel, Section } from '../pieces/section.js';
import { Table } from '../pieces/table.js';
import { type Texts, texts } from '../texts/texts.js';
import { CreatedFeed, HowTo } from './created-feed.js';
import { FeedFields } from './feed-fields.js';
import { feedName, fetchInWords, optionsInWords, subjectName } from './feed-words.js';
import type { FeedRow, FeedsModel } from './feeds.model.js';

/** More choices than this are a list to open. */
const MOST_RADIOS = 8;

interface Props {
  t: Texts;
  frame: Frame;
  model: FeedsModel;
}

function Manage({ t, feed, about }: { t: Texts; feed: FeedRow; about: string }): VNode {
  const steps = [
    [paths.feed(feed.id), t.feeds.change],
    [paths.feedRenewal(feed.id), t.feeds.renew],
    [paths.feedRemoval(feed.id), t.feeds.remove],
  ] as const;
  return (
    <>
      {steps.map(([href, label], at) => (
        <>
          {at > 0 && ' · '}
          <a href={href}>
            {label}
            <span class="ft-sr">: {about}</span>
          </a>
        </>
      ))}
    </>
  );
}

function Fetches({ t, model, feed }: Props & { feed: FeedRow }): VNode {
  if (feed.fetches.length === 0) return <>{t.feeds.never}</>;
  return (
    <ul class="ft-plain">
      {feed.fetches.map((fetch) => (
        <li>
          {fetchInWords(t, fetch, model)}
          {fetch.isSilent && <strong> – {t.feeds.silent}</strong>}
        </li>
      ))}
    </ul>
  );
}

function row(props: Props, feed: FeedRow) {
  const { t, model } = props;
  const name = feedName(t, feed, model.authorityName);
  const content = (
    <>
      {name}
      {feed.name && <span class="ft-meta"> {subjectName(t, feed, model.authorityName)}</span>}
    </>
  );
  const manage = <Manage t={t} feed={feed} about={name} />;
  return { cells: [content, optionsInWords(t, feed), inText(t, feed.createdOn), <Fetches {...props} feed={feed} />, manage] };
}

function Subscriptions(props: Props): VNode {
  const { t, model } = props;
  const columns = [t.feeds.content, t.feeds.how, t.feeds.made, t.feeds.fetched].map((label) => ({ label }));
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

function SubjectField({ t, model }: Props): VNode {
  const options = model.subjects.map(({ value, ...subject }) => ({ value, label: subjectName(t, subject, model.authorityName) }));
  const field = { t, name: 'scope', label: t.feeds.which, error: model.errors.scope, options };
  if (options.length > MOST_RADIOS) return <Select {...field} value={model.form.what} />;
  return <Choices {...field} values={[model.form.what]} type="radio" vertical />;
}

function CreateForm(props: Props): VNode {
  const { t, frame, model } = props;
  const { form, errors } = model;
  const isFirst = model.subscriptions.length === 0;
  const isOpen = Object.keys(errors).some((name) => name !== 'scope');
  return (
    <Panel id="new" title={isFirst ? t.feeds.first : t.feeds.another}>
      <form method="post" action={paths.calendar} class="ft-stack" novalidate>
        <CsrfField csrf={frame.csrf} />
        <SubjectField {...props} />
        <details class="ft-fold" open={isOpen}>
          <summary>{t.feeds.more}</summary>
          <div class="ft-stack">
            <FeedFields t={t} form={form} errors={errors} withOutcomes />
          </div>
        </details>
        <p class="ft-meta">
          {t.feeds.alarms} <a href={paths.reminders}>{t.feeds.toReminders}</a>
        </p>
        <div class="ft-actions">
          <SubmitButton label={t.feeds.create} rank={isFirst ? 'primary' : 'secondary'} />
        </div>
      </form>
    </Panel>
  );
}

export function feedsView(frame: Frame, model: FeedsModel): VNode {
  const t = texts(frame.locale);
  const props = { t, frame, model };
  return (
    <Page frame={frame} title={t.feeds.title} place="calendar" hasErrors={Object.keys(model.errors).length > 0}>
      <PageHeading title={t.feeds.title} lead={t.feeds.lead(model.authorityName)} />
      <div class="ft-cols">
        <div>
          {model.done && (
            <Notice kind="success" live>
              <p>{t.feeds.done[model.done]}</p>
            </Notice>
          )}
          <ErrorSummary t={t} errors={model.errors} labelOf={(name) => t.feeds.fields[name]} />
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
