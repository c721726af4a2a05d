import type { VNode } from 'preact';
import type { Frame } from '../frame/frame.model.js';
import { Page } from '../frame/layout.js';
import { paths } from '../frame/paths.js';
import { CsrfField, SubmitButton } from '../pieces/buttons.js';
import { Notice } from '../pieces/notice.js';
import { PageHeading, Panel } from '../pieces/section.js';
import { TextField } from '../pieces/text-field.js';
import { type Texts, texts } from '../texts/texts.js';
import type { SignInModel } from './sign-in.model.js';

interface Props {
  t: Texts;
  frame: Frame;
  model: SignInModel;
}

function Hidden({ frame, model }: Props): VNode {
  return (
    <>
      <CsrfField csrf={frame.csrf} />
      {model.next && <input type="hidden" name="next" value={model.next} />}
    </>
  );
}

function SignInForm(props: Props): VNode {
  const { t, model } = props;
  return (
    <form class="ft-stack ft-form" method="post" action={paths.signIn}>
      <Hidden {...props} />
      <TextField t={t} name="email" label={t.signIn.email} value={model.email} type="email" autocomplete="username" required />
      <TextField t={t} name="password" label={t.signIn.password} value="" type="password" autocomplete="current-password" required />
      <div class="ft-actions">
        <SubmitButton label={t.signIn.submit} />
      </div>
    </form>
  );
}

function DemoLogins(props: Props): VNode {
  const { t, model } = props;
  return (
    <Panel id="demo" title={t.signIn.demo}>
      <p class="ft-meta">{t.signIn.demoWhy}</p>
      <ul class="ft-plain">
        {model.demoLogins?.map((login) => (
          <li class="ft-question">
            <p>
              <strong>{login.name}</strong> <span class="ft-meta">{login.what}</span>
            </p>
            <p class="ft-meta">
              {login.email} · {login.password}
            </p>
            <form method="post" action={paths.signIn}>
              <Hidden {...props} />
              <input type="hidden" name="email" value={login.email} />
              <input type="hidden" name="password" value={login.password} />
              <SubmitButton label={t.signIn.as(login.name)} rank="secondary" />
            </form>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

export function signInView(frame: Frame, model: SignInModel): VNode {
  const t = texts(frame.locale);
  const props = { t, frame, model };
  return (
    <Page frame={frame} title={t.signIn.title} hasErrors={model.error !== undefined}>
      <PageHeading title={t.signIn.title} lead={t.signIn.lead} />
      <div class="ft-cols">
        <div class="ft-stack">
          {model.error && (
            <Notice kind="danger" live>
              <p>
                <strong>{t.signIn.failed}</strong> {model.error}
              </p>
            </Notice>
          )}
          <SignInForm {...props} />
        </div>
        <div>
          {model.demoLogins && model.demoLogins.length > 0 && <DemoLogins {...props} />}
          <Panel id="without" title={t.signIn.withoutAccount}>
            <p>
              <a href={paths.calls}>{t.signIn.seeCalls}</a>
            </p>
          </Panel>
        </div>
      </div>
    </Page>
  );
}
