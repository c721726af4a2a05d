import type { VNode } from 'preact';
import type { Frame } from '../frame/frame.model.js';
import { paths } from '../frame/paths.js';
import { CsrfField, SubmitButton } from '../pieces/buttons.js';
import { Check } from '../pieces/choice-fields.js';
import type { Texts } from '../texts/texts.js';
import type { RemindersModel } from './reminders.model.js';

/** Whether dates come along with reminders as a file: for those who do not subscribe to the calendar. */
export function DatesForm({ t, frame, model }: { t: Texts; frame: Frame; model: RemindersModel }): VNode {
  const words = t.letterDates;
  const { attachesDates, version } = model.letterOptions;
  return (
    <form class="ft-stack ft-after" method="post" action={paths.letterOptions}>
      <CsrfField csrf={frame.csrf} />
      <input type="hidden" name="version" value={String(version)} />
      <Check name="dates" label={words.label} checked={attachesDates} />
      <div class="ft-actions">
        <SubmitButton label={words.save} rank="secondary" />
      </div>
    </form>
  );
}
