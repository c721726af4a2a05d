import { formatNumber, type Locale } from '@app/kernel/locale.js';
import { NBSP } from '@app/kernel/words.js';
import { type Criterion, isLeaf, type Range } from './criterion.js';
import type { Evaluation, Finding } from './evaluation.js';
import { shortKindName } from './kind-names.js';
import { excludedWords } from './leaf-words.js';
import { LineVerdicts } from './line-verdicts.js';
import { missingName } from './missing-names.js';
import { nearestObstacles, type Obstacle, withoutJointWays } from './obstacles.js';
import { demandWords } from './range-words.js';
import { capital, kinds, wayInOneLine, waysOf } from './rule-in-one-line.js';
import { type Line, limitsSize, ruleTree } from './rule-tree.js';

/** More obstacles than this make a line of a list too long. */
const MOST_OBSTACLES = 2;

const WORDS = {
  de: {
    missingOne: 'Es fehlt',
    missingMany: 'Es fehlen',
    notAlone: 'Allein nicht',
    onlyJointly: 'Nur gemeinsam mit anderen',
    excluded: 'ausgeschlossen',
    eligible: 'antragsberechtigt sind',
  },
  en: {
    missingOne: 'Missing',
    missingMany: 'Missing',
    notAlone: 'Not alone',
    onlyJointly: 'Only together with others',
    excluded: 'excluded',
    eligible: 'who may apply:',
  },
} as const;

/**
 * Why the outcome is as it is, as a fragment of a line without a full stop: "Stadt mit 93.207 Einwohnern, erlaubt sind höchstens
 * 300.000", "Es fehlt: ländliches Einzugsgebiet nachgewiesen". Tells of the way that decides, else of the one that comes nearest.
 */
export function mainReason(rule: Criterion, evaluation: Evaluation, locale: Locale): string {
  const words = WORDS[locale];
  const verdicts = new LineVerdicts(rule, evaluation);
  const tree = ruleTree(rule, locale);
  if (evaluation.outcome === 'undetermined') {
    const missing = evaluation.missing.map((item) => missingName(item, locale, evaluation.findings));
    return `${missing.length === 1 ? words.missingOne : words.missingMany}: ${missing.join(', ')}`;
  }
  if (evaluation.outcome === 'eligible') return reasonWhy(rule, tree, verdicts, locale);
  if (evaluation.outcome === 'ineligible') return obstacleWords(nearestObstacles(tree, verdicts), rule, locale);
  const obstacles = nearestObstacles(withoutJointWays(tree), verdicts);
  return obstacles.length === 0 ? words.onlyJointly : `${words.notAlone}: ${obstacleWords(obstacles, rule, locale)}`;
}

/** The first way that is met: with the figure where it limits the size, else as the rule puts it. */
function reasonWhy(rule: Criterion, tree: Line, verdicts: LineVerdicts, locale: Locale): string {
  const way = firstMetWay(tree, verdicts);
  const findings = conditionsOf(way).flatMap(({ path }) => verdicts.findings(path));
  const figure = findings.find(({ code }) => code === 'population-within');
  if (figure === undefined || figure.member !== undefined) return capital(wayInOneLine(way.criterion!, locale, limitsSize(rule)), locale);
  const types = findings.find(({ code }) => code === 'applicant-type-among')?.params.types;
  return figureWords(figure, locale, Array.isArray(types) ? types.map(String) : []);
}

function firstMetWay(line: Line, verdicts: LineVerdicts): Line {
  if (line.criterion === undefined || !('anyOf' in line.criterion)) return line;
  const met = line.children.find((child) => verdicts.of(child) === 'met');
  return met === undefined ? line : firstMetWay(met, verdicts);
}

function conditionsOf(line: Line): Line[] {
  return line.criterion !== undefined && 'allOf' in line.criterion ? line.children.flatMap(conditionsOf) : [line];
}

/** "Stadt mit 93.207 Einwohnern, erlaubt sind höchstens 300.000"; without a kind "320.946 Einwohner, erlaubt …". */
function figureWords({ params }: Finding, locale: Locale, types: readonly string[] = []): string {
  const kind = shortKindName(types, locale);
  const count = formatNumber(Number(params.value), locale);
  const people = locale === 'en' ? `${count}${NBSP}inhabitants` : `${count}${NBSP}Einwohner${kind === undefined ? '' : 'n'}`;
  const who =
    kind === undefined
      ? people
      : `${kind.charAt(0).toLocaleUpperCase(locale)}${kind.slice(1)} ${locale === 'de' ? 'mit' : 'with'} ${people}`;
  return `${who}, ${demandWords(params as Range, locale)}`;
}

function obstacleWords(obstacles: readonly Obstacle[], rule: Criterion, locale: Locale): string {
  const texts = new Set(obstacles.map((obstacle) => obstacleText(obstacle, rule, locale)));
  return [...texts].slice(0, MOST_OBSTACLES).join('; ');
}

function obstacleText({ line, finding }: Obstacle, rule: Criterion, locale: Locale): string {
  const words = WORDS[locale];
  if (finding === undefined) {
    const { criterion } = line;
    const excluded = criterion !== undefined && 'not' in criterion && isLeaf(criterion.not) ? criterion.not : undefined;
    return `${words.excluded}: ${excluded === undefined ? (line.text ?? line.join ?? '') : excludedWords(excluded, locale)}`;
  }
  if (finding.member !== undefined) return withoutStop(finding.text[locale]);
  if (finding.code === 'population-outside') return figureWords(finding, locale);
  if (finding.code !== 'applicant-type-other') return withoutStop(finding.text[locale]);
  const own = shortKindName(finding.params.types as readonly string[], locale);
  const demanded = `${words.eligible} ${kinds(everyKind(rule, finding.params.in as readonly string[]), locale)}`;
  return own === undefined ? demanded : `${own}, ${demanded}`;
}

/** Who may apply at all: the kinds of every way where each names some, else those of the one at hand. */
function everyKind(rule: Criterion, ofThisWay: readonly string[]): readonly string[] {
  const perWay = waysOf(rule).map((way) =>
    ('allOf' in way ? way.allOf : [way]).flatMap((part) => ('applicantType' in part ? part.applicantType.in : [])),
  );
  return perWay.every((tags) => tags.length > 0) ? [...new Set(perWay.flat())] : ofThisWay;
}

function withoutStop(sentence: string): string {
  return sentence.replace(/\.$/, '');
}
