import type { VNode } from 'preact';
import type { Frame } from '../frame/frame.model.js';
import { Page } from '../frame/layout.js';
import { paths } from '../frame/paths.js';
import { CsrfField, SubmitButton } from '../pieces/buttons.js';
import { PageHeading } from '../pieces/section.js';
import { type Texts, texts } from '../texts/texts.js';
import type { StopModel } from './reminders.model.js';

interface Content {
  title: string;
  lead: string;
  more?: string;
  action?: { do: string; label: string };
}

function content(t: Texts, model: StopModel): Content {
  const email = model.email ?? '';
  if (model.digest) return digestContent(t, model.state, email, model.digest);
  switch (model.state) {
    case 'ask':
      return { title: t.stop.title, lead: t.stop.ask(email), more: t.stop.askMeans, action: { do: 'stop', label: t.stop.stop } };
    case 'stopped':
      return {
        title: t.stop.stopped,
        lead: t.stop.stoppedMeans(email),
        more: t.stop.askMeans,
        action: { do: 'resume', label: t.stop.resume },
      };
    case 'resumed':
      return { title: t.stop.resumed, lead: t.stop.resumedMeans(email), action: { do: 'stop', label: t.stop.stop } };
    case 'gone':
      return { title: t.stop.gone, lead: t.stop.goneMeans };
  }
}

function digestContent(t: Texts, state: StopModel['state'], email: string, { name, isProfile }: NonNullable<StopModel['digest']>): Content {
  const words = t.stopDigest;
  const what = isProfile ? words.profile(name) : words.search(name);
  const stop = { do: 'stop', label: words.stop };
  switch (state) {
    case 'stopped':
      return {
        title: words.stopped,
        lead: words.stoppedMeans(what, email),
        more: words.others,
        action: { do: 'resume', label: words.resume },
      };
    case 'resumed':
      return { title: words.resumed, lead: words.resumedMeans(what, email), action: stop };
    default:
      return { title: words.title, lead: words.ask(what, email), more: words.others, action: stop };
  }
}

/** Reading it changes nothing (link scanners read everything); the one button posts. */
export function stopView(frame: Frame, model: StopModel): VNode {
  const t = texts(frame.locale);
  const { title, lead, more, action } = content(t, model);
  return (
    <Page frame={frame} title={title}>
      <PageHeading title={title} lead={lead} />
      <div class="ft-stack">
        {more && <p>{more}</p>}
        {action && (
          <form method="post" action={model.action}>
            <CsrfField csrf={frame.csrf} />
            <SubmitButton label={action.label} action={action.do} rank={model.state === 'ask' ? 'primary' : 'secondary'} />
          </form>
        )}
        <p>
          <a href={paths.reminders}>{t.stop.settings}</a>
        </p>
      </div>
    </Page>
  );
}
