import type { Criterion } from '@app/eligibility/criterion.js';
import type { Locale } from '@app/kernel/locale.js';
import { STATE_IDS } from '../texts/states.js';
import { type Body, type FaultBook, rowsOf, textOf, textsOf } from './form-reading.js';
import { readWhole } from './read-entries.js';
import { wholeEntry } from './write-entries.js';

/**
 * One way of a rule, and for whom a deadline holds: all that is entered must hold. Fields, with N from 0 (of a deadline
 * `deadlines.N.applies.types` …): `ways.N.types` (repeated, tags), `ways.N.typeOrder` (hidden: as stored, so that saving an unchanged form changes nothing), `ways.N.populationAtLeast`, `ways.N.populationAtMost`, `ways.N.state` ("DE-05" or ""),
 * `ways.N.territories` (further ids, separated by commas).
 */
export interface WayForm {
  types: readonly string[];
  populationAtLeast: string;
  populationAtMost: string;
  state: string;
  territories: string;
}

export const EMPTY_WAY: WayForm = { types: [], populationAtLeast: '', populationAtMost: '', state: '', territories: '' };

/** Those that were there in their old order, then the others. */
function inOrder(types: readonly string[], order: readonly string[]): string[] {
  const place = (type: string) => (order.includes(type) ? order.indexOf(type) : order.length);
  return types.toSorted((one, other) => place(one) - place(other));
}

export function readWay(body: Body, row: string): WayForm {
  return {
    types: inOrder(textsOf(body, `${row}.types`), textOf(body, `${row}.typeOrder`).split(',')),
    populationAtLeast: textOf(body, `${row}.populationAtLeast`),
    populationAtMost: textOf(body, `${row}.populationAtMost`),
    state: textOf(body, `${row}.state`),
    territories: textOf(body, `${row}.territories`),
  };
}

export function readWays(body: Body): WayForm[] {
  return rowsOf(body, 'ways').map((row) => readWay(body, row));
}

export function isEmptyWay(way: WayForm): boolean {
  return way.types.length === 0 && [way.populationAtLeast, way.populationAtMost, way.state, way.territories].every((text) => text === '');
}

/** Countries, states and finer ids, or a set kept by editors. */
const TERRITORY = /^(?:[A-Z]{2}(?:-[0-9A-Za-z]+)*|named:[a-z0-9-]+)$/;

function territories(book: FaultBook, name: string, way: WayForm): string[] {
  const ids = way.territories.split(/[\s,;]+/).filter((id) => id !== '');
  const wrong = ids.find((id) => !TERRITORY.test(id));
  if (wrong !== undefined) book.add(`${name}.territories`, 'not-a-territory', wrong);
  return [...(way.state === '' ? [] : [way.state]), ...ids];
}

/** A way without any condition is a fault. */
export function wayToCriterion(book: FaultBook, way: WayForm, name: string): Criterion {
  if (isEmptyWay(way)) book.add(`${name}.types`, 'way-empty');
  const atLeast = readWhole(book, `${name}.populationAtLeast`, way.populationAtLeast);
  const atMost = readWhole(book, `${name}.populationAtMost`, way.populationAtMost);
  if (atLeast !== undefined && atMost !== undefined && atLeast > atMost) book.add(`${name}.populationAtLeast`, 'bounds-reversed');
  const places = territories(book, name, way);
  const conditions: Criterion[] = [];
  if (way.types.length > 0) conditions.push({ applicantType: { in: way.types } });
  if (atLeast !== undefined || atMost !== undefined)
    conditions.push({ population: { ...(atLeast !== undefined && { atLeast }), ...(atMost !== undefined && { atMost }) } });
  if (places.length > 0) conditions.push({ territory: { in: places } });
  return conditions.length === 1 ? conditions[0]! : { allOf: conditions };
}

/** One way is enough. A single way in which nothing is entered yet is no rule yet: nobody fits, and publishing is refused. */
export function waysToRule(book: FaultBook, ways: readonly WayForm[]): Criterion {
  if (ways.length === 0 || (ways.length === 1 && isEmptyWay(ways[0]!))) return { anyOf: [] };
  const criteria = ways.map((way, at) => wayToCriterion(book, way, `ways.${at}`));
  return criteria.length === 1 ? criteria[0]! : { anyOf: criteria };
}

const only = (value: object, ...keys: string[]) => Object.keys(value).every((key) => keys.includes(key));

function addCondition(way: WayForm, part: Criterion, locale: Locale): WayForm | undefined {
  if ('applicantType' in part && only(part, 'applicantType') && way.types.length === 0 && part.applicantType.in.length > 0)
    return { ...way, types: part.applicantType.in };
  if ('population' in part && only(part, 'population') && only(part.population, 'atLeast', 'atMost')) {
    if (way.populationAtLeast !== '' || way.populationAtMost !== '') return undefined;
    const { atLeast, atMost } = part.population;
    return { ...way, populationAtLeast: wholeEntry(atLeast, locale), populationAtMost: wholeEntry(atMost, locale) };
  }
  if ('territory' in part && only(part, 'territory') && way.state === '' && way.territories === '' && part.territory.in.length > 0) {
    const [first, ...others] = part.territory.in as [string, ...string[]];
    return STATE_IDS.includes(first)
      ? { ...way, state: first, territories: others.join(', ') }
      : { ...way, territories: part.territory.in.join(', ') };
  }
  return undefined;
}

/** Undefined where one way cannot show all of it. */
export function wayOf(criterion: Criterion, locale: Locale): WayForm | undefined {
  const parts = 'allOf' in criterion && only(criterion, 'allOf') ? criterion.allOf : [criterion];
  if (parts.length === 0) return undefined;
  return parts.reduce<WayForm | undefined>((way, part) => way && addCondition(way, part, locale), EMPTY_WAY);
}

/** The ways of a rule, or undefined where the rule can more than ways show: it is then edited as JSON. */
export function ruleToWays(rule: Criterion, locale: Locale): WayForm[] | undefined {
  if ('anyOf' in rule && only(rule, 'anyOf')) {
    if (rule.anyOf.length === 0) return [EMPTY_WAY];
    const ways = rule.anyOf.map((part) => wayOf(part, locale));
    return ways.every((way) => way !== undefined) ? ways : undefined;
  }
  const way = wayOf(rule, locale);
  return way && [way];
}
