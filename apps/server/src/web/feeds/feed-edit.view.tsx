import type { VNode } from 'preact';
import type { Frame } from '../frame/frame.model.js';
import { Page } from '../frame/layout.js';
import { paths } from '../frame/paths.js';
import { CsrfField, SubmitButton } from '../pieces/buttons.js';
import { ErrorSummary } from '../pieces/error-summary.js';
import { PageHeading } from '../pieces/section.js';
import { texts } from '../texts/texts.js';
import { FeedFields } from './feed-fields.js';
import { subjectName } from './feed-words.js';
import type { FeedEditModel } from './feeds.model.js';

/** Another name, language or other options, under the same address. */
export function feedEditView(frame: Frame, model: FeedEditModel): VNode {
  const t = texts(frame.locale);
  const { feed, form, errors } = model;
  const title = t.feeds.changeTitle;
  return (
    <Page
      frame={frame}
      title={title}
      place="calendar"
      hasErrors={Object.keys(errors).length > 0}
      breadcrumb={[{ label: t.feeds.title, href: paths.calendar }, { label: title }]}
    >
      <PageHeading title={title} lead={subjectName(t, feed, model.authorityName)} />
      <ErrorSummary t={t} errors={errors} labelOf={(name) => t.feeds.fields[name]} />
      <p>{t.feeds.changeMeans}</p>
      <form class="ft-after ft-stack ft-form" method="post" action={paths.feed(feed.id)} novalidate>
        <CsrfField csrf={frame.csrf} />
        <input type="hidden" name="version" value={String(feed.version)} />
        <FeedFields t={t} form={form} errors={errors} withOutcomes={feed.scope === 'eligible'} />
        <div class="ft-actions">
          <SubmitButton label={t.feeds.doChange} />
          <a href={paths.calendar}>{t.words.cancel}</a>
        </div>
      </form>
    </Page>
  );
}
