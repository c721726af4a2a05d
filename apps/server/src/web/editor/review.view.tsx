import { effectName, stageName } from '@app/deadlines/words/names.js';
import type { VNode } from 'preact';
import { CallMoney, CallPartners } from '../calls/call-sections.js';
import type { Frame } from '../frame/frame.model.js';
import { Page } from '../frame/layout.js';
import { paths } from '../frame/paths.js';
import { CsrfField, LinkButton, SubmitButton } from '../pieces/buttons.js';
import { inText } from '../pieces/day.js';
import { EmptyState } from '../pieces/empty-state.js';
import { ErrorSummary } from '../pieces/error-summary.js';
import { Facts, factOf } from '../pieces/facts.js';
import { Notice } from '../pieces/notice.js';
import { RuleTree } from '../pieces/rule-tree.js';
import { PageHeading, Section } from '../pieces/section.js';
import { TextField } from '../pieces/text-field.js';
import { type Texts, texts } from '../texts/texts.js';
import { BoundQuestions } from './bound-questions.js';
import type { ReviewModel } from './editor.model.js';
import { EditorSteps } from './editor-steps.js';
import { ImpactPanels } from './impact.js';

interface Props {
  t: Texts;
  frame: Frame;
  model: ReviewModel;
}

function Obstacles({ t, model }: Props): VNode | null {
  if (model.obstacles.length === 0) return null;
  return (
    <Notice kind="danger" live>
      <p>
        <strong>{t.review.notPublishable}</strong>
      </p>
      <ul class="ft-list">
        {model.obstacles.map((text) => (
          <li>{text}</li>
        ))}
      </ul>
    </Notice>
  );
}

function Sheet({ t, model }: Props): VNode {
  const { source } = model;
  const facts = [
    ...factOf(t.call.program, model.program),
    ...factOf(t.call.round, model.round),
    ...factOf(t.callForm.previous, model.previousRound),
    ...factOf(t.callForm.summary, model.summary),
    ...factOf(t.call.source, source?.url, source?.publishedOn && t.time.line.knownOn(inText(t, source.publishedOn))),
    ...factOf(t.call.winners, model.winners.join(', ')),
  ];
  return (
    <Section id="sheet" title={t.review.check}>
      <Facts facts={facts} />
    </Section>
  );
}

function Deadlines({ t, model }: Props): VNode {
  const facts = model.deadlines.map((deadline) => ({
    term: stageName(deadline.stage, t.locale),
    values: [deadline.sentence, <span class="ft-meta">{[`${effectName(deadline.effect, t.locale)}.`, ...deadline.notes].join(' ')}</span>],
  }));
  return (
    <Section id="deadlines" title={t.call.deadlines}>
      {facts.length > 0 ? <Facts facts={facts} /> : <p class="ft-after">{t.review.noDeadlines}</p>}
    </Section>
  );
}

/** What the product noticed, and what the editor says to it: stands in the audit trail. */
function Questions({ t, model }: Props): VNode {
  return (
    <fieldset class="ft-group">
      <legend>{t.review.questions}</legend>
      <p>{t.review.questionsLead}</p>
      {model.questions.map(({ code, path, text, note, severity }, at) => (
        <>
          <input type="hidden" name={`answers.${at}.code`} value={code} />
          <input type="hidden" name={`answers.${at}.path`} value={path} />
          <TextField
            t={t}
            name={`answers.${at}.note`}
            label={text}
            value={note}
            error={model.errors?.[`answers.${at}.note`]}
            optional={severity === 'info'}
          />
        </>
      ))}
    </fieldset>
  );
}

function Publish(props: Props): VNode {
  const { t, frame, model } = props;
  const isPast = model.deadlines.length > 0 && model.deadlines.every(({ status }) => status === 'closed');
  const back = <LinkButton label={t.review.backToForm} href={paths.editCall(model.id)} />;
  if (model.state !== 'draft' || model.obstacles.length > 0)
    return (
      <div class="ft-section ft-stack">
        {model.state !== 'draft' && <p>{t.review.alreadyPublished}</p>}
        <div class="ft-actions">{back}</div>
      </div>
    );
  return (
    <form class="ft-section ft-stack" method="post" action={paths.publication(model.id)}>
      <CsrfField csrf={frame.csrf} />
      <input type="hidden" name="version" value={String(model.version)} />
      {model.bounds.length > 0 && <BoundQuestions t={t} model={model} />}
      {model.questions.length > 0 && <Questions {...props} />}
      <p>{t.review.publishMeans}</p>
      {isPast && <p class="ft-meta">{t.review.past}</p>}
      <div class="ft-actions">
        <SubmitButton label={t.review.publish} />
        {back}
      </div>
    </form>
  );
}

function labelOf(t: Texts, { bounds }: ReviewModel, name: string): string {
  const [list, at] = name.split('.');
  return list === 'bounds' ? (bounds[Number(at)]?.title ?? '') : t.review.answer(Number(at) + 1);
}

/** What is asked in the form, or said as an obstacle, is not said twice. */
function quieter({ impact, questions, bounds, obstacles }: ReviewModel): ReviewModel['impact'] {
  const isSaid = ({ severity }: { severity: string }) =>
    (severity === 'danger' && obstacles.length > 0) || (severity !== 'danger' && questions.length > 0);
  return (
    impact && {
      ...impact,
      bounds: bounds.length > 0 ? [] : impact.bounds,
      warnings: impact.warnings.filter((warning) => !isSaid(warning)),
    }
  );
}

export function reviewView(frame: Frame, model: ReviewModel): VNode {
  const t = texts(frame.locale);
  const props = { t, frame, model };
  const hasRule = model.rule.text !== undefined || (model.rule.children?.length ?? 0) > 0;
  return (
    <Page
      frame={frame}
      title={`${t.review.title}: ${model.title}`}
      place="editor"
      hasErrors={model.obstacles.length > 0 || model.changed !== undefined || model.errors !== undefined}
      breadcrumb={[{ label: t.editor.title, href: paths.editor }, { label: model.title }]}
    >
      <PageHeading title={t.review.title} lead={`${model.title}, ${t.words.state[model.state]}`} />
      <EditorSteps t={t} programId={model.programId} callId={model.id} step="review" />
      <div class="ft-section ft-cols">
        <div>
          {model.changed && (
            <Notice kind="warning" live>
              <p>{model.changed}</p>
            </Notice>
          )}
          {model.errors && <ErrorSummary t={t} errors={model.errors} labelOf={(name) => labelOf(t, model, name)} />}
          <Obstacles {...props} />
          <Sheet {...props} />
          <Section id="rule" title={t.call.rule}>
            {hasRule ? <RuleTree t={t} node={model.rule} /> : <EmptyState text={t.review.noRule} />}
          </Section>
          <Deadlines {...props} />
          <CallMoney t={t} model={model} />
          <div class="ft-section">
            <CallPartners t={t} model={model} />
          </div>
          <Publish {...props} />
        </div>
        <div class="ft-sticky">
          <ImpactPanels t={t} impact={quieter(model)} isPublished={model.state === 'published'} />
        </div>
      </div>
    </Page>
  );
}
