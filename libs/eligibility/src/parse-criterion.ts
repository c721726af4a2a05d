import type { Fault } from '@app/kernel/domain-error.js';
import type { Criterion } from './criterion.js';
import { FaultList, type JsonObject, own, step } from './fault-list.js';
import { checkFact, checkMembership, checkNotes, checkPopulation, checkRange } from './parse-demands.js';

/** Beyond these no rule of a real call goes; they keep a hostile one from costing more than it is worth. */
export const LIMITS = { depth: 32, nodes: 5_000, entries: 20_000 } as const;

const NOTES = ['id', 'label', 'source'];
const OPERATORS = ['allOf', 'anyOf', 'not', 'applicantType', 'population', 'territory', 'authority', 'fact', 'jointApplication'] as const;
const OF_THE_WHOLE: readonly Operator[] = ['allOf', 'anyOf', 'not', 'fact'];
const PROPERTIES = [...NOTES, ...OPERATORS];
type Operator = (typeof OPERATORS)[number];

/** Where a node stands: within a joint application there is no other one, and of the application as a whole only facts are known. */
type Within = 'rule' | 'member' | 'whole';
interface Place {
  readonly pointer: string;
  readonly depth: number;
  readonly within: Within;
}

/**
 * Reads a rule of contract §3 from anything that JSON can say, and never throws. Finds every fault with a JSON Pointer that begins
 * with `pointer`; the criterion is given where there is none.
 */
export function parseCriterion(value: unknown, pointer = ''): { criterion: Criterion | undefined; faults: readonly Fault[] } {
  const { faults } = new CriterionReader().read(value, { pointer, depth: 1, within: 'rule' });
  return { criterion: faults.length === 0 ? (value as Criterion) : undefined, faults };
}

class CriterionReader {
  private readonly list = new FaultList();
  private nodes = 0;
  private entries = 0;

  read(value: unknown, place: Place): FaultList {
    this.node(value, place);
    return this.list;
  }

  private node(value: unknown, place: Place): void {
    const { pointer, depth } = place;
    if (depth > LIMITS.depth) this.list.add(pointer, 'too-deep', { most: LIMITS.depth });
    this.nodes += 1;
    if (this.nodes === LIMITS.nodes + 1) this.list.add(pointer, 'too-many-nodes', { most: LIMITS.nodes });
    if (depth > LIMITS.depth || this.nodes > LIMITS.nodes || !this.list.object(value, pointer, PROPERTIES)) return;
    checkNotes(value, pointer, this.list);
    const operators = OPERATORS.filter((operator) => own(value, operator) !== undefined);
    if (operators.length === 0) this.list.add(pointer, 'no-operator');
    if (operators.length > 1) this.list.add(pointer, 'several-operators');
    for (const operator of operators) this.operator(operator, own(value, operator), { ...place, pointer: step(pointer, operator) });
  }

  private operator(operator: Operator, demand: unknown, place: Place): void {
    const { pointer, depth, within } = place;
    if (within === 'whole' && !OF_THE_WHOLE.includes(operator)) this.list.add(pointer, 'only-facts');
    if (operator === 'allOf' || operator === 'anyOf') this.branches(demand, place);
    else if (operator === 'not') this.node(demand, { ...place, depth: depth + 1 });
    else if (operator === 'fact') checkFact(demand, pointer, this.list);
    else if (operator === 'population') checkPopulation(demand, pointer, this.list);
    else if (operator === 'jointApplication') this.joint(demand, place);
    else this.count(checkMembership(demand, pointer, this.list, operator), pointer);
  }

  private branches(demand: unknown, place: Place): void {
    if (!this.list.list(demand, place.pointer)) return;
    for (const [i, branch] of demand.entries()) {
      this.node(branch, { ...place, pointer: step(place.pointer, i), depth: place.depth + 1 });
      if (this.nodes > LIMITS.nodes) return;
    }
  }

  private joint(demand: unknown, { pointer, depth, within }: Place): void {
    if (within === 'member') this.list.add(pointer, 'nested-joint-application');
    if (!this.list.object(demand, pointer, ['members', 'population', 'eachMember', 'lead', 'whole'])) return;
    const { members, population } = { members: own(demand, 'members'), population: own(demand, 'population') };
    if (members !== undefined) checkRange(members, step(pointer, 'members'), this.list, { whole: true });
    if (population !== undefined) checkRange(population, step(pointer, 'population'), this.list);
    for (const part of ['eachMember', 'lead', 'whole'] as const)
      this.part(demand, part, { pointer: step(pointer, part), depth: depth + 1, within });
  }

  private part(demand: JsonObject, part: 'eachMember' | 'lead' | 'whole', place: Place): void {
    const criterion = own(demand, part);
    if (criterion !== undefined) this.node(criterion, { ...place, within: part === 'whole' ? 'whole' : 'member' });
  }

  private count(entries: number, pointer: string): void {
    const before = this.entries;
    this.entries += entries;
    if (before <= LIMITS.entries && this.entries > LIMITS.entries) this.list.add(pointer, 'too-many-entries', { most: LIMITS.entries });
  }
}
