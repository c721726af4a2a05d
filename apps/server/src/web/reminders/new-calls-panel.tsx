import type { VNode } from 'preact';
import type { Frame } from '../frame/frame.model.js';
import { paths } from '../frame/paths.js';
import { CsrfField, SubmitButton } from '../pieces/buttons.js';
import { Select } from '../pieces/choice-fields.js';
import { Panel } from '../pieces/section.js';
import type { Texts } from '../texts/texts.js';
import type { RemindersModel } from './reminders.model.js';

/** Mails about new calls that fit the authority: off, daily or weekly. */
export function NewCallsPanel({ t, frame, model }: { t: Texts; frame: Frame; model: RemindersModel }): VNode {
  const words = t.newCalls;
  const { digest, version } = model.newCalls;
  const options = Object.entries(words.digests).map(([value, label]) => ({ value, label }));
  return (
    <Panel id="new-calls" title={words.title}>
      <form class="ft-stack" method="post" action={paths.newCalls}>
        <CsrfField csrf={frame.csrf} />
        <input type="hidden" name="version" value={String(version)} />
        <Select t={t} name="digest" label={words.label(model.authorityName)} value={digest} options={options} />
        <div class="ft-actions">
          <SubmitButton label={words.save} rank="secondary" />
        </div>
      </form>
      <p class="ft-meta ft-after">{words.means}</p>
    </Panel>
  );
}
