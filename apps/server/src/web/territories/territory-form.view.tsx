import type { VNode } from 'preact';
import { LocalizedFields } from '../editor/localized-fields.js';
import type { Frame } from '../frame/frame.model.js';
import { Page } from '../frame/layout.js';
import { paths } from '../frame/paths.js';
import { CsrfField, SubmitButton } from '../pieces/buttons.js';
import { Choices } from '../pieces/choice-fields.js';
import { number } from '../pieces/day.js';
import { ErrorSummary } from '../pieces/error-summary.js';
import { Notice } from '../pieces/notice.js';
import { PageHeading, Panel } from '../pieces/section.js';
import { TextArea, TextField } from '../pieces/text-field.js';
import { type Texts, texts } from '../texts/texts.js';
import type { TerritoryFormModel } from './territories.model.js';

interface Props {
  t: Texts;
  frame: Frame;
  model: TerritoryFormModel;
}

/** As many entries that name nobody are shown. */
const UNMATCHED_SHOWN = 20;

function labelOf(t: Texts, name: string): string | undefined {
  const words = t.territories;
  const labels: Record<string, string> = {
    slug: words.slug,
    title: words.name,
    source: words.source,
    sourceUrl: words.sourceUrl,
    validFrom: words.validFrom,
    validTo: words.validTo,
    entries: words.entries,
    includes: words.includes,
    excludes: words.excludes,
  };
  return labels[name.split('.')[0]!];
}

function About({ t, model }: Props): VNode {
  const { form, errors } = model;
  const words = t.territories;
  const field = (name: 'slug' | 'source' | 'sourceUrl' | 'validFrom' | 'validTo') => ({ t, name, value: form[name], error: errors[name] });
  return (
    <fieldset class="ft-group">
      <legend>{words.what}</legend>
      <LocalizedFields t={t} name="title" label={words.name} value={form.title} errors={errors} />
      {model.slug === undefined && <TextField {...field('slug')} label={words.slug} hint={words.slugHint} short />}
      <TextField {...field('source')} label={words.source} hint={words.sourceHint} />
      <TextField {...field('sourceUrl')} label={words.sourceUrl} inputMode="url" optional />
      <div class="ft-row">
        <TextField {...field('validFrom')} label={words.validFrom} hint={words.dayHint} optional />
        <TextField {...field('validTo')} label={words.validTo} hint={words.validToHint} optional />
      </div>
    </fieldset>
  );
}

function Content({ t, model }: Props): VNode {
  const { form, errors, others } = model;
  const words = t.territories;
  const choices = { t, options: others, type: 'checkbox', vertical: true, optional: true } as const;
  return (
    <fieldset class="ft-group">
      <legend>{words.content}</legend>
      <TextArea
        t={t}
        name="entries"
        label={words.entries}
        hint={words.entriesHint}
        value={form.entries}
        error={errors.entries}
        rows={12}
        code
        optional
      />
      {others.length > 0 && (
        <>
          <Choices {...choices} name="includes" label={words.includes} values={form.includes} error={errors.includes} />
          <Choices {...choices} name="excludes" label={words.excludes} values={form.excludes} error={errors.excludes} />
        </>
      )}
    </fieldset>
  );
}

function Form(props: Props): VNode {
  const { t, frame, model } = props;
  return (
    <form method="post" action={model.slug === undefined ? paths.newTerritory : paths.territory(model.slug)} novalidate>
      <CsrfField csrf={frame.csrf} />
      <input type="hidden" name="version" value={model.form.version} />
      <ErrorSummary t={t} errors={model.errors} labelOf={(name) => labelOf(t, name)} />
      <About {...props} />
      <Content {...props} />
      <div class="ft-section ft-actions">
        <SubmitButton label={t.territories.save} action="save" />
        {model.slug !== undefined && <SubmitButton label={t.territories.remove} action="remove" rank="tertiary" />}
        <a href={paths.territories}>{t.words.cancel}</a>
      </div>
    </form>
  );
}

function Today({ t, today }: { t: Texts; today: NonNullable<TerritoryFormModel['today']> }): VNode {
  const words = t.territories;
  return (
    <Panel id="today" title={words.today}>
      <p>{today.inForce ? words.counted(today.authorities, number(t, today.authorities)) : words.unknownNow}</p>
      {today.unmatched.length > 0 && (
        <p>
          {words.unmatched} {today.unmatched.slice(0, UNMATCHED_SHOWN).join(', ')}
          {today.unmatched.length > UNMATCHED_SHOWN && ' …'}
        </p>
      )}
      {today.calls.length > 0 && (
        <>
          <p>{words.usedBy}</p>
          <ul class="ft-list">
            {today.calls.map(({ href, title }) => (
              <li>
                <a href={href}>{title}</a>
              </li>
            ))}
          </ul>
        </>
      )}
    </Panel>
  );
}

export function territoryFormView(frame: Frame, model: TerritoryFormModel): VNode {
  const t = texts(frame.locale);
  const words = t.territories;
  const title = model.slug === undefined ? words.create : words.edit;
  return (
    <Page
      frame={frame}
      title={title}
      place="editor"
      hasErrors={Object.keys(model.errors).length > 0}
      breadcrumb={[{ label: t.editor.title, href: paths.editor }, { label: words.title, href: paths.territories }, { label: title }]}
    >
      <PageHeading title={title} lead={model.slug && words.nameInRules(`named:${model.slug}`)} />
      <div class="ft-cols">
        <div>
          {model.saved && (
            <Notice kind="success" live>
              <p>{words.saved}</p>
            </Notice>
          )}
          <Form t={t} frame={frame} model={model} />
        </div>
        <div>{model.today && <Today t={t} today={model.today} />}</div>
      </div>
    </Page>
  );
}
