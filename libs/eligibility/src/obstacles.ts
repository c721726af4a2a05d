import { isLeaf } from './criterion.js';
import type { Finding } from './evaluation.js';
import type { LineVerdicts } from './line-verdicts.js';
import type { Line } from './rule-tree.js';

/** What stands in somebody's way: a finding that is not met, or a line that excludes him. */
export interface Obstacle {
  readonly line: Line;
  readonly finding?: Finding;
}

/** Nobody becomes a county or moves to another state, but a fact may change and a figure will. */
const FIXED = 10;
const CHANGEABLE = 1;

/** The obstacles of the way that comes nearest to being met; none if nothing is unmet here. */
export function nearestObstacles(line: Line, verdicts: LineVerdicts): Obstacle[] {
  const { criterion } = line;
  if (criterion === undefined || isLeaf(criterion)) return unmetFindings(line, verdicts);
  if ('not' in criterion) return verdicts.of(line) === 'unmet' ? [{ line }] : [];
  if ('jointApplication' in criterion) return obstaclesOfJoint(line, verdicts);
  if ('allOf' in criterion) return line.children.flatMap((child) => nearestObstacles(child, verdicts));
  return line.children.length === 0 ? [{ line }] : nearestOf(line.children, verdicts);
}

function nearestOf(ways: readonly Line[], verdicts: LineVerdicts): Obstacle[] {
  const tried = ways.map((way) => ({ obstacles: nearestObstacles(way, verdicts), met: metLeaves(way, verdicts) }));
  tried.sort((a, b) => costOf(a.obstacles) - costOf(b.obstacles) || b.met - a.met);
  return tried[0]?.obstacles ?? [];
}

/** First what the application lacks as a whole, then its members; of one applicant, what keeps it from being any kind of member. */
function obstaclesOfJoint(line: Line, verdicts: LineVerdicts): Obstacle[] {
  const members = line.children.filter(({ scope }) => scope !== 'whole');
  if (!verdicts.isJoint) return nearestOf(members, verdicts);
  const ofTheWhole = line.children.filter(({ scope }) => scope === 'whole').flatMap((child) => nearestObstacles(child, verdicts));
  const unled = members.flatMap((child) => unmetFindings(child, verdicts).filter(({ finding }) => finding?.code === 'lead-absent'));
  const lacking = [...ofTheWhole, ...unled];
  return lacking.length > 0 ? lacking : members.flatMap((child) => nearestObstacles(child, verdicts));
}

/** Leaves out the ways that need others: what is left is why one may not apply alone. */
export function withoutJointWays(line: Line): Line {
  if (line.criterion === undefined || !('anyOf' in line.criterion)) return line;
  const alone = line.children
    .filter(({ criterion }) => criterion === undefined || !('jointApplication' in criterion))
    .map(withoutJointWays);
  return alone.length === 0 ? line : { ...line, children: alone };
}

function unmetFindings(line: Line, verdicts: LineVerdicts): Obstacle[] {
  return verdicts.findings(line.path).flatMap((finding) => (finding.verdict === 'unmet' ? [{ line, finding }] : []));
}

function metLeaves(line: Line, verdicts: LineVerdicts): number {
  if (line.children.length === 0) return verdicts.of(line) === 'met' ? 1 : 0;
  return line.children.reduce((count, child) => count + metLeaves(child, verdicts), 0);
}

function costOf(obstacles: readonly Obstacle[]): number {
  const isChangeable = ({ finding }: Obstacle) => finding !== undefined && /^(population|fact|members|joint|lead)-/.test(finding.code);
  return obstacles.reduce((cost, obstacle) => cost + (isChangeable(obstacle) ? CHANGEABLE : FIXED), 0);
}
