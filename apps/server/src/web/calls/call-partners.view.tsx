import type { VNode } from 'preact';
import type { Frame } from '../frame/frame.model.js';
import { Page } from '../frame/layout.js';
import { paths } from '../frame/paths.js';
import { SubmitButton } from '../pieces/buttons.js';
import { number } from '../pieces/day.js';
import { EmptyState } from '../pieces/empty-state.js';
import { ErrorSummary } from '../pieces/error-summary.js';
import { Notice } from '../pieces/notice.js';
import { outcome } from '../pieces/outcome.js';
import { RuleTree } from '../pieces/rule-tree.js';
import { PageHeading, Section } from '../pieces/section.js';
import { Table } from '../pieces/table.js';
import { TextArea, TextField } from '../pieces/text-field.js';
import { type Texts, texts } from '../texts/texts.js';
import { Missing } from './call-aside.js';
import { type CallPartnersModel, callPartnersPath, type GroupRow, type TriedModel } from './call-partners.model.js';

interface Props {
  t: Texts;
  model: CallPartnersModel;
}

function Tried({ t, tried }: { t: Texts; tried: TriedModel }): VNode {
  return (
    <Section id="tried" title={t.callPartners.result}>
      <p class="ft-after">{outcome(t, tried.outcome, 'large')}</p>
      {tried.why !== '' && <p>{tried.why}.</p>}
      <ul class="ft-list">
        {tried.members.map((name, i) => (
          <li>{t.callPartners.memberNo(i + 1, name)}</li>
        ))}
      </ul>
      <RuleTree t={t} node={tried.rule} />
    </Section>
  );
}

function cells({ t, model }: Props, { members, nearness, population, why }: GroupRow) {
  const words = t.callPartners;
  const names = members.map(({ name }) => name).join(' + ');
  const href = `${callPartnersPath(model.call.id, { for: members[0]!.key, with: members.slice(1).map(({ key }) => key) })}#tried`;
  return [
    names,
    words.nearnesses[nearness],
    population === undefined ? undefined : number(t, population),
    why,
    <a href={href}>
      {words.try}
      <span class="ft-sr">: {names}</span>
    </a>,
  ];
}

function Groups(props: Props): VNode {
  const { t, model } = props;
  const words = t.callPartners;
  const labels = [words.group, words.nearness, words.together, words.why, words.try];
  const columns = labels.map((label, at) => ({ label, numeric: at === 2, quiet: at === 4 }));
  return (
    <Section id="groups" title={words.groups}>
      {model.groups.length > 0 ? (
        <>
          <p class="ft-after">{words.groupsLead}</p>
          <Table caption={words.caption} columns={columns} rows={model.groups.map((row) => ({ cells: cells(props, row) }))} stack />
          {model.isPartial && (
            <Notice kind="info">
              <p>{words.isPartial}</p>
            </Notice>
          )}
        </>
      ) : (
        <div class="ft-after">
          <EmptyState text={words.none} more={model.reason} />
          {model.missing && model.missing.length > 0 && <Missing t={t} missing={model.missing} />}
        </div>
      )}
    </Section>
  );
}

/** Reads with GET: its address can be kept and passed on. */
function OwnGroup({ t, model }: Props): VNode {
  const words = t.callPartners;
  const { entered, errors } = model;
  return (
    <Section id="own" title={words.own}>
      <p class="ft-after">
        {words.ownLead} <a href={paths.callAuthorities(model.call.id)}>{words.keys}</a>
      </p>
      <form class="ft-stack ft-form" method="get" action={paths.callPartners(model.call.id)}>
        {model.mayChoose ? (
          <TextField t={t} name="for" label={words.whose} hint={words.whoseHint} value={entered.for} error={errors.for} short />
        ) : (
          <input type="hidden" name="for" value={entered.for} />
        )}
        <TextArea
          t={t}
          name="with"
          label={words.with}
          hint={words.withHint}
          value={entered.with.join('\n')}
          error={errors.with}
          rows={4}
          code
        />
        <SubmitButton label={words.submit} />
      </form>
    </Section>
  );
}

export function callPartnersView(frame: Frame, model: CallPartnersModel): VNode {
  const t = texts(frame.locale);
  const words = t.callPartners;
  const { call, authority, errors } = model;
  const props = { t, model };
  return (
    <Page
      frame={frame}
      title={words.title(call.title)}
      place="calls"
      hasErrors={Object.keys(errors).length > 0}
      breadcrumb={[{ label: t.calls.title, href: paths.calls }, { label: call.title, href: paths.call(call.id) }, { label: words.heading }]}
    >
      <ErrorSummary t={t} errors={errors} labelOf={(name) => ({ for: words.whose, with: words.with })[name]} />
      <PageHeading title={words.heading} lead={authority ? words.for(authority.name) : call.title} />
      {model.tried && <Tried t={t} tried={model.tried} />}
      {authority && <Groups {...props} />}
      <OwnGroup {...props} />
      <p class="ft-section ft-meta">
        {t.call.funderText} <a href={paths.call(call.id)}>{call.title}</a>
      </p>
    </Page>
  );
}
