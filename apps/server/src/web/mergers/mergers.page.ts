import type { SignedInPerson } from '@app/accounts/signed-in-person.js';
import type { AuthorityView } from '@app/authorities/authority-view.js';
import { titleOf } from '@app/funding/call-record.js';
import { DomainError } from '@app/kernel/domain-error.js';
import type { Locale } from '@app/kernel/locale.js';
import { MatchingIndex } from '@app/matching/matching-index.js';
import { type Merger, type MergerOutcome, MergerOutcomes } from '@app/matching/merger.js';
import { Injectable } from '@nestjs/common';
import { maySeeFact } from '../../api/authorities/authority.mapper.js';
import { paths } from '../frame/paths.js';
import type { FieldErrors } from '../pieces/form-values.js';
import { texts } from '../texts/texts.js';
import type { MergerResult, MergersModel } from './mergers.model.js';

/** As the interface allows, the reader's authority included. */
const MOST_PARTS = 20;

/** What an authority would qualify for as one with others, current calls only. Nothing is stored. */
@Injectable()
export class MergersPage {
  constructor(
    private readonly index: MatchingIndex,
    private readonly merger: MergerOutcomes,
  ) {}

  async model(actor: SignedInPerson, authority: AuthorityView, entered: readonly string[], locale: Locale): Promise<MergersModel> {
    const others = entered.filter((key) => key !== authority.key);
    const model = { authorityName: authority.name, entered: others };
    const errors = await this.faultsOf(others, locale);
    if (others.length === 0 || Object.keys(errors).length > 0) return { ...model, errors };
    try {
      const merger = await this.merger.run([authority.key, ...others], (part) => ({
        ...part,
        facts: part.facts.filter((fact) => maySeeFact(actor, part, fact.visibility)),
      }));
      return { ...model, errors, result: toResult(merger, locale) };
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'invalid') throw error;
      return { ...model, errors: { with: texts(locale).mergers.otherKind } };
    }
  }

  private async faultsOf(keys: readonly string[], locale: Locale): Promise<FieldErrors> {
    const t = texts(locale);
    if (keys.length >= MOST_PARTS) return { with: t.mergers.tooMany(MOST_PARTS - 1) };
    const state = await this.index.current();
    const unknown = keys.find((key) => !state.authority(key));
    return unknown === undefined ? {} : { with: t.callPartners.unknownKey(unknown) };
  }
}

function toResult({ parts, merged, outcomes }: Merger, locale: Locale): MergerResult {
  const current = outcomes.filter(({ state }) => state.status !== 'closed');
  const isChanged = ({ outcome, today }: MergerOutcome) => today.some((own) => own !== outcome);
  const toRow = ({ call, outcome, today }: MergerOutcome) => ({
    href: paths.call(call.id),
    title: titleOf(call, locale),
    today,
    merged: outcome,
  });
  const figures = typeof merged.population === 'number' ? merged.population : merged.population?.[0]?.value;
  return {
    names: parts.map(({ name }) => name),
    ...(figures !== undefined && { population: figures }),
    changed: current.filter(isChanged).map(toRow),
    same: current.filter((each) => !isChanged(each)).map(toRow),
  };
}
