import { type NamedTerritoryContent, SLUG } from '@app/authorities/territories/named-territory.js';
import { placeMeant } from '@app/authorities/territories/read-territory-list.js';
import { type Body, FaultBook, type FormFaults, textOf, textsOf } from '../editor/form-reading.js';
import { readDayEntry, readUrl } from '../editor/read-entries.js';
import { dayEntry } from '../editor/write-entries.js';

/**
 * The form of a named territory as entered. Fields: `slug` (new ones only), `title.de`, `title.en`, `source`, `sourceUrl`, `validFrom`, `validTo`,
 * `entries` (one on each line, or separated by commas; bare digits of German keys too), `includes` and `excludes` (repeated, slugs), `version`.
 */
export interface TerritoryForm {
  version: string;
  slug: string;
  title: { de: string; en: string };
  source: string;
  sourceUrl: string;
  validFrom: string;
  validTo: string;
  entries: string;
  includes: readonly string[];
  excludes: readonly string[];
}

/** As many wrong entries are shown in the error. */
const WRONG_SHOWN = 5;

export function readTerritoryForm(body: Body): TerritoryForm {
  return {
    version: textOf(body, 'version'),
    slug: textOf(body, 'slug'),
    title: { de: textOf(body, 'title.de'), en: textOf(body, 'title.en') },
    source: textOf(body, 'source'),
    sourceUrl: textOf(body, 'sourceUrl'),
    validFrom: textOf(body, 'validFrom'),
    validTo: textOf(body, 'validTo'),
    // Not cut off as other texts are: a list that lost its end unnoticed would take rights away.
    entries: typeof body.entries === 'string' ? body.entries.replaceAll('\r\n', '\n').trim() : '',
    includes: textsOf(body, 'includes'),
    excludes: textsOf(body, 'excludes'),
  };
}

export function toTerritoryContent(form: TerritoryForm, isNew: boolean): { content: NamedTerritoryContent } | { faults: FormFaults } {
  const book = new FaultBook();
  if (isNew && !SLUG.test(form.slug)) book.add('slug', 'not-a-slug', form.slug);
  if (form.title.de === '') book.add('title.de', 'title-required');
  if (form.source === '') book.add('source', 'required');
  const sourceUrl = readUrl(book, 'sourceUrl', form.sourceUrl);
  const validFrom = readDayEntry(book, 'validFrom', form.validFrom);
  const validTo = readDayEntry(book, 'validTo', form.validTo);
  const entries = readPlaces(book, form.entries);
  if (!book.isEmpty) return { faults: book.faults };
  const { source, includes, excludes, title } = form;
  return {
    content: {
      title: { de: title.de, ...(title.en === '' ? {} : { en: title.en }) },
      source,
      sourceUrl: sourceUrl ?? null,
      validFrom: validFrom ?? null,
      validTo: validTo ?? null,
      entries,
      includes: [...includes],
      excludes: [...excludes],
    },
  };
}

function readPlaces(book: FaultBook, text: string): string[] {
  const read = text
    .split(/[\s,;]+/)
    .filter((entry) => entry !== '')
    .map((entry) => ({ entry, place: placeMeant(entry) }));
  const wrong = read.filter(({ place }) => place === undefined).map(({ entry }) => entry.slice(0, 40));
  if (wrong.length > 0) book.add('entries', 'not-places', wrong.slice(0, WRONG_SHOWN).join(', '));
  return [...new Set(read.flatMap(({ place }) => place ?? []))];
}

export function fromTerritory(set: NamedTerritoryContent & { slug: string; version: number }): TerritoryForm {
  return {
    version: String(set.version),
    slug: set.slug,
    title: { de: set.title.de ?? '', en: set.title.en ?? '' },
    source: set.source,
    sourceUrl: set.sourceUrl ?? '',
    validFrom: dayEntry(set.validFrom ?? undefined),
    validTo: dayEntry(set.validTo ?? undefined),
    entries: set.entries.join('\n'),
    includes: set.includes,
    excludes: set.excludes,
  };
}
