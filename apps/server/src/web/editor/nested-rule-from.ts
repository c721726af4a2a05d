import { BOUNDS, type Criterion, type FactDemand, type JointDemand, type Membership, type Range } from '@app/eligibility/criterion.js';
import { NAMED_FACTS } from '@app/eligibility/fact-names.js';
import { OFFERED_TAGS } from '@app/eligibility/tag-names.js';
import type { Locale } from '@app/kernel/locale.js';
import { STATE_IDS } from '../texts/states.js';
import { FaultBook } from './form-reading.js';
import { emptyNode, JOINT_PARTS, type NestedNode } from './nested-node.js';
import { toCriterion } from './nested-rule-to.js';
import { dayEntry, numberEntry } from './write-entries.js';

/** Each has a dozen fields, and a form may send 5,000. */
const MOST_NODES = 300;

type Entries = Record<string, string | undefined>;
/** What a kind has of its own; an entry that is not stated is empty. */
type Own = Omit<Partial<NestedNode>, 'entries'> & { readonly entries?: Entries };

function bounds(of: string, range: Range | undefined, locale: Locale): Entries {
  return Object.fromEntries(BOUNDS.map((bound) => [`${of}.${bound}`, numberEntry(range?.[bound], locale)]));
}

function members(kind: 'applicantType' | 'territory', { in: all }: Membership, choices: readonly string[]): Own {
  const more = all.filter((one) => !choices.includes(one)).join(', ');
  return {
    kind,
    ticked: all.filter((one) => choices.includes(one)),
    entries: { [`${kind}.more`]: more, [`${kind}.order`]: all.join(',') },
  };
}

function factEntries({ name, is, ...range }: FactDemand, locale: Locale): Entries {
  const isNamed = NAMED_FACTS.includes(name);
  const mode = typeof is === 'string' ? 'text' : { undefined: 'range', true: 'yes', false: 'no' }[String(is)];
  return {
    [isNamed ? 'fact.known' : 'fact.name']: name,
    'fact.mode': mode,
    'fact.text': typeof is === 'string' ? is : '',
    ...bounds('fact', range, locale),
  };
}

function jointNode(joint: JointDemand, locale: Locale): Own {
  const parts = JOINT_PARTS.flatMap((part) => (joint[part] ? [[part, fromCriterion(joint[part], locale)] as const] : []));
  const of = (name: 'members' | 'population') => bounds(`jointApplication.${name}`, joint[name], locale);
  return { kind: 'jointApplication', parts: Object.fromEntries(parts), entries: { ...of('members'), ...of('population') } };
}

function own(criterion: Criterion, locale: Locale): Own {
  const all = (inside: readonly Criterion[]) => inside.map((child) => fromCriterion(child, locale));
  if ('allOf' in criterion) return { kind: 'allOf', inside: all(criterion.allOf) };
  if ('anyOf' in criterion) return { kind: 'anyOf', inside: all(criterion.anyOf) };
  if ('not' in criterion) return { kind: 'not', inside: all([criterion.not]) };
  if ('applicantType' in criterion) return members('applicantType', criterion.applicantType, OFFERED_TAGS);
  if ('territory' in criterion) return members('territory', criterion.territory, STATE_IDS);
  if ('authority' in criterion) return { kind: 'authority', entries: { 'authority.in': criterion.authority.in.join('\n') } };
  if ('fact' in criterion) return { kind: 'fact', entries: factEntries(criterion.fact, locale) };
  if ('jointApplication' in criterion) return jointNode(criterion.jointApplication, locale);
  const asOf = dayEntry(criterion.population.asOf);
  return { kind: 'population', entries: { ...bounds('population', criterion.population, locale), 'population.asOf': asOf } };
}

/** A rule as its form shows it. */
export function fromCriterion(criterion: Criterion, locale: Locale): NestedNode {
  const { kind = 'anyOf', entries, ...rest } = own(criterion, locale);
  const { id, label, source } = criterion;
  const notes = { id, 'label.de': label?.de, 'label.en': label?.en, 'source.quote': source?.quote, 'source.url': source?.url };
  const stated = Object.entries({ ...notes, ...entries }).filter(([, text]) => text !== undefined && text !== '');
  return { ...emptyNode(kind), ...rest, entries: Object.fromEntries(stated) as Record<string, string> };
}

/** The tree of a rule, or undefined where a form could not give it back as it is, or would be too long: it is then edited as JSON. */
export function nestedOf(criterion: Criterion, locale: Locale): NestedNode | undefined {
  const node = fromCriterion(criterion, locale);
  if (countOf(node) > MOST_NODES) return undefined;
  const book = new FaultBook();
  const back = toCriterion(book, trimmed(node));
  return book.isEmpty && canonical(back) === canonical(criterion) ? node : undefined;
}

function countOf({ inside, parts }: NestedNode): number {
  return [...inside, ...Object.values(parts)].reduce((sum, node) => sum + countOf(node), 1);
}

/** As a form would send it: without space around entries. */
function trimmed(node: NestedNode): NestedNode {
  const entries = Object.entries(node.entries).map(([name, text]) => [name, text.replaceAll('\r\n', '\n').trim()] as const);
  const parts = Object.entries(node.parts).map(([part, inside]) => [part, trimmed(inside)] as const);
  return { ...node, entries: Object.fromEntries(entries), inside: node.inside.map(trimmed), parts: Object.fromEntries(parts) };
}

/** JSON that does not depend on the order of properties. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const properties = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return `{${properties
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`)
    .join()}}`;
}
