import type { Params } from '@app/kernel/reason.js';
import type { Criterion } from '../criterion.js';
import { type Leaf, leavesOf, type Placed } from '../criterion.js';
import { NAMED_FACTS } from '../fact-names.js';
import { isKey, slugOf } from '../named-territories.js';
import { NAMED_TAGS } from '../tag-names.js';
import type { LintContext, WarningCode } from './lint.js';

/** A warning before its text is written. */
export interface Remark extends Placed {
  readonly code: WarningCode;
  readonly params: Params;
  /** Where inside the criterion it points: "/authority/in". */
  readonly at?: string;
}

/** As many of a list's unknown names are repeated in a warning. */
const SHOWN = 5;

/** Words of the open vocabularies, keys and sets that nobody knows: accepted, and probably misspelt. */
export function unknownNames(rule: Criterion, context: LintContext): Remark[] {
  return leavesOf(rule).flatMap((place) => [
    ...ofTags(place),
    ...ofFact(place, context),
    ...ofKeys(place, context),
    ...ofSets(place, context),
    ...ofTerritories(place, context),
  ]);
}

function ofTags(place: Placed<Leaf>): Remark[] {
  if (!('applicantType' in place.criterion)) return [];
  const tags = place.criterion.applicantType.in.filter((tag) => !NAMED_TAGS.includes(tag));
  return remark(place, 'unknown-tag', '/applicantType/in', tags);
}

function ofFact({ path, criterion }: Placed<Leaf>, { knownFact }: LintContext): Remark[] {
  if (!('fact' in criterion)) return [];
  const { name } = criterion.fact;
  if (NAMED_FACTS.includes(name) || knownFact?.(name)) return [];
  return [{ path, criterion, code: 'unknown-fact', at: '/fact', params: { name } }];
}

function ofKeys(place: Placed<Leaf>, { knownKey }: LintContext): Remark[] {
  if (knownKey === undefined) return [];
  const { criterion } = place;
  if ('authority' in criterion)
    return remark(
      place,
      'unknown-key',
      '/authority/in',
      criterion.authority.in.filter((key) => !knownKey(key)),
    );
  if (!('territory' in criterion)) return [];
  const keys = criterion.territory.in.filter((entry) => isKey(entry) && slugOf(entry) === undefined);
  return remark(
    place,
    'unknown-key',
    '/territory/in',
    keys.filter((key) => !knownKey(key)),
  );
}

function ofSets(place: Placed<Leaf>, { named }: LintContext): Remark[] {
  if (named === undefined || !('territory' in place.criterion)) return [];
  const slugs = place.criterion.territory.in.flatMap((entry) => slugOf(entry) ?? []);
  const open = slugs.filter((slug) => named.entries(slug) === undefined);
  const isKept = (slug: string) => named.title?.(slug) !== undefined;
  return [
    ...remark(
      place,
      'unknown-named-territory',
      '/territory/in',
      open.filter((slug) => !isKept(slug)),
    ),
    ...remark(place, 'territory-not-in-force', '/territory/in', open.filter(isKept)),
  ];
}

function ofTerritories(place: Placed<Leaf>, { knownTerritory }: LintContext): Remark[] {
  if (knownTerritory === undefined || !('territory' in place.criterion)) return [];
  const territories = place.criterion.territory.in.filter((entry) => !isKey(entry));
  return remark(
    place,
    'unknown-territory',
    '/territory/in',
    territories.filter((id) => !knownTerritory(id)),
  );
}

function remark(place: Placed<Leaf>, code: WarningCode, at: string, names: readonly string[]): Remark[] {
  if (names.length === 0) return [];
  return [{ ...place, code, at, params: { names: names.slice(0, SHOWN), count: names.length } }];
}
