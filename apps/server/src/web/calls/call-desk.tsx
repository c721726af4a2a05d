import { stageName } from '@app/deadlines/words/names.js';
import type { VNode } from 'preact';
import type { Frame } from '../frame/frame.model.js';
import { paths } from '../frame/paths.js';
import { CsrfField, LinkButton, SubmitButton } from '../pieces/buttons.js';
import { inText } from '../pieces/day.js';
import { DeadlineChanges } from '../pieces/deadline-change.js';
import { Section } from '../pieces/section.js';
import { Table } from '../pieces/table.js';
import { TextField } from '../pieces/text-field.js';
import { type Texts, wordFor } from '../texts/texts.js';
import type { CallModel } from './call.model.js';

interface Props {
  t: Texts;
  frame: Frame;
  model: CallModel;
}

function Withdraw({ t, frame, model }: Props): VNode {
  return (
    <details class="ft-fold" open={model.withdrawalError !== undefined}>
      <summary>{t.call.withdraw}</summary>
      <form class="ft-stack ft-form" method="post" action={paths.withdraw(model.id)}>
        <CsrfField csrf={frame.csrf} />
        <input type="hidden" name="version" value={String(model.version)} />
        <TextField
          t={t}
          name="reason"
          label={t.call.withdrawWhy}
          hint={t.call.withdrawHint}
          value={model.withdrawalReason ?? ''}
          error={model.withdrawalError}
        />
        <SubmitButton label={t.call.withdraw} rank="secondary" />
      </form>
    </details>
  );
}

/** One link for each deadline: which one is said where there are several. */
function Amend({ t, model }: Props): VNode | null {
  const { amendable = [] } = model;
  if (!model.mayEdit || amendable.length === 0) return null;
  return (
    <ul class="ft-plain">
      {amendable.map(({ id, stage }) => (
        <li>
          <a href={paths.amendDeadline(model.id, id)}>{t.amendment.link(stageName(stage, t.locale))}</a>
        </li>
      ))}
    </ul>
  );
}

/** An editor finds them folded below the buttons; to others they are the section. */
function Versions({ t, model }: Props): VNode {
  const words = t.call.versionColumns;
  const rows = model.versions.map(({ version, change, on, reason, deadlines }) => ({
    cells: [
      version,
      <>
        {wordFor(t.call.changes, change)}
        {deadlines.length > 0 && <DeadlineChanges t={t} changes={deadlines} />}
      </>,
      inText(t, on),
      reason,
    ],
  }));
  const table = <Table caption={t.call.versions} stack columns={Object.values(words).map((label) => ({ label }))} rows={rows} />;
  if (!model.mayEdit) return table;
  return (
    <details class="ft-fold">
      <summary>
        {t.call.versions} ({model.versions.length})
      </summary>
      {table}
    </details>
  );
}

/** What has become of the call, and what an editor can do with it. */
export function CallDesk(props: Props): VNode | null {
  const { t, model } = props;
  if (!model.mayEdit && model.versions.length < 2) return null;
  return (
    <Section id="desk" class="ft-section ft-no-print" title={model.mayEdit ? t.frame.nav.editor : t.call.versions}>
      <div class="ft-stack ft-after">
        {model.mayEdit && (
          <div class="ft-actions">
            {model.state !== 'withdrawn' && <LinkButton label={t.call.edit} href={paths.editCall(model.id)} icon="edit" />}
            {model.state === 'draft' && <LinkButton label={t.call.review} href={paths.reviewCall(model.id)} rank="primary" />}
          </div>
        )}
        <Amend {...props} />
        {model.mayEdit && model.state === 'published' && <Withdraw {...props} />}
        {model.versions.length > 0 && <Versions {...props} />}
      </div>
    </Section>
  );
}
