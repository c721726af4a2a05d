import type { VNode } from 'preact';
import type { CallFilter } from '../calls/call-filter.js';
import type { Frame } from '../frame/frame.model.js';
import { paths } from '../frame/paths.js';
import { CsrfField, SubmitButton } from '../pieces/buttons.js';
import { Check } from '../pieces/choice-fields.js';
import { TextField } from '../pieces/text-field.js';
import type { Texts } from '../texts/texts.js';

/** Below the filters of the list: keeps them under a name. For staff only. */
export function SaveSearchForm({ t, frame, filter }: { t: Texts; frame: Frame; filter: CallFilter }): VNode | null {
  if (!frame.person || !frame.authority) return null;
  const words = t.tracking.save;
  const { query, status, state, outcome } = filter;
  return (
    <details class="ft-fold ft-no-print">
      <summary>{words.title}</summary>
      <form class="ft-stack ft-form" method="post" action={paths.searches}>
        <CsrfField csrf={frame.csrf} />
        {Object.entries({ query, status, state, outcome: outcome ?? '' }).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <TextField t={t} name="name" idFrom="search-name" label={words.name} hint={words.notKept} value={query} maxLength={100} />
        <Check name="digest" label={t.tracking.digest} checked={false} />
        <div class="ft-actions">
          <SubmitButton label={words.submit} rank="secondary" />
        </div>
      </form>
    </details>
  );
}
