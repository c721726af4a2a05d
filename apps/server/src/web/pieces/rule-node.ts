import { connectiveOf } from '@app/eligibility/connective.js';
import { type Criterion, children, isLeaf, type JointCriterion, type Leaf } from '@app/eligibility/criterion.js';
import type { Finding } from '@app/eligibility/evaluation.js';
import { or, type Verdict } from '@app/eligibility/outcome.js';
import { inLocale } from '@app/kernel/locale.js';
import type { Texts } from '../texts/texts.js';
import { leafText } from './rule-leaf-text.js';
import type { RuleNode } from './rule-tree.js';

/** A node in both readings of contract §3, as the evaluator has them; none where nobody is asked about. */
interface Read {
  path: string;
  node: RuleNode;
  reading?: { alone: Verdict; jointly: Verdict };
}

interface Context {
  t: Texts;
  /** By path; empty without an authority. */
  findings: ReadonlyMap<string, Finding>;
}

/**
 * A rule as the tree that pages show; with the findings of one authority also with verdicts and reasons.
 * A joint application reads as met where the authority could be a member, so that the root agrees with the outcome.
 */
export function ruleNode(t: Texts, rule: Criterion, findings: readonly Finding[] = []): RuleNode {
  const own = findings.filter(({ member }) => member === undefined);
  return read({ t, findings: new Map(own.map((finding) => [finding.path, finding])) }, rule, '').node;
}

function read(context: Context, criterion: Criterion, path: string): Read {
  if (isLeaf(criterion)) return readLeaf(context, criterion, path);
  const { t } = context;
  const branches = children(criterion, path).map((child) => read(context, child.criterion, child.path));
  const reading = context.findings.size > 0 ? combine(criterion, branches) : undefined;
  const node: RuleNode = {
    join: inLocale(criterion.label, t.locale) || joinOf(t, criterion, branches.length),
    ...(reading && { verdict: shown(reading) }),
    ...quoteOf(criterion),
    children: arranged(t, criterion, branches),
  };
  return { path, node, ...(reading && { reading }) };
}

function readLeaf({ t, findings }: Context, leaf: Leaf, path: string): Read {
  const finding = findings.get(path);
  const text = inLocale(leaf.label, t.locale) || leafText(leaf, t.locale);
  const node: RuleNode = { text, ...(finding && { verdict: finding.verdict, why: finding.text[t.locale] }), ...quoteOf(leaf) };
  return { path, node, ...(finding && { reading: { alone: finding.verdict, jointly: finding.verdict } }) };
}

function quoteOf({ source }: Criterion): Pick<RuleNode, 'quote'> {
  if (!source?.quote) return {};
  return { quote: { text: source.quote, ...(source.url !== undefined && { url: source.url }) } };
}

/** As `outcomeOf` decides: jointly counts only where it is certain that it does not apply alone. */
function shown({ alone, jointly }: NonNullable<Read['reading']>): Verdict {
  return alone === 'unmet' ? jointly : alone;
}

function combine(criterion: Exclude<Criterion, Leaf>, branches: readonly Read[]): Read['reading'] {
  if ('jointApplication' in criterion) return { alone: 'unmet', jointly: asMember(branches) };
  const known = branches.flatMap(({ reading }) => (reading ? [reading] : []));
  const connective = connectiveOf(criterion);
  return { alone: connective(known.map(({ alone }) => alone)), jointly: connective(known.map(({ jointly }) => jointly)) };
}

/** A member satisfies `eachMember` (a missing one is met by everyone) or `lead`. */
function asMember(branches: readonly Read[]): Verdict {
  const part = (name: string) => branches.find(({ path }) => path.endsWith(`/jointApplication/${name}`))?.reading?.jointly;
  return or([part('eachMember') ?? 'met', part('lead') ?? 'unmet']);
}

function joinOf(t: Texts, criterion: Exclude<Criterion, Leaf>, count: number): string {
  if ('anyOf' in criterion) return count === 0 ? t.rule.nobody : t.rule.oneOf;
  if ('not' in criterion) return t.rule.not;
  if ('jointApplication' in criterion) return t.rule.joint(criterion.jointApplication);
  if (count === 0) return t.rule.everyone;
  return count === 2 ? t.rule.both : t.rule.allOf;
}

function arranged(t: Texts, criterion: Criterion, branches: readonly Read[]): RuleNode[] {
  const nodes = branches.map(({ node }) => node);
  if ('anyOf' in criterion) return ways(t, nodes);
  return 'jointApplication' in criterion ? parts(t, criterion, nodes) : nodes;
}

/** Numbers the ways; beside a way that holds, another that does not is no harm, and says so. */
function ways(t: Texts, branches: readonly RuleNode[]): RuleNode[] {
  const enough = branches.findIndex(({ verdict }) => verdict === 'met') + 1;
  return branches.map((branch, at) => {
    const way = t.rule.way(at + 1);
    const join = branch.join ? `${way} ${branch.join.charAt(0).toLowerCase()}${branch.join.slice(1)}` : way;
    const isNoHarm = enough > 0 && branch.verdict !== 'met';
    return { ...branch, join, ...(isNoHarm && { why: [branch.why, t.rule.noHarm(enough)].filter(Boolean).join(' ') }) };
  });
}

/** The parts of a joint application by their role. */
function parts(t: Texts, { jointApplication }: JointCriterion, branches: readonly RuleNode[]): RuleNode[] {
  const roles = (['eachMember', 'lead', 'whole'] as const).filter((part) => jointApplication[part] !== undefined);
  return branches.map((branch, at) => ({ ...branch, join: [t.rule.parts[roles[at]!], branch.join].filter(Boolean).join(' ') }));
}
