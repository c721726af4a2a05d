import type { VNode } from 'preact';
import type { Frame } from '../frame/frame.model.js';
import { Page } from '../frame/layout.js';
import { paths } from '../frame/paths.js';
import { CsrfField, SubmitButton } from '../pieces/buttons.js';
import { ErrorSummary } from '../pieces/error-summary.js';
import { Notice } from '../pieces/notice.js';
import { PageHeading, Section } from '../pieces/section.js';
import { Table } from '../pieces/table.js';
import { TextField } from '../pieces/text-field.js';
import { type Texts, texts } from '../texts/texts.js';
import type { AddressesModel, ListedAddress } from './addresses.model.js';

interface Props {
  t: Texts;
  frame: Frame;
  model: AddressesModel;
}

function stateOf(t: Texts, { main, verified, suspended }: ListedAddress): string {
  const words = t.addresses.states;
  return [suspended ? words.suspended : verified ? words.verified : words.waiting, main ? words.main : ''].filter(Boolean).join(', ');
}

function getsLetters(t: Texts, { wanted, verified, suspended }: ListedAddress): string {
  const words = t.addresses;
  if (!wanted) return words.no;
  if (suspended) return words.onceItWorks;
  return verified ? words.yes : words.later;
}

function Steps({ t, frame, each }: { t: Texts; frame: Frame; each: ListedAddress }): VNode {
  const words = t.addresses;
  const { address, main, verified, wanted } = each;
  return (
    <form class="ft-actions" method="post" action={paths.address(each.id)}>
      <CsrfField csrf={frame.csrf} />
      <input type="hidden" name="version" value={String(each.version)} />
      <SubmitButton
        label={wanted ? words.leaveOut : words.choose}
        action={wanted ? 'leave-out' : 'choose'}
        rank="tertiary"
        about={address}
      />
      {!verified && !main && <SubmitButton label={words.ask} action="ask" rank="tertiary" about={address} />}
      {!main && <SubmitButton label={words.remove} action="remove" rank="tertiary" about={address} />}
    </form>
  );
}

function Listed({ t, frame, model }: Props): VNode {
  const words = t.addresses;
  const columns = [words.address, words.state, words.letters, words.change].map((label, at) => ({ label, quiet: at === 3 }));
  const rows = model.addresses.map((each) => ({
    cells: [each.address, stateOf(t, each), getsLetters(t, each), <Steps t={t} frame={frame} each={each} />],
  }));
  return (
    <Section id="addresses" title={words.own}>
      <Table columns={columns} rows={rows} stack />
    </Section>
  );
}

function Add({ t, frame, model }: Props): VNode {
  const words = t.addresses;
  return (
    <Section id="add" title={words.add}>
      <form class="ft-stack ft-form ft-after" method="post" action={paths.addresses} novalidate>
        <CsrfField csrf={frame.csrf} />
        <TextField
          t={t}
          name="address"
          type="email"
          autocomplete="email"
          label={words.email}
          hint={words.hint}
          value={model.entered}
          error={model.errors.address}
        />
        <div class="ft-actions">
          <SubmitButton label={words.addDo} />
        </div>
      </form>
    </Section>
  );
}

export function addressesView(frame: Frame, model: AddressesModel): VNode {
  const t = texts(frame.locale);
  const words = t.addresses;
  const props = { t, frame, model };
  return (
    <Page
      frame={frame}
      title={words.title}
      place="reminders"
      breadcrumb={[{ label: t.reminders.title, href: paths.reminders }]}
      hasErrors={Object.keys(model.errors).length > 0}
    >
      <PageHeading title={words.title} lead={words.lead} />
      {model.saved && (
        <Notice kind="success" live>
          <p>{words.saved[model.saved]}</p>
        </Notice>
      )}
      {model.refused && (
        <Notice kind="warning" live>
          <p>{words.refused[model.refused]}</p>
        </Notice>
      )}
      <ErrorSummary t={t} errors={model.errors} labelOf={() => words.email} />
      <Listed {...props} />
      <Add {...props} />
    </Page>
  );
}
