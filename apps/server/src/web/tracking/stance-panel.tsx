import { DISMISSAL_REASONS, LONGEST_NOTE } from '@app/tracking/stance.js';
import type { VNode } from 'preact';
import type { Frame } from '../frame/frame.model.js';
import { paths } from '../frame/paths.js';
import { CsrfField, SubmitButton } from '../pieces/buttons.js';
import { Select } from '../pieces/choice-fields.js';
import { inText } from '../pieces/day.js';
import { Notice } from '../pieces/notice.js';
import { TextField } from '../pieces/text-field.js';
import type { Texts } from '../texts/texts.js';
import type { StanceModel } from './stance.model.js';

interface Props {
  t: Texts;
  frame: Frame;
  callId: string;
  stance: StanceModel;
}

/** The step that brought the reader here had been overtaken. */
function wasOvertaken(frame: Frame): boolean {
  return new URL(frame.path, 'http://here.invalid').searchParams.get('stance') === 'changed';
}

function Decided({ t, stance: { own, colleagues } }: Props): VNode | null {
  if (!own && colleagues.length === 0) return null;
  const words = t.tracking;
  return (
    <ul class="ft-list ft-meta">
      {own && (
        <li>
          {own.kind === 'followed'
            ? words.followedSince(inText(t, own.since))
            : words.dismissedSince(inText(t, own.since), words.reasons[own.reason ?? 'other'])}{' '}
          {own.note}
        </li>
      )}
      {colleagues.map(({ name, kind, reason, note }) => (
        <li>
          {kind === 'followed' ? words.byColleague.followed(name) : words.byColleague.dismissed(name, words.reasons[reason ?? 'other'])}{' '}
          {note}
        </li>
      ))}
    </ul>
  );
}

function Hidden({ frame, stance }: Props): VNode {
  return (
    <>
      <CsrfField csrf={frame.csrf} />
      {stance.own && <input type="hidden" name="version" value={String(stance.own.version)} />}
    </>
  );
}

function Dismiss(props: Props): VNode {
  const { t, callId } = props;
  const words = t.tracking;
  const reasons = DISMISSAL_REASONS.map((value) => ({ value, label: words.reasons[value] }));
  return (
    <details class="ft-fold">
      <summary>{words.dismiss}</summary>
      <form class="ft-stack ft-form" method="post" action={paths.stance(callId)}>
        <Hidden {...props} />
        <Select t={t} name="reason" label={words.dismissWhy} hint={words.dismissHint} value="not_relevant" options={reasons} />
        <TextField t={t} name="note" label={words.note} hint={words.noteHint} value="" optional maxLength={LONGEST_NOTE} />
        <SubmitButton label={words.dismiss} rank="secondary" action="dismiss" />
      </form>
    </details>
  );
}

/** The buttons by which a call goes to the watch list or is put aside, and what was decided so far. */
export function StancePanel(props: Props): VNode {
  const { t, callId, stance } = props;
  const words = t.tracking;
  const step = { followed: ['unfollow', words.unfollow], dismissed: ['undo', words.undoDismiss] } as const;
  const [action, label] = stance.own ? step[stance.own.kind] : (['follow', words.follow] as const);
  return (
    <div class="ft-after ft-no-print" id="stance">
      {wasOvertaken(props.frame) && (
        <Notice kind="info" live>
          <p>{words.changedMeanwhile}</p>
        </Notice>
      )}
      <Decided {...props} />
      <form class="ft-actions" method="post" action={paths.stance(callId)}>
        <Hidden {...props} />
        <SubmitButton label={label} rank={stance.own ? 'secondary' : 'primary'} action={action} />
      </form>
      {stance.own?.kind !== 'dismissed' && <Dismiss {...props} />}
    </div>
  );
}
