import type { Locale } from '@app/kernel/locale.js';
import { listOf, NBSP } from '@app/kernel/words.js';
import { type Criterion, DEFAULT_MEMBERS, isLeaf, type JointDemand, type Leaf, type Range } from './criterion.js';
import { authorityWords, excludedWords, factWords, territoryWords } from './leaf-words.js';
import { rangeWords, shortRangeWords } from './range-words.js';
import { limitsSize } from './rule-tree.js';
import { tagName } from './tag-names.js';

const WORDS = {
  de: {
    anybody: 'Alle',
    inhabitants: 'Einwohner',
    ofAnySize: 'jeder Größe',
    without: 'ohne',
    not: 'nicht',
    or: ' oder ',
    jointly: 'gemeinsam',
    members: 'Mitglieder',
  },
  en: {
    anybody: 'Everybody',
    inhabitants: 'inhabitants',
    ofAnySize: 'of any size',
    without: 'without',
    not: 'not',
    or: ' or ',
    jointly: 'together',
    members: 'members',
  },
} as const;

/** "Städte und Gemeinden bis 300.000 Einwohner; Landkreise jeder Größe": as lists and letters say it. */
export function ruleInOneLine(rule: Criterion, locale: Locale): string {
  const sizeMatters = limitsSize(rule);
  const ways = waysOf(rule).map((way) => wayInOneLine(way, locale, sizeMatters));
  return capital([...new Set(ways)].join('; '), locale);
}

/** With a capital, as a line begins. */
export function capital(line: string, locale: Locale): string {
  return line.charAt(0).toLocaleUpperCase(locale) + line.slice(1);
}

/** The ways of which one is enough: nested ones are ways like the others. */
export function waysOf(criterion: Criterion): Criterion[] {
  return 'anyOf' in criterion ? criterion.anyOf.flatMap(waysOf) : [criterion];
}

/** "Landkreise jeder Größe"; `sizeMatters` where another way limits the size. */
export function wayInOneLine(way: Criterion, locale: Locale, sizeMatters: boolean): string {
  const conditions = conditionsOf(way);
  const leaves = conditions.filter(isLeaf);
  const words = WORDS[locale];
  const types = leaves.flatMap((leaf) => ('applicantType' in leaf ? [leaf.applicantType.in] : []));
  const sizes = leaves.flatMap((leaf) => ('population' in leaf ? sizeWords(leaf.population, locale) : []));
  const places = leaves.flatMap((leaf) => ('territory' in leaf ? territoryWords(leaf.territory.in, locale) : []));
  const who = types[0] === undefined ? '' : kinds(types[0], locale);
  const size = sizes.length > 0 ? sizes.join(', ') : who !== '' && sizeMatters ? words.ofAnySize : '';
  const subject = [who === '' && size + places.join('') !== '' ? words.anybody : who, size, ...places]
    .filter((part) => part !== '')
    .join(' ');
  const rest = [...types.slice(1).map((tags) => kinds(tags, locale)), ...conditions.flatMap((each) => restOf(each, locale) ?? [])];
  const line = [subject, ...rest].filter((part) => part !== '').join(', ');
  return line === '' ? words.anybody : line;
}

/** "bis 300.000 Einwohner", "von 20.000 bis 100.000 Einwohnern". */
function sizeWords(range: Range, locale: Locale): string {
  const isBetween = locale === 'de' && range.atLeast !== undefined && range.atMost !== undefined;
  return `${shortRangeWords(range, locale)}${NBSP}${WORDS[locale].inhabitants}${isBetween ? 'n' : ''}`;
}

function conditionsOf(criterion: Criterion): Criterion[] {
  return 'allOf' in criterion ? criterion.allOf.flatMap(conditionsOf) : [criterion];
}

/** What does not fit into "who, how large, where"; undefined for what does. */
function restOf(criterion: Criterion, locale: Locale): string | undefined {
  if (isLeaf(criterion)) return restOfLeaf(criterion, locale);
  if ('not' in criterion) return exclusion(criterion.not, locale);
  if ('jointApplication' in criterion) return jointly(criterion.jointApplication, locale);
  return waysOf(criterion)
    .map((way) => wayInOneLine(way, locale, false))
    .join(WORDS[locale].or);
}

function restOfLeaf(leaf: Leaf, locale: Locale): string | undefined {
  if ('authority' in leaf) return authorityWords(leaf.authority.in, locale);
  return 'fact' in leaf ? factWords(leaf.fact, locale) : undefined;
}

function exclusion(criterion: Criterion, locale: Locale): string {
  if ('applicantType' in criterion) return `${WORDS[locale].without} ${kinds(criterion.applicantType.in, locale)}`;
  return `${WORDS[locale].not}: ${isLeaf(criterion) ? excludedWords(criterion, locale) : ruleInOneLine(criterion, locale)}`;
}

function jointly({ members = DEFAULT_MEMBERS, population, eachMember, lead }: JointDemand, locale: Locale): string {
  const words = WORDS[locale];
  const count = `${words.jointly} ${rangeWords(members, locale)}${NBSP}${words.members}`;
  const people = population === undefined ? '' : ` (${rangeWords(population, locale)}${NBSP}${words.inhabitants})`;
  const who = [lead, eachMember].flatMap((criterion) =>
    criterion === undefined
      ? []
      : waysOf(criterion)
          .map((way) => wayInOneLine(way, locale, false))
          .join(words.or),
  );
  return who.length === 0 ? `${count}${people}` : `${count}${people}: ${[...new Set(who)].join(' + ')}`;
}

/** "Städte, Gemeinden und Landkreise". */
export function kinds(tags: readonly string[], locale: Locale): string {
  if (tags.length === 1) return tagName(tags[0]!, locale, true);
  return listOf(
    tags.flatMap((tag) => (tag === 'municipality' ? TOWNS[locale] : tagName(tag, locale, true))),
    locale,
  );
}

const TOWNS: Readonly<Record<Locale, readonly string[]>> = { de: ['Städte', 'Gemeinden'], en: ['towns', 'municipalities'] };
