import type { Applicant, Facts } from './applicant.js';
import { connectiveOf } from './connective.js';
import { children, isLeaf, type Placed } from './criterion.js';
import { type Finding, findingOf } from './evaluation.js';
import { judgeLeaf } from './judge-leaf.js';
import { type NamedTerritories, NO_NAMED_TERRITORIES } from './named-territories.js';
import { and, type Verdict } from './outcome.js';

/** Several who apply together, and what is known of their application itself. */
export interface Application {
  readonly members: readonly Applicant[];
  readonly facts: Facts;
  readonly named: NamedTerritories;
}

/** A node judged for an application; `each` holds the verdict on every member where members are judged one by one. */
export interface Judged {
  readonly verdict: Verdict;
  readonly each: readonly Verdict[];
  readonly findings: readonly Finding[];
  /** What could still decide, asked only where the node is unknown; about one member if one is named. */
  readonly missing: (member?: number) => readonly string[];
}

/** Judged member by member: every leaf, and what stands in `eachMember` and `lead`. As a whole a leaf holds when it holds for all. */
export function judgeMembers(place: Placed, application: Application): Judged {
  const { path, criterion } = place;
  if (!isLeaf(criterion)) return combine(place, application, (child) => judgeMembers(child, application));
  const { members, named, facts } = application;
  const judgements = members.map((member) => judgeLeaf(criterion, member, named, facts));
  const each = judgements.map((judgement) => judgement.verdict);
  return {
    verdict: and(each),
    each,
    findings: judgements.map((judgement, member) => findingOf(path, criterion, judgement, member)),
    missing: (member) => (member === undefined ? judgements : [judgements[member]!]).flatMap((judgement) => judgement.missing),
  };
}

/** `whole` is judged on the application itself, by the facts given for it. */
export function judgeWhole(place: Placed, application: Application): Judged {
  const { path, criterion } = place;
  if (!isLeaf(criterion)) return combine(place, application, (child) => judgeWhole(child, application));
  const judgement = judgeLeaf(criterion, { types: [], population: [], facts: application.facts }, NO_NAMED_TERRITORIES);
  const findings = [findingOf(path, criterion, judgement)];
  return { verdict: judgement.verdict, each: [], findings, missing: () => judgement.missing };
}

/** A connective over whatever judges the criteria inside it. */
export function combine({ path, criterion }: Placed, { members }: Application, judge: (child: Placed) => Judged): Judged {
  const inside = children(criterion, path).map(judge);
  const connective = connectiveOf(criterion);
  return {
    verdict: connective(inside.map((child) => child.verdict)),
    each: members.map((_, member) => connective(inside.map((child) => child.each[member] ?? child.verdict))),
    findings: inside.flatMap((child) => child.findings),
    missing: (member) => inside.filter((child) => isOpen(child, member)).flatMap((child) => child.missing(member)),
  };
}

function isOpen(judged: Judged, member?: number): boolean {
  return (member === undefined ? judged.verdict : (judged.each[member] ?? judged.verdict)) === 'unknown';
}
