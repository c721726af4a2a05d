import type { VNode } from 'preact';
import type { Frame } from '../frame/frame.model.js';
import { factDayFieldId, factFieldId, factId, paths } from '../frame/paths.js';
import { CsrfField, SubmitButton } from '../pieces/buttons.js';
import { Select } from '../pieces/choice-fields.js';
import { inText, number } from '../pieces/day.js';
import { Section } from '../pieces/section.js';
import { Table } from '../pieces/table.js';
import { TextField } from '../pieces/text-field.js';
import { verdict } from '../pieces/verdict.js';
import { WhereToFind } from '../pieces/where-to-find.js';
import type { Texts } from '../texts/texts.js';
import type { AuthorityModel, FactRow } from './authority.model.js';

interface Props {
  t: Texts;
  frame: Frame;
  model: AuthorityModel;
}

function shownValue(t: Texts, value: FactRow['value']): VNode | string {
  if (value === undefined) return verdict(t, 'unknown', t.words.unknown);
  if (typeof value === 'boolean') return value ? t.words.yes : t.words.no;
  return typeof value === 'number' ? number(t, value) : value;
}

/** The form's ids carry the fact's own id: several of these forms stand on one page. */
function EnterFact({ t, frame, model, fact }: Props & { fact: FactRow }): VNode {
  const idFrom = factFieldId(fact.name);
  const hint = fact.asked && t.authority.asked(fact.asked.join(', '));
  const field = { t, name: 'value', idFrom, label: t.authority.value, hint, error: model.errors[idFrom] };
  const entered = fact.entered?.value ?? (fact.value === undefined ? '' : String(fact.value));
  const yesOrNo = [
    { value: 'true', label: t.words.yes },
    { value: 'false', label: t.words.no },
    { value: '', label: t.words.unknown },
  ];
  return (
    <details class="ft-fold" open={fact.entered !== undefined}>
      <summary>
        {fact.value === undefined ? t.authority.add : t.authority.alter}
        <span class="ft-sr">: {fact.label}</span>
      </summary>
      <form class="ft-stack" method="post" action={paths.authorityFacts}>
        <CsrfField csrf={frame.csrf} />
        <input type="hidden" name="key" value={model.key} />
        <input type="hidden" name="name" value={fact.name} />
        {fact.version !== undefined && <input type="hidden" name="version" value={fact.version} />}
        {fact.type === 'boolean' ? (
          <Select {...field} value={entered} options={yesOrNo} />
        ) : (
          <TextField {...field} value={entered} inputMode={fact.type === 'number' ? 'numeric' : undefined} />
        )}
        <TextField
          t={t}
          name="asOf"
          idFrom={factDayFieldId(fact.name)}
          label={t.authority.asOfEntry}
          hint={t.authority.asOfHint}
          value={fact.entered?.asOf ?? ''}
          error={model.errors[factDayFieldId(fact.name)]}
          inputMode="decimal"
          optional
        />
        <TextField
          t={t}
          name="source"
          idFrom={`source-${factId(fact.name)}`}
          label={t.authority.source}
          value={fact.entered?.source ?? fact.source ?? ''}
          optional
        />
        <SubmitButton label={t.authority.save} rank="secondary" about={fact.label} />
      </form>
    </details>
  );
}

function registerRows(t: Texts, model: AuthorityModel) {
  const asOf = model.registerAsOf && inText(t, model.registerAsOf);
  const row = (label: string, value: string, day: string | undefined, source: string) => ({
    cells: [label, value, day, source, undefined],
  });
  const { population } = model;
  return [
    row(t.authority.officialName, model.officialName, asOf, t.authority.register),
    row(t.authority.key, model.key, asOf, t.authority.register),
    row(t.authority.kind, model.kind, asOf, t.authority.register),
    ...(population ? [row(t.authority.population, number(t, population.value), inText(t, population.asOf), population.source)] : []),
  ];
}

function factRow(props: Props, fact: FactRow) {
  const { t, model } = props;
  const change = (
    <>
      {fact.value === undefined && fact.clears !== undefined && fact.clears > 0 && (
        <span class="ft-meta">{t.authority.clears(fact.clears)}</span>
      )}
      {model.mayEnterFacts && !fact.fixed && <EnterFact {...props} fact={fact} />}
    </>
  );
  const source = fact.value === undefined ? undefined : fact.source || t.authority.ownSource;
  const asOf = fact.asOf && (
    <>
      {inText(t, fact.asOf)}
      {fact.isOverdue && <div class="ft-meta">{t.authority.overdue}</div>}
    </>
  );
  const label = fact.where ? (
    <>
      {fact.label}
      <br />
      <WhereToFind t={t} source={fact.where} />
    </>
  ) : (
    fact.label
  );
  return { id: factId(fact.name), cells: [label, shownValue(t, fact.value), asOf, source, change] };
}

/** What the register and the authority itself say, each with its date and source; unknown facts too. */
export function KnownFacts(props: Props): VNode {
  const { t, model } = props;
  const words = t.authority;
  const columns = [words.fact, words.value, words.asOf, words.source].map((label) => ({ label }));
  const rows = [...registerRows(t, model), ...model.facts.map((fact) => factRow(props, fact))];
  return (
    <Section id="facts" title={words.facts}>
      <Table caption={words.facts} columns={[...columns, { label: words.change, quiet: true }]} rows={rows} stack />
    </Section>
  );
}
