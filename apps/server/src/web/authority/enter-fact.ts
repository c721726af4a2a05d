import { PutFact } from '@app/authorities/put-fact.js';
import { RemoveFact } from '@app/authorities/remove-fact.js';
import type { FactValue } from '@app/eligibility/applicant.js';
import type { Actor } from '@app/kernel/actor.js';
import { Clock, dayAt } from '@app/kernel/clock.js';
import { DomainError } from '@app/kernel/domain-error.js';
import { MatchingIndex } from '@app/matching/matching-index.js';
import { Injectable } from '@nestjs/common';
import { askedFacts, fieldType } from './asked-facts.js';
import { type FactForm, factDayOf, factValueOf } from './fact-form.js';

/** What was meant, and of which day it is. */
export interface ReadFact {
  readonly value: FactValue | undefined;
  readonly asOf: string;
}

export interface FactFault {
  readonly fault: string;
  readonly field: 'value' | 'asOf';
}

/** What the form of a fact does. What is stated without a day is of today. */
@Injectable()
export class EnterFact {
  constructor(
    private readonly putFact: PutFact,
    private readonly removeFact: RemoveFact,
    private readonly index: MatchingIndex,
    private readonly clock: Clock,
  ) {}

  /** By what rules ask of the fact, those of calls too that have closed since the form was opened: `is` compares the type as well. */
  async read(form: FactForm): Promise<ReadFact | FactFault> {
    const state = await this.index.current();
    const authority = state.authority(form.key);
    if (!authority) throw new DomainError('not-found');
    const asked = askedFacts([...state.calls.values()].map(({ call }) => call.rule)).get(form.name);
    const known = authority.facts.find(({ name }) => name === form.name);
    const value = factValueOf(form.value, fieldType(asked, known?.value));
    if ('fault' in value) return { ...value, field: 'value' };
    const day = factDayOf(form.asOf, dayAt(this.clock.now(), authority.zone));
    return 'fault' in day ? { ...day, field: 'asOf' } : { ...value, ...day };
  }

  /** Nothing stated takes back what was there; where nothing was, nothing happens. Throws 'stale' when somebody else was quicker. */
  async run(actor: Actor, { key, name, source, version }: FactForm, { value, asOf }: ReadFact): Promise<void> {
    if (value === undefined) {
      if (version !== undefined) await this.removeFact.run(actor, key, name, version);
      return;
    }
    const authority = (await this.index.current()).authority(key);
    if (!authority) throw new DomainError('not-found');
    if (version === undefined && authority.facts.some((fact) => fact.name === name)) throw new DomainError('stale');
    await this.putFact.run(actor, key, name, { value, source, asOf }, version);
  }
}
