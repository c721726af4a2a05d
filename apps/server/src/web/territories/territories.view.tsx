import type { VNode } from 'preact';
import type { Frame } from '../frame/frame.model.js';
import { Page } from '../frame/layout.js';
import { paths } from '../frame/paths.js';
import { LinkButton } from '../pieces/buttons.js';
import { inText, number } from '../pieces/day.js';
import { EmptyState } from '../pieces/empty-state.js';
import { Notice } from '../pieces/notice.js';
import { PageHeading, Section } from '../pieces/section.js';
import { Table } from '../pieces/table.js';
import { type Texts, texts } from '../texts/texts.js';
import type { ListedTerritory, TerritoriesModel } from './territories.model.js';

function validity(t: Texts, { validFrom, validTo, inForce }: ListedTerritory): string {
  const words = t.territories;
  const span = [validFrom && words.from(inText(t, validFrom)), validTo && words.to(inText(t, validTo))].filter(Boolean).join(' ');
  return inForce ? span || words.always : [words.notInForce, span].filter(Boolean).join(': ');
}

export function territoriesView(frame: Frame, { sets, removed }: TerritoriesModel): VNode {
  const t = texts(frame.locale);
  const words = t.territories;
  const columns = [
    { label: words.name },
    { label: words.inRules },
    { label: words.authorities, numeric: true },
    { label: words.validity },
    { label: words.source },
  ];
  const rows = sets.map((set) => ({
    cells: [
      <a href={paths.territory(set.slug)}>{set.title}</a>,
      <code>{`named:${set.slug}`}</code>,
      set.inForce && number(t, set.authorities),
      validity(t, set),
      set.source,
    ],
  }));
  return (
    <Page
      frame={frame}
      title={words.title}
      place="editor"
      breadcrumb={[{ label: t.editor.title, href: paths.editor }, { label: words.title }]}
    >
      <PageHeading title={words.title} lead={words.lead}>
        <LinkButton label={words.create} href={paths.newTerritory} rank="primary" />
      </PageHeading>
      {removed && (
        <Notice kind="success" live>
          <p>{words.removed}</p>
        </Notice>
      )}
      <Section id="sets" title={words.all}>
        {rows.length > 0 ? (
          <Table caption={words.all} columns={columns} rows={rows} stack />
        ) : (
          <EmptyState text={words.none} next={{ label: words.create, href: paths.newTerritory }} />
        )}
      </Section>
    </Page>
  );
}
