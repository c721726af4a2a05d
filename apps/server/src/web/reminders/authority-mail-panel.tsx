import type { VNode } from 'preact';
import type { Frame } from '../frame/frame.model.js';
import { paths } from '../frame/paths.js';
import { CsrfField, SubmitButton } from '../pieces/buttons.js';
import { Check } from '../pieces/choice-fields.js';
import { Panel } from '../pieces/section.js';
import type { Texts } from '../texts/texts.js';
import type { RemindersModel } from './reminders.model.js';

/** Mails about calls that nobody of the authority has taken up: one switch for all who work there. */
export function AuthorityMailPanel({ t, frame, model }: { t: Texts; frame: Frame; model: RemindersModel }): VNode {
  const words = t.authorityMail;
  const { tellsUnheard, version } = model.authorityMail;
  return (
    <Panel id="authority-mail" title={words.title}>
      <form class="ft-stack" method="post" action={paths.authorityMail}>
        <CsrfField csrf={frame.csrf} />
        <input type="hidden" name="version" value={String(version)} />
        <Check name="unheard" label={words.label} checked={tellsUnheard} />
        <div class="ft-actions">
          <SubmitButton label={words.save} rank="secondary" />
        </div>
      </form>
      <p class="ft-meta ft-after">{words.means(model.authorityName)}</p>
    </Panel>
  );
}
