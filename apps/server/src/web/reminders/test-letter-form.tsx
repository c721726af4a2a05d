import type { VNode } from 'preact';
import type { Frame } from '../frame/frame.model.js';
import { paths } from '../frame/paths.js';
import { CsrfField, SubmitButton } from '../pieces/buttons.js';
import { momentInText } from '../pieces/day.js';
import { Notice } from '../pieces/notice.js';
import type { Texts } from '../texts/texts.js';
import type { RemindersModel } from './reminders.model.js';

interface Props {
  t: Texts;
  frame: Frame;
  model: RemindersModel;
}

/** What became of the test letter that was asked for. */
function Outcome({ t, frame, model }: Props): VNode | null {
  const words = t.reminders.test;
  const { test, zone, today } = model;
  if (!test) return null;
  if (test === 'later') return <Notice kind="warning">{words.later}</Notice>;
  const { state, response = '', triedAt } = test;
  if (state === 'waiting') {
    return (
      <Notice kind="info" live>
        <p>{response ? words.refusedForNow(response) : words.waiting}</p>
        <p>
          <a href={frame.path}>{words.lookAgain}</a>
        </p>
      </Notice>
    );
  }
  const when = triedAt ? momentInText(t, triedAt, zone, today) : '';
  return (
    <Notice kind={state === 'sent' ? 'success' : 'danger'} live>
      <p class="ft-wrap-anywhere">{state === 'sent' ? words.sent(when, response) : words.failed(when, response)}</p>
    </Notice>
  );
}

/** The button, and above it what became of the last click. */
export function TestLetterForm(props: Props): VNode {
  const { t, frame } = props;
  return (
    <div class="ft-stack ft-after">
      <Outcome {...props} />
      <form method="post" action={paths.testLetter}>
        <CsrfField csrf={frame.csrf} />
        <SubmitButton label={t.reminders.test.send} rank="secondary" />
      </form>
    </div>
  );
}
