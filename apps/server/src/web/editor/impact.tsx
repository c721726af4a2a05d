import { tagName } from '@app/eligibility/tag-names.js';
import type { VNode } from 'preact';
import { Bar } from '../pieces/bar.js';
import { number } from '../pieces/day.js';
import { Notice } from '../pieces/notice.js';
import { outcome } from '../pieces/outcome.js';
import { Panel } from '../pieces/section.js';
import { Table } from '../pieces/table.js';
import { capital } from '../texts/capital.js';
import type { Texts } from '../texts/texts.js';
import { BoundRows } from './bound-rows.js';
import type { Impact, ImpactGroup } from './editor.model.js';
import { StateMap } from './state-map.js';

interface Props {
  t: Texts;
  impact: Impact;
}

const BESIDES = ['eligible_jointly', 'undetermined', 'ineligible'] as const;

function kindCell(t: Texts, { after, total }: ImpactGroup) {
  return (
    <>
      {t.impact.partOf(number(t, after.eligible), number(t, total))}
      {BESIDES.filter((value) => after[value] > 0).map((value) => (
        <>
          <br />
          <span class="ft-meta">
            {number(t, after[value])} {outcome(t, value, 'bare')}
          </span>
        </>
      ))}
    </>
  );
}

function kindName(t: Texts, id: string): string {
  return id === 'other' ? t.impact.otherKinds : tagName(id, t.locale, true);
}

function Counts({ t, impact }: Props): VNode {
  const rows = impact.kinds.map((kind) => ({ cells: [capital(kindName(t, kind.id), t.locale), kindCell(t, kind)] }));
  return (
    <>
      <p class="ft-big">
        <strong>{number(t, impact.counts.eligible)}</strong> {t.impact.ofTotal(number(t, impact.total))}
      </p>
      <Bar part={impact.counts.eligible} total={impact.total} />
      <Table caption={t.impact.perKind} rows={rows} numeric={[false, true]} dense class="ft-after" />
      <StateMap t={t} states={impact.states} />
      {impact.change && <p class="ft-meta ft-after">{changeText(t, impact.change)}</p>}
      {impact.deadline && (
        <p class="ft-after">
          {t.impact.deadline}: <strong>{impact.deadline.sentence}</strong>. <span class="ft-meta">{impact.deadline.notes.join(' ')}</span>
        </p>
      )}
    </>
  );
}

function Bounds({ t, impact }: Props): VNode | null {
  if (!impact.bounds || impact.bounds.length === 0) return null;
  return (
    <Panel id="bounds" title={t.impact.bounds}>
      {impact.bounds.map((bound) => (
        <>
          <h3 class="ft-bound-title">{bound.title}</h3>
          <BoundRows t={t} bound={bound} />
        </>
      ))}
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

function changeText(t: Texts, { gained, lost, unknown }: NonNullable<Impact['change']>): string {
  if (gained + lost + unknown === 0) return t.impact.noChange;
  return t.impact.gained({ gained: number(t, gained), lost: number(t, lost), unknown: number(t, unknown) });
}

/** What the draft does, beside the form; the panel is read aloud when it changes. */
export function ImpactPanels({ t, impact, isPublished }: { t: Texts; impact?: Impact; isPublished: boolean }): VNode {
  return (
    <>
      <Panel id="impact" title={isPublished ? t.impact.headingPublished : t.impact.heading} live>
        {impact ? <Counts t={t} impact={impact} /> : <p class="ft-meta">{t.impact.notYet}</p>}
      </Panel>
      {impact && <Bounds t={t} impact={impact} />}
      {impact && <Warnings t={t} impact={impact} />}
    </>
  );
}
