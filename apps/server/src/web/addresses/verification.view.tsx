import type { VNode } from 'preact';
import type { Frame } from '../frame/frame.model.js';
import { Page } from '../frame/layout.js';
import { paths } from '../frame/paths.js';
import { CsrfField, SubmitButton } from '../pieces/buttons.js';
import { PageHeading } from '../pieces/section.js';
import { texts } from '../texts/texts.js';
import type { VerificationModel } from './addresses.model.js';

/** Reading it changes nothing; the one button posts. */
export function verificationView(frame: Frame, { state, token, address = '' }: VerificationModel): VNode {
  const t = texts(frame.locale);
  const words = t.addresses.verification;
  const { title, lead } = { ask: words.ask, verified: words.verified, gone: words.gone }[state];
  return (
    <Page frame={frame} title={title}>
      <PageHeading title={title} lead={lead(address)} />
      <div class="ft-stack">
        {state === 'ask' && (
          <form method="post" action={paths.verification(token)}>
            <CsrfField csrf={frame.csrf} />
            <SubmitButton label={words.confirm} />
          </form>
        )}
        <p>
          <a href={paths.addresses}>{words.toAddresses}</a>
        </p>
      </div>
    </Page>
  );
}
