import type { Applicant } from '../applicant.js';
import type { Criterion } from '../criterion.js';
import { type NamedTerritories, NO_NAMED_TERRITORIES } from '../named-territories.js';
import type { Outcome } from '../outcome.js';
import type { ApplicantIndex } from './applicant-index.js';
import { EligiblePairs } from './eligible-pairs.js';
import { leafTest, MET, UNMET } from './leaf-test.js';
import { ALWAYS, AND, LEAF, NEVER, NOT, RuleCompiler } from './rule-compiler.js';
import type { RuleProgram } from './rule-program.js';

export interface IndexedRule {
  /** Its place in the answers, for ever. */
  readonly ordinal: number;
  readonly rule: Criterion;
}

const EMPTY: RuleProgram = {
  ops: Uint8Array.of(AND, AND),
  left: new Uint32Array(2),
  right: new Uint32Array(2),
  leaves: [],
  tests: [],
  alone: new Uint32Array(),
  jointly: new Uint32Array(),
};

/** Nodes of replaced rules stay behind; when there are as many as this part of the build, a new one is due. */
const MOST_LEFT_BEHIND = 0.5;
const LEAST_LEFT_BEHIND = 1_000;

/** 3 × alone + jointly → outcome; see `outcomeOf`. */
const OUTCOME: readonly Outcome[] = [
  ...(['ineligible', 'undetermined', 'eligible_jointly'] as const),
  ...(['undetermined', 'undetermined', 'undetermined'] as const),
  ...(['eligible', 'eligible', 'eligible'] as const),
];

/**
 * "This applicant, all rules" in a fraction of what the evaluator needs: says of every rule what `outcomeFor` says. Nothing is stored of
 * any applicant, so the register may change as it likes. Never changed: `with` makes the next one.
 */
export class RuleIndex {
  private constructor(
    private readonly program: RuleProgram,
    private readonly named: NamedTerritories,
    private readonly nodesBuilt: number,
  ) {}

  /** Ordinals are distinct, not negative and best without large gaps. */
  static build(rules: readonly IndexedRule[], named: NamedTerritories = NO_NAMED_TERRITORIES): RuleIndex {
    const program = extended(EMPTY, rules, named);
    return new RuleIndex(program, named, program.ops.length);
  }

  /** The index with some rules added or replaced; undefined where so much is left behind that a new build is due. */
  with(changed: readonly IndexedRule[]): RuleIndex | undefined {
    const program = extended(this.program, changed, this.named);
    const limit = this.nodesBuilt + Math.max(LEAST_LEFT_BEHIND, this.nodesBuilt * MOST_LEFT_BEHIND);
    return program.ops.length > limit ? undefined : new RuleIndex(program, this.named, this.nodesBuilt);
  }

  /** The outcome of each rule, by its ordinal; what it says of an ordinal that no rule has means nothing. */
  outcomes(applicant: Applicant): (ordinal: number) => Outcome {
    const { alone, jointly } = this.program;
    const verdicts = this.verdicts(applicant);
    return (ordinal) => OUTCOME[3 * verdicts[alone[ordinal]!]! + verdicts[jointly[ordinal]!]!]!;
  }

  /** For asking about all pairs: who is eligible for one rule after the other. */
  eligiblePairs(applicants: ApplicantIndex): EligiblePairs {
    return new EligiblePairs(applicants, this.program);
  }

  private verdicts(applicant: Applicant): Uint8Array {
    const { ops, left, right, tests } = this.program;
    const verdicts = new Uint8Array(ops.length);
    verdicts[ALWAYS] = MET;
    verdicts[NEVER] = UNMET;
    for (let node = NEVER + 1; node < ops.length; node++) {
      const op = ops[node]!;
      if (op === LEAF) verdicts[node] = tests[left[node]!]!(applicant);
      else {
        const a = verdicts[left[node]!]!;
        const b = verdicts[right[node]!]!;
        verdicts[node] = op === NOT ? MET - a : op === AND ? Math.min(a, b) : Math.max(a, b);
      }
    }
    return verdicts;
  }
}

function extended(program: RuleProgram, rules: readonly IndexedRule[], named: NamedTerritories): RuleProgram {
  const compiler = new RuleCompiler(program.ops.length, program.leaves.length);
  const size = rules.reduce((most, { ordinal }) => Math.max(most, ordinal + 1), program.alone.length);
  const alone = new Uint32Array(size);
  const jointly = new Uint32Array(size);
  alone.set(program.alone);
  jointly.set(program.jointly);
  for (const { ordinal, rule } of rules) {
    alone[ordinal] = compiler.compile(rule, 'alone');
    jointly[ordinal] = compiler.compile(rule, 'jointly');
  }
  return {
    ops: appended(Uint8Array, program.ops, compiler.ops),
    left: appended(Uint32Array, program.left, compiler.left),
    right: appended(Uint32Array, program.right, compiler.right),
    leaves: [...program.leaves, ...compiler.leaves],
    tests: [...program.tests, ...compiler.leaves.map((leaf) => leafTest(leaf, named))],
    alone,
    jointly,
  };
}

function appended<Values extends Uint8Array | Uint32Array>(
  Kind: new (length: number) => Values,
  values: Values,
  more: readonly number[],
): Values {
  const all = new Kind(values.length + more.length);
  all.set(values);
  all.set(more, values.length);
  return all;
}
