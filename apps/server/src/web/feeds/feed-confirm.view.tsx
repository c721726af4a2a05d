import type { VNode } from 'preact';
import type { Frame } from '../frame/frame.model.js';
import { Page } from '../frame/layout.js';
import { paths } from '../frame/paths.js';
import { CsrfField, SubmitButton } from '../pieces/buttons.js';
import { PageHeading } from '../pieces/section.js';
import { texts } from '../texts/texts.js';
import { feedName } from './feed-words.js';
import type { FeedConfirmModel } from './feeds.model.js';

/** What a link leads to that would change something: asks first, its form acts. */
export function feedConfirmView(frame: Frame, model: FeedConfirmModel): VNode {
  const t = texts(frame.locale);
  const renew = model.action === 'renew';
  const title = renew ? t.feeds.confirmRenew : t.feeds.confirmRemove;
  return (
    <Page frame={frame} title={title} place="calendar" breadcrumb={[{ label: t.feeds.title, href: paths.calendar }, { label: title }]}>
      <PageHeading title={title} lead={feedName(t, model.feed, model.authorityName)} />
      <p>{renew ? t.feeds.confirmRenewText : t.feeds.confirmRemoveText}</p>
      <form class="ft-after" method="post" action={renew ? paths.feedRenewal(model.feed.id) : paths.feedRemoval(model.feed.id)}>
        <CsrfField csrf={frame.csrf} />
        <div class="ft-actions">
          <SubmitButton label={renew ? t.feeds.doRenew : t.feeds.doRemove} />
          <a href={paths.calendar}>{t.words.cancel}</a>
        </div>
      </form>
    </Page>
  );
}
