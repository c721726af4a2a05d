import { readDay } from '@app/deadlines/parse-day.js';
import { weekday } from '@app/kernel/words.js';
import type { VNode } from 'preact';
import { Check, Select } from '../pieces/choice-fields.js';
import { TextArea, TextField } from '../pieces/text-field.js';
import type { Texts } from '../texts/texts.js';
import { type DeadlineFieldsProps, fieldOfDeadline } from './deadline-field-props.js';
import type { DeadlineForm } from './deadline-form.js';

/** "TT.MM.JJJJ · Freitag": echoes the weekday, the quickest way to see a wrong date. */
function dayHint(t: Texts, entry: string): string {
  const day = readDay(entry);
  return day ? `${t.callForm.dayHint} · ${weekday(day, t.locale)}` : t.callForm.dayHint;
}

function DayField(props: DeadlineFieldsProps & { field: 'opens' | 'closes'; label: string; optional?: boolean }): VNode {
  const { t, deadline, field, label, optional } = props;
  const value = deadline[field];
  return (
    <TextField
      {...fieldOfDeadline(props)(field)}
      label={label}
      hint={dayHint(t, value)}
      value={value}
      inputMode="decimal"
      optional={optional}
    />
  );
}

function TimeField(props: DeadlineFieldsProps & { field: 'opensTime' | 'time'; label: string }): VNode {
  const { t, deadline, field, label } = props;
  return (
    <TextField
      {...fieldOfDeadline(props)(field)}
      label={label}
      hint={field === 'time' ? t.callForm.timeHint : undefined}
      value={deadline[field]}
      inputMode="numeric"
      short
      optional
    />
  );
}

function Opening(props: DeadlineFieldsProps): VNode {
  const isAll = props.deadline.kind === 'opening';
  return (
    <div class="ft-row ft-row--end">
      <DayField {...props} field="opens" label={props.t.callForm.opens} optional={!isAll} />
      <TimeField {...props} field="opensTime" label={props.t.callForm.opensTime} />
    </div>
  );
}

function Closing(props: DeadlineFieldsProps): VNode {
  const { t, deadline } = props;
  const isRolling = deadline.kind === 'rolling';
  return (
    <div class="ft-row ft-row--end">
      <DayField {...props} field="closes" label={isRolling ? t.callForm.until : t.callForm.closes} optional={isRolling} />
      <TimeField {...props} field="time" label={t.callForm.time} />
    </div>
  );
}

function Yearly(props: DeadlineFieldsProps): VNode {
  const { t, deadline } = props;
  const field = fieldOfDeadline(props);
  const words = t.callForm;
  return (
    <div class="ft-row">
      <TextArea {...field('monthDays')} label={words.monthDays} hint={words.monthDaysHint} value={deadline.monthDays} />
      <TextField
        {...field('opensMonthDay')}
        label={words.opensMonthDay}
        hint={words.opensMonthDayHint}
        value={deadline.opensMonthDay}
        short
        optional
      />
    </div>
  );
}

function Relative(props: DeadlineFieldsProps): VNode {
  const { t, deadline } = props;
  const field = fieldOfDeadline(props);
  const options = (labels: Record<string, string>) => Object.entries(labels).map(([value, label]) => ({ value, label }));
  return (
    <div class="ft-row ft-row--end">
      <TextField {...field('duration')} label={t.callForm.duration} value={deadline.duration} optional />
      <Select
        {...field('durationUnit')}
        label={t.callForm.durationUnit}
        value={deadline.durationUnit}
        options={options(t.callForm.durationUnits)}
      />
      <Select {...field('before')} label={t.callForm.before} value={deadline.before} options={options(t.callForm.befores)} />
    </div>
  );
}

function Exhaustion(props: DeadlineFieldsProps): VNode {
  const { t, deadline } = props;
  const field = fieldOfDeadline(props);
  return (
    <div class="ft-stack">
      <Check name={field('untilExhausted').name} label={t.callForm.untilExhausted} checked={deadline.untilExhausted} />
      <Check name={field('exhausted').name} label={t.callForm.exhausted} checked={deadline.exhausted} />
    </div>
  );
}

const PARTS: Record<DeadlineForm['kind'], readonly ((props: DeadlineFieldsProps) => VNode)[]> = {
  fixed: [Opening, Closing],
  cut_offs: [Opening, CutOffs],
  yearly: [Yearly],
  rolling: [Opening, Closing, Exhaustion],
  relative: [Relative],
  month: [Month],
  opening: [Opening],
  unannounced: [],
};

function CutOffs(props: DeadlineFieldsProps): VNode {
  const { t, deadline } = props;
  return (
    <TextArea
      {...fieldOfDeadline(props)('closings')}
      label={t.callForm.closings}
      hint={t.callForm.closingsHint}
      value={deadline.closings}
      rows={4}
    />
  );
}

function Month(props: DeadlineFieldsProps): VNode {
  const { t, deadline } = props;
  return (
    <TextField {...fieldOfDeadline(props)('month')} label={t.callForm.month} hint={t.callForm.monthHint} value={deadline.month} short />
  );
}

/** The fields that this kind of deadline has. */
export function ScheduleFields(props: DeadlineFieldsProps): VNode {
  return (
    <>
      {(PARTS[props.deadline.kind] ?? []).map((Part) => (
        <Part {...props} />
      ))}
    </>
  );
}
