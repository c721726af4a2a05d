import { inLocale, type Locale } from '@app/kernel/locale.js';
import { type Criterion, isLeaf, type JointDemand } from './criterion.js';
import { type NamedTerritories, named as namedEntry, slugOf } from './named-territories.js';

/** Rules call a set of territories by its slug, people by its title: the rule with titles in the places of slugs, for words only. */
export function entitled(rule: Criterion, named: NamedTerritories | undefined, locale: Locale): Criterion {
  return named?.title === undefined ? rule : withTitles(rule, (entry) => entitledEntry(entry, named, locale));
}

/** 'named:coal' → 'named:Kohleregionen'; all else, and sets that nobody keeps, as they are. */
export function entitledEntry(entry: string, named: NamedTerritories | undefined, locale: Locale): string {
  const slug = slugOf(entry);
  const title = slug === undefined ? '' : inLocale(named?.title?.(slug), locale);
  return title === '' ? entry : namedEntry(title);
}

function withTitles(criterion: Criterion, titled: (entry: string) => string): Criterion {
  const inside = (child: Criterion) => withTitles(child, titled);
  if ('territory' in criterion) return { ...criterion, territory: { in: criterion.territory.in.map(titled) } };
  if (isLeaf(criterion)) return criterion;
  if ('allOf' in criterion) return { ...criterion, allOf: criterion.allOf.map(inside) };
  if ('anyOf' in criterion) return { ...criterion, anyOf: criterion.anyOf.map(inside) };
  if ('not' in criterion) return { ...criterion, not: inside(criterion.not) };
  return { ...criterion, jointApplication: ofJoint(criterion.jointApplication, inside) };
}

function ofJoint(joint: JointDemand, inside: (child: Criterion) => Criterion): JointDemand {
  const { eachMember, lead } = joint; // `whole` holds facts only
  return { ...joint, ...(eachMember && { eachMember: inside(eachMember) }), ...(lead && { lead: inside(lead) }) };
}
