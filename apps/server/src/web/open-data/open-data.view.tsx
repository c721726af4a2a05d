import type { VNode } from 'preact';
import type { Frame } from '../frame/frame.model.js';
import { Page } from '../frame/layout.js';
import { paths } from '../frame/paths.js';
import { inText, number } from '../pieces/day.js';
import { Facts, factOf } from '../pieces/facts.js';
import { PageHeading, Section } from '../pieces/section.js';
import { Table } from '../pieces/table.js';
import { type Texts, texts } from '../texts/texts.js';
import type { OpenDataModel } from './open-data.model.js';

const at = (file: string): string => `${paths.openData}/${file}`;

function Files({ t }: { t: Texts }): VNode {
  const words = t.openData;
  const rows = [
    { file: 'catalogue.jsonl', what: words.catalogue, schema: 'catalogue.schema.json', format: 'JSON Schema' },
    { file: 'calls.csv', what: words.table, schema: 'calls.csv-metadata.json', format: 'CSV on the Web' },
    { file: 'dcat.jsonld', what: words.entry, schema: undefined, format: undefined },
  ];
  return (
    <Table
      columns={Object.values(words.columns).map((label) => ({ label }))}
      rows={rows.map(({ file, what, schema, format }) => ({
        cells: [<a href={at(file)}>{file}</a>, what, schema === undefined ? words.noSchema : <a href={at(schema)}>{format}</a>],
      }))}
      stack
    />
  );
}

function Contact({ contact }: { contact: string }): VNode {
  return <a href={contact.startsWith('http') ? contact : `mailto:${contact}`}>{contact}</a>;
}

function Terms({ t, model }: { t: Texts; model: OpenDataModel }): VNode {
  const words = t.openData;
  const facts = [
    ...factOf(words.extent, words.extentOf(t.words.calls(model.calls), number(t, model.programs), model.programs)),
    ...factOf(words.changed, model.changedOn && inText(t, model.changedOn)),
    ...factOf(words.publisher, model.publisher),
    ...factOf(words.license, model.license ? <a href={model.license}>{licenseName(model.license)}</a> : words.noLicense),
    ...factOf(words.contact, model.contact && <Contact contact={model.contact} />),
  ];
  return <Facts facts={facts} />;
}

/** "dl-zero-de/2.0": its address on dcat-ap.de says it in full. */
function licenseName(license: string): string {
  return license.replace(/^.*\/def\/licenses\//, '');
}

export function openDataView(frame: Frame, model: OpenDataModel): VNode {
  const t = texts(frame.locale);
  const words = t.openData;
  return (
    <Page frame={frame} title={words.title} structured={model.structured}>
      <PageHeading title={words.title} lead={words.lead} />
      <Section id="files" title={words.files}>
        <Files t={t} />
        <p class="ft-after ft-meta">{words.formulas}</p>
      </Section>
      <Section id="terms" title={words.terms}>
        <Terms t={t} model={model} />
      </Section>
      <Section id="programs" title={words.programs}>
        <ul class="ft-list ft-after">
          <li>
            <a href={paths.interface}>{words.interface}</a>
          </li>
          <li>
            <a href={model.commonGrantsUrl}>{words.commonGrants}</a>
          </li>
          <li>
            <a href={`/feeds/open-calls.atom?lang=${t.locale}`}>{words.feed}</a>
          </li>
          <li>
            <a href={`/feeds/open-calls.ics${t.locale === 'en' ? '?lang=en' : ''}`}>{words.calendar}</a>
          </li>
        </ul>
      </Section>
    </Page>
  );
}
