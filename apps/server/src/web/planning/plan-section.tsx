import type { VNode } from 'preact';
import type { Frame } from '../frame/frame.model.js';
import { paths } from '../frame/paths.js';
import { CsrfField, SubmitButton } from '../pieces/buttons.js';
import { inFull, inList, inText } from '../pieces/day.js';
import { Notice } from '../pieces/notice.js';
import { Section } from '../pieces/section.js';
import { Table } from '../pieces/table.js';
import { TextField } from '../pieces/text-field.js';
import type { Texts } from '../texts/texts.js';
import type { CallPlanModel, MilestoneRow } from './plan.model.js';

interface Props {
  t: Texts;
  frame: Frame;
  callId: string;
  plan: CallPlanModel;
}

function Problems({ t, plan }: Props): VNode | null {
  if (plan.problems.length === 0 && !plan.missed) return null;
  return (
    <div class="ft-after">
      <Notice kind="warning">
        <p>
          <strong>{plan.problems.length > 0 ? t.planning.noSittingLeft : t.planning.missed}</strong>
        </p>
        {plan.problems.map((problem) => (
          <p>{problem}</p>
        ))}
      </Notice>
    </div>
  );
}

function Dates({ t, plan }: Props): VNode | null {
  const words = t.planning;
  if (!plan.closesOn) return <p class="ft-after">{words.planUndated}</p>;
  const rows = plan.rows.map(({ what, day, workingDay, passed }) => ({
    cells: [
      what,
      <>
        {day ? inFull(t, day) : words.noDayLeft}
        {passed && <strong> ({words.passed})</strong>}
        {workingDay && <span class="ft-meta"> ({words.workingDayBefore(inList(t, workingDay))})</span>}
      </>,
    ],
  }));
  const deadline = { cells: [<strong>{words.deadline}</strong>, <strong>{inFull(t, plan.closesOn)}</strong>] };
  const columns = [{ label: words.what }, { label: words.latest }];
  return <Table caption={words.plan} columns={columns} rows={[...rows, deadline]} stack class="ft-after" />;
}

function Take({ frame, callId, plan, action, label }: Props & { action: 'take' | 'move'; label: string }): VNode {
  return (
    <form class="ft-after ft-no-print" method="post" action={paths.callPlan(callId)}>
      <CsrfField csrf={frame.csrf} />
      <input type="hidden" name="key" value={plan.key} />
      <SubmitButton label={label} action={action} rank={action === 'move' ? 'primary' : 'secondary'} />
    </form>
  );
}

function Misfits(props: Props): VNode | null {
  const { t, plan } = props;
  const words = t.planning;
  if (plan.misfits.length === 0) return null;
  return (
    <div class="ft-after">
      <Notice kind="warning">
        <p>
          <strong>{words.misfit}</strong>
        </p>
        {plan.closedOnThen && plan.closesOn && <p>{words.misfitDeadline(inText(t, plan.closedOnThen), inText(t, plan.closesOn))}</p>}
        <ul class="ft-list">
          {plan.misfits.map(({ name, before, after }) => (
            <li>
              {name}: {words.beforeAfter(inList(t, before), after ? inList(t, after) : words.noDayLeft)}
            </li>
          ))}
        </ul>
        {plan.misfits.some(({ after }) => after) && <Take {...props} action="move" label={words.move} />}
      </Notice>
    </div>
  );
}

function Fields({ t, idFrom, name, day }: { t: Texts; idFrom: string; name: string; day: string }): VNode {
  return (
    <>
      <TextField t={t} name="name" idFrom={`${idFrom}-name`} label={t.planning.milestoneName} value={name} />
      <TextField t={t} name="day" idFrom={`${idFrom}-day`} label={t.planning.day} hint={t.planning.dayHint} value={day} short />
    </>
  );
}

function Steps({ t, frame, callId, plan, milestone }: Props & { milestone: MilestoneRow }): VNode {
  const words = t.planning;
  const head = (
    <>
      <CsrfField csrf={frame.csrf} />
      <input type="hidden" name="key" value={plan.key} />
      <input type="hidden" name="version" value={String(milestone.version)} />
    </>
  );
  const action = paths.callMilestone(callId, milestone.id);
  return (
    <div class="ft-no-print">
      <form method="post" action={action}>
        {head}
        <SubmitButton
          label={milestone.doneOn ? words.reopen : words.done}
          action={milestone.doneOn ? 'reopen' : 'done'}
          rank="tertiary"
          about={milestone.name}
        />
      </form>
      <details class="ft-fold">
        <summary>
          {words.edit}
          <span class="ft-sr">: {milestone.name}</span>
        </summary>
        <form class="ft-stack ft-form" method="post" action={action}>
          {head}
          <Fields t={t} idFrom={`m-${milestone.id}`} name={milestone.name} day={inText(t, milestone.day)} />
          <div class="ft-actions">
            <SubmitButton label={words.save} action="save" rank="secondary" />
            <SubmitButton label={words.remove} action="remove" rank="tertiary" about={milestone.name} />
          </div>
        </form>
      </details>
    </div>
  );
}

function Milestones(props: Props): VNode | null {
  const { t, plan } = props;
  const words = t.planning;
  if (plan.milestones.length === 0) return null;
  const rows = plan.milestones.map((milestone) => ({
    cells: [
      <>
        {milestone.name}
        {milestone.doneOn && <span class="ft-meta"> ({words.doneOn(inText(t, milestone.doneOn))})</span>}
      </>,
      <>
        {inFull(t, milestone.day)}
        {!milestone.doneOn && milestone.day < plan.today && <strong> ({words.passed})</strong>}
      </>,
      <Steps {...props} milestone={milestone} />,
    ],
  }));
  const columns = [{ label: words.what }, { label: words.day }, { label: words.edit, quiet: true }];
  return (
    <>
      <h3 class="ft-after" id="milestones">
        {words.milestones}
      </h3>
      <Table caption={words.milestones} columns={columns} rows={rows} stack class="ft-after" />
    </>
  );
}

function Add({ t, frame, callId, plan }: Props): VNode {
  return (
    <details class="ft-fold ft-after ft-no-print" open={plan.error === 'invalid'}>
      <summary>{t.planning.addMilestone}</summary>
      <form class="ft-stack ft-form" method="post" action={paths.callMilestones(callId)}>
        <CsrfField csrf={frame.csrf} />
        <input type="hidden" name="key" value={plan.key} />
        <Fields t={t} idFrom="m-new" name="" day="" />
        <SubmitButton label={t.planning.addMilestone} rank="secondary" />
      </form>
    </details>
  );
}

/** "Rückwärts geplant": the latest dates, what no longer fits, and the milestones. */
export function PlanSection(props: Props): VNode {
  const { t, plan } = props;
  const words = t.planning;
  return (
    <Section
      id="plan"
      title={words.plan}
      beside={
        <a class="ft-no-print" href={paths.sittings}>
          {words.adjust}
        </a>
      }
    >
      {plan.error && (
        <div class="ft-after">
          <Notice kind="danger" live>
            <p>{plan.error === 'stale' ? words.overtaken : words.invalidMilestone}</p>
          </Notice>
        </div>
      )}
      {plan.closesOn && <p class="ft-after">{words.planFor(inText(t, plan.closesOn), plan.name)}</p>}
      {plan.closesOn && plan.suggested && <p class="ft-meta">{words.planSuggested}</p>}
      <Problems {...props} />
      <Dates {...props} />
      {plan.canTake && <Take {...props} action="take" label={words.takeOver} />}
      <Misfits {...props} />
      <Milestones {...props} />
      <Add {...props} />
    </Section>
  );
}
