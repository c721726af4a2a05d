import type { VNode } from 'preact';
import type { Frame } from '../frame/frame.model.js';
import { Page } from '../frame/layout.js';
import { paths } from '../frame/paths.js';
import { inText } from '../pieces/day.js';
import { ExpectedRounds } from '../pieces/expected-rounds.js';
import { FunderText } from '../pieces/funder-text.js';
import { Notice } from '../pieces/notice.js';
import { RuleTree } from '../pieces/rule-tree.js';
import { PageHeading, Section } from '../pieces/section.js';
import { PlanSection } from '../planning/plan-section.js';
import { type Texts, texts } from '../texts/texts.js';
import type { CallModel } from './call.model.js';
import { CallAside } from './call-aside.js';
import { CallDeadlines } from './call-deadlines.js';
import { CallDesk } from './call-desk.js';
import { CallMatches } from './call-matches.js';
import { CallMoney, CallPartners, CallRounds } from './call-sections.js';

function StateNotice({ t, model }: { t: Texts; model: CallModel }): VNode | null {
  if (model.state === 'draft')
    return (
      <Notice kind="warning">
        <p>{t.call.draftNotice}</p>
      </Notice>
    );
  if (model.state !== 'withdrawn') return null;
  return (
    <Notice kind="danger">
      <p>
        <strong>{model.withdrawal ? t.call.withdrawnNotice(inText(t, model.withdrawal.on)) : t.words.state.withdrawn}</strong>
      </p>
      {model.withdrawal?.reason && <p>{t.call.withdrawnBecause(model.withdrawal.reason)}</p>}
    </Notice>
  );
}

function ruleTitle(t: Texts, model: CallModel): string {
  if (!model.forAuthority) return t.call.rule;
  return model.forAuthority.outcome === 'eligible' ? t.call.ruleForUs : t.call.ruleNotForUs;
}

function PartnersLink({ t, frame, model }: { t: Texts; frame: Frame; model: CallModel }): VNode | null {
  if (!model.allowsJoining || !frame.person) return null;
  return (
    <a class="ft-no-print" href={paths.callPartners(model.id)}>
      {t.callPartners.link}
    </a>
  );
}

export function callView(frame: Frame, model: CallModel): VNode {
  const t = texts(frame.locale);
  const props = { t, frame, model };
  return (
    <Page
      frame={frame}
      title={model.title}
      place="calls"
      hasErrors={model.withdrawalError !== undefined}
      structured={model.structured}
      breadcrumb={[
        { label: t.calls.title, href: paths.calls },
        { label: model.program.title, href: paths.programRounds(model.program.id) },
        { label: model.round },
      ]}
    >
      <PageHeading title={model.title} lead={model.summary} />
      <div class="ft-stack ft-notices">
        <StateNotice t={t} model={model} />
      </div>
      <div class="ft-cols ft-cols--call">
        <CallAside {...props} />
        <div>
          <CallDeadlines t={t} model={model} />
          <ExpectedRounds t={t} expected={model.expected ?? []} />
          {model.plan && <PlanSection t={t} frame={frame} callId={model.id} plan={model.plan} />}
          <Section id="rule" title={ruleTitle(t, model)} beside={<PartnersLink {...props} />}>
            <RuleTree t={t} node={model.rule} />
          </Section>
          <CallMoney t={t} model={model} />
          <div class="ft-section ft-cols ft-cols--even">
            <CallPartners t={t} model={model} />
            <CallRounds {...props} />
          </div>
          <CallMatches t={t} model={model} />
          <CallDesk {...props} />
        </div>
      </div>
      <p class="ft-section ft-meta">
        <span class="ft-print-only">{t.call.printed(inText(t, model.today), frame.authority?.name ?? '')}</span>{' '}
        <FunderText t={t} url={model.textUrl} />
      </p>
    </Page>
  );
}
