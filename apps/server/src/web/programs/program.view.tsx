import type { VNode } from 'preact';
import { CallPartners } from '../calls/call-sections.js';
import type { Frame } from '../frame/frame.model.js';
import { Page } from '../frame/layout.js';
import { paths } from '../frame/paths.js';
import { LinkButton } from '../pieces/buttons.js';
import { EmptyState } from '../pieces/empty-state.js';
import { ExpectedRounds } from '../pieces/expected-rounds.js';
import { Facts, factOf } from '../pieces/facts.js';
import { Results } from '../pieces/result-row.js';
import { hostOf } from '../pieces/rule-tree.js';
import { PageHeading, Section } from '../pieces/section.js';
import { type Texts, texts } from '../texts/texts.js';
import type { ProgramModel } from './program.model.js';

function About({ t, model }: { t: Texts; model: ProgramModel }): VNode | null {
  const { guidelineUrl } = model;
  const guideline = guidelineUrl && (
    <a class="ft-print-url" href={guidelineUrl} rel="external noopener">
      {hostOf(guidelineUrl)}
    </a>
  );
  const facts = [
    ...factOf(t.programs.level, model.level),
    ...factOf(t.programs.topics, model.topics.join(', ')),
    ...factOf(t.programs.guideline, guideline),
  ];
  if (facts.length === 0) return null;
  return (
    <Section id="about" class="" title={t.programs.about}>
      <Facts facts={facts} stacked />
    </Section>
  );
}

export function programView(frame: Frame, model: ProgramModel): VNode {
  const t = texts(frame.locale);
  return (
    <Page
      frame={frame}
      title={model.title}
      place="calls"
      breadcrumb={[{ label: t.calls.title, href: paths.calls }, { label: model.title }]}
    >
      <PageHeading title={model.title} lead={model.summary}>
        {model.mayEdit && <LinkButton label={t.call.edit} href={paths.program(model.id)} />}
      </PageHeading>
      <ExpectedRounds t={t} expected={model.expected} />
      <Section id="rounds" title={t.programs.rounds}>
        {model.rounds.length > 0 ? <Results t={t} rows={model.rounds} /> : <EmptyState text={t.programs.none} />}
      </Section>
      <div class="ft-section ft-cols ft-cols--even">
        {model.partners.length > 0 && <CallPartners t={t} model={model} />}
        <About t={t} model={model} />
      </div>
    </Page>
  );
}
