import { inLocale, type Locale } from '@app/kernel/locale.js';
import { NBSP } from '@app/kernel/words.js';
import { type Criterion, children, DEFAULT_MEMBERS, isLeaf, type JointCriterion, type Placed } from './criterion.js';
import { excludedWords, leafWords } from './leaf-words.js';
import { rangeWords } from './range-words.js';
import { ruleWords } from './rule-words.js';

/** Who is looked at: every applicant, each member or the leading one of a joint application, or that application itself. */
export type Scope = 'applicant' | 'eachMember' | 'lead' | 'whole';

/** A line of the readable tree, with the criterion it stands for; demands on an application as a whole have none. */
export interface Line {
  readonly path: string;
  readonly criterion?: Criterion;
  readonly scope: Scope;
  readonly join?: string;
  readonly text?: string;
  readonly label?: string;
  readonly quote?: { readonly text: string; readonly url?: string };
  readonly children: readonly Line[];
  /** The number of this way among those of which one is enough: "2", "3.1". */
  readonly way?: string;
}

interface Context {
  readonly locale: Locale;
  readonly scope: Scope;
  /** What stands before the line: "Weg 2", "Jedes Mitglied". */
  readonly lead?: string;
  readonly way?: string;
  /** Some way of the rule limits the size, so one that does not says so. */
  readonly sizeMatters: boolean;
}

export function ruleTree(rule: Criterion, locale: Locale): Line {
  return lineOf({ path: '', criterion: rule }, { locale, scope: 'applicant', sizeMatters: limitsSize(rule) });
}

export function limitsSize(criterion: Criterion): boolean {
  return (
    'population' in criterion || (!('jointApplication' in criterion) && children(criterion).some((child) => limitsSize(child.criterion)))
  );
}

function lineOf(place: Placed, context: Context): Line {
  const { path, criterion } = place;
  const { locale, scope, way } = context;
  const { quote: words, url } = criterion.source ?? {};
  const quote = words === undefined ? undefined : { text: words, ...(url === undefined ? {} : { url }) };
  const line = {
    path,
    criterion,
    scope,
    ...(way === undefined ? {} : { way }),
    ...(criterion.label === undefined ? {} : { label: inLocale(criterion.label, locale) }),
    ...(quote === undefined ? {} : { quote }),
  };
  const text = textOf(criterion, context);
  if (text !== undefined) return { ...line, ...(context.lead === undefined ? {} : { join: `${context.lead}:` }), text, children: [] };
  return { ...line, join: joinOf(criterion, context), children: linesInside(place, context) };
}

/** A leaf, its negation and an empty connective are one line of text. */
function textOf(criterion: Criterion, { locale, way, sizeMatters }: Context): string | undefined {
  const words = ruleWords(locale);
  if (isLeaf(criterion)) {
    const isOfAnySize = way !== undefined && sizeMatters && 'applicantType' in criterion;
    return leafWords(criterion, locale) + (isOfAnySize ? words.ofAnySize : '');
  }
  if ('not' in criterion) return isLeaf(criterion.not) ? `${words.not}: ${excludedWords(criterion.not, locale)}` : undefined;
  if ('allOf' in criterion && criterion.allOf.length === 0) return words.everybody;
  return 'anyOf' in criterion && criterion.anyOf.length === 0 ? words.nobody : undefined;
}

function joinOf(criterion: Criterion, { locale, lead }: Context): string {
  const words = ruleWords(locale);
  const join =
    'allOf' in criterion
      ? words.all(criterion.allOf.length)
      : 'anyOf' in criterion
        ? words.any
        : 'not' in criterion
          ? words.none
          : words.joint;
  return lead === undefined ? join.charAt(0).toLocaleUpperCase(locale) + join.slice(1) : `${lead}: ${join}`;
}

function linesInside({ path, criterion }: Placed, context: Context): Line[] {
  if ('jointApplication' in criterion) return linesOfJoint(path, criterion, context);
  const { lead: _lead, way, ...inherited } = context;
  return children(criterion, path).map((child, i) => {
    if (!('anyOf' in criterion)) return lineOf(child, inherited);
    const number = way === undefined ? `${i + 1}` : `${way}.${i + 1}`;
    return lineOf(child, { ...inherited, way: number, lead: `${ruleWords(context.locale).way}${NBSP}${number}` });
  });
}

function linesOfJoint(path: string, criterion: JointCriterion, { locale }: Context): Line[] {
  const words = ruleWords(locale);
  const { members, population, lead } = criterion.jointApplication;
  const at = `${path}/jointApplication`;
  const demand = (part: string, text: string): Line => ({ path: `${at}${part}`, scope: 'whole', text, children: [] });
  const leads = { eachMember: lead === undefined ? words.eachMember : words.eachOther, lead: words.lead, whole: words.whole };
  return [
    demand(members === undefined ? '' : '/members', `${rangeWords(members ?? DEFAULT_MEMBERS, locale)}${NBSP}${words.members}`),
    ...(population === undefined
      ? []
      : [demand('/population', `${words.together} ${rangeWords(population, locale)}${NBSP}${words.inhabitants}`)]),
    ...children(criterion, path).map((child) => {
      const scope = child.path.slice(at.length + 1) as 'eachMember' | 'lead' | 'whole';
      return lineOf(child, { locale, scope, lead: leads[scope], sizeMatters: false });
    }),
  ];
}
