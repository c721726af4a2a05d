import { type AuthorityView, applicantOf } from '@app/authorities/authority-view.js';
import { concealFacts } from '@app/eligibility/conceal-facts.js';
import type { Criterion } from '@app/eligibility/criterion.js';
import type { Evaluation } from '@app/eligibility/evaluate.js';
import { evaluateJointly } from '@app/eligibility/evaluate-jointly.js';
import { type Actor, mayActFor, mayEdit } from '@app/kernel/actor.js';
import { DomainError } from '@app/kernel/domain-error.js';
import { MatchingIndex } from '@app/matching/matching-index.js';
import { type PartnerGroups, PartnersOfCall } from '@app/matching/partner-groups.js';
import { Injectable } from '@nestjs/common';
import { maySeeFact } from '../authorities/authority.mapper.js';

/** Several that somebody names, judged as one application. */
export interface TriedGroup {
  readonly members: readonly AuthorityView[];
  readonly evaluation: Evaluation;
}

/** With whom an authority could apply: staff ask for their own, editors and administrators for any; others get 'not-found'. */
@Injectable()
export class ReadPartners {
  constructor(
    private readonly index: MatchingIndex,
    private readonly partnersOfCall: PartnersOfCall,
  ) {}

  async run(actor: Actor, callId: string, key: string): Promise<PartnerGroups> {
    const authority = (await this.index.current()).authority(key);
    if (authority && !mayAskFor(actor, authority)) throw new DomainError('not-found');
    const found = await this.partnersOfCall.run(callId, key);
    const groups = found.groups.map((group) => ({ ...group, evaluation: concealed(actor, group.members, group.evaluation) }));
    return { ...found, groups };
  }

  /** Throws 'unknown-authority' with a pointer to each key that the register does not know. */
  async tryGroup(actor: Actor, rule: Criterion, keys: readonly string[]): Promise<TriedGroup> {
    const state = await this.index.current();
    const found = keys.map((key) => state.authority(key));
    const faults = found.flatMap((each, i) => (each ? [] : [{ pointer: `/with/${i}`, code: 'unknown-authority' }]));
    if (faults.length > 0) throw new DomainError('unknown-authority', {}, faults);
    const members = found.filter((each) => each !== undefined);
    const evaluation = evaluateJointly(rule, members.map(applicantOf), undefined, state.named);
    return { members, evaluation: concealed(actor, members, evaluation) };
  }
}

export function mayAskFor(actor: Actor, authority: AuthorityView): boolean {
  return mayEdit(actor) || mayActFor(actor, authority.id);
}

/** What a member's staff entered is that member's own (contract §2). */
function concealed(actor: Actor, members: readonly AuthorityView[], evaluation: Evaluation): Evaluation {
  return concealFacts(evaluation, (name, member) => {
    const authority = member === undefined ? undefined : members[member];
    const fact = authority?.facts.find((each) => each.name === name);
    return !authority || !fact || maySeeFact(actor, authority, fact.visibility);
  });
}
