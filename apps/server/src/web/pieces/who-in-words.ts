import type { Criterion, FactCriterion, Leaf } from '@app/eligibility/criterion.js';
import { factName } from '@app/eligibility/fact-names.js';
import { hasBound } from '@app/eligibility/range.js';
import { shortRangeWords } from '@app/eligibility/range-words.js';
import { tagName } from '@app/eligibility/tag-names.js';
import { territoryName } from '@app/eligibility/territory-names.js';
import type { Locale } from '@app/kernel/locale.js';
import { listOf } from '@app/kernel/words.js';
import { capital } from '../texts/capital.js';
import { type Texts, texts } from '../texts/texts.js';

const MOST_WAYS = 4;
const MOST_PLACES = 3;

type LeafOf<Key extends string> = Extract<Leaf, Record<Key, unknown>>;

function find<Key extends string>(parts: readonly Criterion[], key: Key): LeafOf<Key> | undefined {
  return parts.find((part) => key in part) as LeafOf<Key> | undefined;
}

function places(ids: readonly string[], t: Texts): string {
  const names = ids.slice(0, MOST_PLACES).map((id) => territoryName(id, t.locale));
  return ids.length > MOST_PLACES ? t.rule.andMore(names.join(', '), ids.length - MOST_PLACES) : listOf(names, t.locale);
}

function condition({ fact }: FactCriterion, locale: Locale): string {
  const name = factName(fact.name, locale);
  if (hasBound(fact)) return `${name} ${shortRangeWords(fact, locale)}`;
  return fact.is === false ? texts(locale).who.without(name) : name;
}

/** "Städte und Gemeinden bis 300.000 Einwohner in Niedersachsen (zentraler Ort)": one way of a rule. */
function way(criterion: Criterion, t: Texts): string {
  const { locale } = t;
  if ('jointApplication' in criterion) {
    const { eachMember, lead } = criterion.jointApplication;
    const members = [eachMember, lead].flatMap((part) => (part ? [way(part, t)] : []));
    return t.who.jointly(members.length > 0 ? listOf(members, locale) : t.who.everyone);
  }
  const parts = 'allOf' in criterion ? criterion.allOf : [criterion];
  const listed = find(parts, 'authority');
  if (listed) return t.who.listed(listed.authority.in.length);
  const types = find(parts, 'applicantType')?.applicantType.in ?? [];
  const population = find(parts, 'population')?.population;
  const territory = find(parts, 'territory')?.territory.in;
  const facts = parts.filter((part): part is FactCriterion => 'fact' in part).map((part) => condition(part, locale));
  return [
    types.length > 0
      ? listOf(
          types.map((tag) => tagName(tag, locale, true)),
          locale,
        )
      : t.who.everyone,
    population && t.words.inhabitants(shortRangeWords(population, locale)),
    territory && t.who.in(places(territory, t)),
    facts.length > 0 && `(${facts.join(', ')})`,
  ]
    .filter((text): text is string => typeof text === 'string')
    .join(' ');
}

/** Who may apply, in one line for lists and fact sheets: the ways one after the other, without the fine print of the rule. */
export function whoInWords(rule: Criterion, locale: Locale): string {
  const t = texts(locale);
  const ways = 'anyOf' in rule ? rule.anyOf.flatMap((part) => ('anyOf' in part ? part.anyOf : [part])) : [rule];
  if (ways.length === 0) return t.rule.none;
  const words = [...new Set(ways.map((part) => way(part, t)))];
  const shown = words.slice(0, MOST_WAYS).join('; ');
  return capital(words.length > MOST_WAYS ? t.rule.andMore(shown, words.length - MOST_WAYS) : shown, locale);
}
