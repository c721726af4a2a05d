import type { Locale } from '@app/kernel/locale.js';
import { NBSP } from '@app/kernel/words.js';
import { type Criterion, isLeaf } from './criterion.js';
import { type RuleNode, wordsOf } from './describe-rule.js';
import type { Evaluation, Finding } from './evaluation.js';
import { factualText } from './finding-texts.js';
import { LineVerdicts } from './line-verdicts.js';
import type { Verdict } from './outcome.js';
import { type Line, ruleTree } from './rule-tree.js';
import { ruleWords } from './rule-words.js';

/** A line of the rule with what is the case. */
export interface ExplainedNode extends RuleNode {
  /** Absent for demands on an application that nobody has made yet. */
  readonly verdict?: Verdict;
  /** Whole sentences: the reason, and where it does no harm, what is enough. */
  readonly why?: string;
  /** What the verdict rests on: where the figure comes from, or the fact's name. */
  readonly rests?: { readonly source: string } | { readonly fact: string };
  readonly children: readonly ExplainedNode[];
}

/** More members than this are not listed one by one. */
const MOST_MEMBERS = 5;

/** The tree of `describeRule` with a verdict on every line and a reason beside every leaf. */
export function explainRule(rule: Criterion, evaluation: Evaluation, locale: Locale): ExplainedNode {
  const verdicts = new LineVerdicts(rule, evaluation);
  const explain = (line: Line, enough?: string): ExplainedNode => {
    const verdict = verdicts.of(line);
    const way = verdict === 'met' ? wayThatIsEnough(line, verdicts, locale) : undefined;
    const harmless = verdict !== 'met' && enough !== undefined ? ruleWords(locale).isEnough(enough) : '';
    const reason = line.scope === 'whole' && !verdicts.isJoint ? '' : reasonOf(line, verdicts, locale);
    const why = [reason, harmless].filter((sentence) => sentence !== '').join(' ');
    const inside = line.children.map((child) => explain(child, way));
    const isOpen = line.scope === 'whole' && !verdicts.isJoint;
    const rests = isOpen ? undefined : restsOn(findingsOf(line, verdicts));
    return { ...wordsOf(line), ...(isOpen ? {} : { verdict }), ...(why === '' ? {} : { why }), ...(rests && { rests }), children: inside };
  };
  return explain(ruleTree(rule, locale));
}

/** "Weg 1": the first way that is met, where one is enough. */
function wayThatIsEnough(line: Line, verdicts: LineVerdicts, locale: Locale): string | undefined {
  const way = line.children.find((child) => child.way !== undefined && verdicts.of(child) === 'met')?.way;
  return way === undefined ? undefined : `${ruleWords(locale).way}${NBSP}${way}`;
}

function reasonOf(line: Line, verdicts: LineVerdicts, locale: Locale): string {
  const findings = findingsOf(line, verdicts);
  const [first] = findings;
  if (first === undefined) return '';
  const isOfNewestFigure = first.params.asOf !== undefined && first.params.referenceDate === undefined;
  const hint = isOfNewestFigure ? ` ${ruleWords(locale).noReferenceDate}` : '';
  const isNegated = line.criterion !== undefined && 'not' in line.criterion;
  const textOf = (finding: Finding) => (isNegated ? factualText(finding, locale) : finding.text[locale]);
  return `${first.member === undefined ? textOf(first) : ofMembers(findings, textOf, locale)}${hint}`;
}

/** Of an applicant alone: members of a group have figures of their own. */
function restsOn([first]: readonly Finding[]): ExplainedNode['rests'] {
  if (first === undefined || first.member !== undefined || first.verdict === 'unknown') return undefined;
  const { source, fact } = first.params;
  if (typeof source === 'string') return { source };
  return typeof fact === 'string' ? { fact } : undefined;
}

function findingsOf(line: Line, verdicts: LineVerdicts): readonly Finding[] {
  const { criterion, path } = line;
  if (criterion === undefined) return verdicts.findings(path).filter(({ member }) => member === undefined);
  if (isLeaf(criterion)) return verdicts.findings(path).filter(({ code }) => !code.startsWith('lead-'));
  return 'not' in criterion && isLeaf(criterion.not) ? verdicts.findings(`${path}/not`) : [];
}

/** Member by member; of many only those who stand in the way. */
function ofMembers(findings: readonly Finding[], textOf: (finding: Finding) => string, locale: Locale): string {
  const standing = findings.length > MOST_MEMBERS ? findings.filter(({ verdict }) => verdict !== 'met') : findings;
  const shown = standing
    .slice(0, MOST_MEMBERS)
    .map((finding) => `${ruleWords(locale).member}${NBSP}${finding.member! + 1}: ${textOf(finding)}`);
  return standing.length > MOST_MEMBERS ? `${shown.join(' ')} …` : shown.join(' ');
}
