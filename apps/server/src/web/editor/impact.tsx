import { tagName } from '@app/eligibility/tag-names.js';
import { territoryName } from '@app/eligibility/territory-names.js';
import type { VNode } from 'preact';
import { Bar } from '../pieces/bar.js';
import { number } from '../pieces/day.js';
import { Notice } from '../pieces/notice.js';
import { outcome } from '../pieces/outcome.js';
import { Panel } from '../pieces/section.js';
import { Table } from '../pieces/table.js';
import { verdict } from '../pieces/verdict.js';
import { capital } from '../texts/capital.js';
import type { Texts } from '../texts/texts.js';
import type { Impact } from './editor.model.js';

interface Props {
  t: Texts;
  impact: Impact;
}

function kindCell({ t }: { t: Texts }, kind: Impact['kinds'][number]) {
  const { eligible, jointly, undetermined, total } = kind;
  return (
    <>
      {t.impact.partOf(number(t, eligible), number(t, total))}
      {jointly > 0 && (
        <>
          <br />
          <span class="ft-meta">
            {number(t, jointly)} {outcome(t, 'eligible_jointly', 'bare')}
          </span>
        </>
      )}
      {undetermined > 0 && (
        <>
          <br />
          <span class="ft-meta">
            {number(t, undetermined)} {outcome(t, 'undetermined', 'bare')}
          </span>
        </>
      )}
    </>
  );
}

function Counts({ t, impact }: Props): VNode {
  const rows = impact.kinds.map((kind) => ({ cells: [capital(tagName(kind.type, t.locale, true), t.locale), kindCell({ t }, kind)] }));
  return (
    <>
      <p class="ft-big">
        <strong>{number(t, impact.eligible)}</strong> {t.impact.ofTotal(number(t, impact.total))}
      </p>
      <Bar part={impact.eligible} total={impact.total} />
      <Table caption={t.impact.perKind} rows={rows} numeric={[false, true]} dense class="ft-after" />
      <States t={t} impact={impact} />
      {impact.change && <p class="ft-meta ft-after">{t.impact.gained(number(t, impact.change.gained), number(t, impact.change.lost))}</p>}
      {impact.deadline && (
        <p class="ft-after">
          {t.impact.deadline}: <strong>{impact.deadline.sentence}</strong>. <span class="ft-meta">{impact.deadline.notes.join(' ')}</span>
        </p>
      )}
    </>
  );
}

function Boundary({ t, impact }: Props): VNode | null {
  if (!impact.boundary || impact.boundary.length === 0) return null;
  const words = { met: t.words.yes, unmet: t.words.no, unknown: t.words.unknown };
  const rows = impact.boundary.map((example) => ({ cells: [example.label, verdict(t, example.verdict, words[example.verdict])] }));
  return (
    <Panel id="boundary" title={t.impact.boundary}>
      <Table caption={t.impact.boundaryCaption} rows={rows} dense />
    </Panel>
  );
}

function Warnings({ t, impact }: Props): VNode | null {
  if (impact.warnings.length === 0) return null;
  return (
    <Panel id="warnings" title={t.impact.check}>
      <div class="ft-stack">
        {impact.warnings.map(({ text, severity }) => (
          <Notice kind={severity}>
            <p>{text}</p>
          </Notice>
        ))}
      </div>
    </Panel>
  );
}

function States({ t, impact }: Props): VNode | null {
  if (impact.states.length === 0) return null;
  const rows = impact.states.map(({ id, eligible, total }) => ({
    cells: [territoryName(id, t.locale), t.impact.partOf(number(t, eligible), number(t, total))],
  }));
  return (
    <details class="ft-fold ft-after">
      <summary>{t.impact.perState}</summary>
      <Table caption={t.impact.perState} rows={rows} numeric={[false, true]} dense />
    </details>
  );
}

/** What the draft does, beside the form; the panel is read aloud when it changes. */
export function ImpactPanels({ t, impact, isPublished }: { t: Texts; impact?: Impact; isPublished: boolean }): VNode {
  return (
    <>
      <Panel id="impact" title={isPublished ? t.impact.headingPublished : t.impact.heading} live>
        {impact ? <Counts t={t} impact={impact} /> : <p class="ft-meta">{t.impact.notYet}</p>}
      </Panel>
      {impact && <Boundary t={t} impact={impact} />}
      {impact && <Warnings t={t} impact={impact} />}
    </>
  );
}
