import { LEAD_UNITS } from '@app/deadlines/leads.js';
import type { VNode } from 'preact';
import type { Frame } from '../frame/frame.model.js';
import { CsrfField, SubmitButton } from '../pieces/buttons.js';
import { Select } from '../pieces/choice-fields.js';
import { Notice } from '../pieces/notice.js';
import { TextField } from '../pieces/text-field.js';
import type { Texts } from '../texts/texts.js';
import type { LeadsModel } from './leads.model.js';

interface Props {
  t: Texts;
  frame: Frame;
  /** Where the form goes. */
  action: string;
  model: LeadsModel;
}

/** What became of the step that brought the reader here. */
const STEPS = ['saved', 'wrong', 'changed'] as const;

function stepOf(frame: Frame): (typeof STEPS)[number] | undefined {
  const step = new URL(frame.path, 'http://here.invalid').searchParams.get('leads');
  return STEPS.find((each) => each === step);
}

/** How long before a closing the reader hears of it here, and the form that says otherwise: a folded piece of a page. */
export function LeadsPanel({ t, frame, action, model }: Props): VNode {
  const words = t.reminders.here;
  const { place, leads, unit, from, version } = model;
  const step = stepOf(frame);
  const isOwn = from === place;
  return (
    <div class="ft-after ft-no-print" id="leads">
      {step && (
        <Notice kind={step === 'saved' ? 'success' : 'warning'} live>
          <p>{words.steps[step]}</p>
        </Notice>
      )}
      <p class="ft-meta">{words.now(leads, unit, words.from[from])}</p>
      <details class="ft-fold" open={step === 'wrong'}>
        <summary>{words.otherwise[place]}</summary>
        <form class="ft-stack ft-form" method="post" action={action}>
          <CsrfField csrf={frame.csrf} />
          {version > 0 && <input type="hidden" name="version" value={String(version)} />}
          <TextField
            t={t}
            name="leads"
            idFrom="leads-here"
            label={words.days}
            hint={words.daysHint}
            value={leads.join(', ')}
            maxLength={200}
            optional
          />
          <Select
            t={t}
            name="unit"
            idFrom="unit-here"
            label={t.reminders.unit}
            value={unit}
            options={LEAD_UNITS.map((value) => ({ value, label: t.reminders.units[value] }))}
          />
          <div class="ft-actions">
            <SubmitButton label={words.save} rank="secondary" action="save" />
            {isOwn && <SubmitButton label={words.inherit} rank="secondary" action="inherit" />}
          </div>
        </form>
      </details>
    </div>
  );
}
