import type { VNode } from 'preact';
import type { Frame } from '../frame/frame.model.js';
import { Page } from '../frame/layout.js';
import { paths } from '../frame/paths.js';
import { SubmitButton } from '../pieces/buttons.js';
import { number } from '../pieces/day.js';
import { EmptyState } from '../pieces/empty-state.js';
import { ErrorSummary } from '../pieces/error-summary.js';
import { outcome } from '../pieces/outcome.js';
import { PageHeading, Section } from '../pieces/section.js';
import { Table } from '../pieces/table.js';
import { TextArea } from '../pieces/text-field.js';
import { type Texts, texts } from '../texts/texts.js';
import type { MergerResult, MergerRow, MergersModel } from './mergers.model.js';

function Rows({ t, result, rows }: { t: Texts; result: MergerResult; rows: readonly MergerRow[] }): VNode {
  const columns = Object.values(t.mergers.columns).map((label) => ({ label }));
  const cells = ({ href, title, today, merged }: MergerRow) => [
    <a href={href}>{title}</a>,
    <ul class="ft-list">
      {today.map((each, at) => (
        <li>
          {result.names[at]}: {t.words.outcome[each]}
        </li>
      ))}
    </ul>,
    outcome(t, merged),
  ];
  return <Table columns={columns} rows={rows.map((row) => ({ cells: cells(row) }))} stack />;
}

function Result({ t, result }: { t: Texts; result: MergerResult }): VNode {
  const words = t.mergers;
  const names = new Intl.ListFormat(t.locale).format(result.names);
  return (
    <>
      <Section id="changed" title={words.changes} beside={<p class="ft-meta">{t.words.calls(result.changed.length)}</p>}>
        <p class="ft-after">
          {result.population === undefined ? words.togetherUnknown(names) : words.together(names, number(t, result.population))}
        </p>
        {result.changed.length > 0 ? <Rows t={t} result={result} rows={result.changed} /> : <EmptyState text={words.noChange} />}
        <p class="ft-after ft-meta">{words.unknownFacts}</p>
      </Section>
      {result.same.length > 0 && (
        <Section id="same" title={words.same} beside={<p class="ft-meta">{t.words.calls(result.same.length)}</p>}>
          <Rows t={t} result={result} rows={result.same} />
        </Section>
      )}
    </>
  );
}

/** Reads with GET: its address can be kept and passed on. */
export function mergersView(frame: Frame, model: MergersModel): VNode {
  const t = texts(frame.locale);
  const words = t.mergers;
  return (
    <Page
      frame={frame}
      title={words.title}
      place="authority"
      hasErrors={Object.keys(model.errors).length > 0}
      breadcrumb={[{ label: t.frame.nav.authority, href: paths.authority }, { label: words.title }]}
    >
      <ErrorSummary t={t} errors={model.errors} labelOf={() => words.with} />
      <PageHeading title={words.title} lead={words.lead(model.authorityName)} />
      <form class="ft-stack ft-form" method="get" action={paths.mergers}>
        <TextArea
          t={t}
          name="with"
          label={words.with}
          hint={t.callPartners.withHint}
          value={model.entered.join('\n')}
          error={model.errors.with}
          code
        />
        <SubmitButton label={words.submit} />
      </form>
      {model.result && <Result t={t} result={model.result} />}
      <p class="ft-section ft-meta">{t.call.funderText}</p>
    </Page>
  );
}
