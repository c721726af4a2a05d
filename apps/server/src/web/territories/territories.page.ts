import type { NamedTerritoryView } from '@app/authorities/territories/named-territory.js';
import { titleOf } from '@app/funding/call-record.js';
import { DomainError } from '@app/kernel/domain-error.js';
import { inLocale, type Locale } from '@app/kernel/locale.js';
import { extentOf } from '@app/matching/extent-of.js';
import { MatchingIndex } from '@app/matching/matching-index.js';
import type { MatchingState } from '@app/matching/matching-state.js';
import { Injectable } from '@nestjs/common';
import { paths } from '../frame/paths.js';
import type { TerritoriesModel, TerritoryFormModel } from './territories.model.js';

/** The sets of territories as editors see them: how many are in each today, and what names it. */
@Injectable()
export class TerritoriesPage {
  constructor(private readonly index: MatchingIndex) {}

  async list(locale: Locale): Promise<TerritoriesModel> {
    const state = await this.index.current();
    const sets = [...state.namedTerritories.values()].map((set) => ({
      slug: set.slug,
      title: inLocale(set.title, locale),
      source: set.source,
      authorities: extentOf(state, set).authorities,
      inForce: state.named.entries(set.slug) !== undefined,
      ...(set.validFrom && { validFrom: set.validFrom }),
      ...(set.validTo && { validTo: set.validTo }),
    }));
    return { sets: sets.sort((a, b) => a.title.localeCompare(b.title, locale)) };
  }

  async stored(slug: string): Promise<NamedTerritoryView> {
    const set = (await this.index.current()).namedTerritories.get(slug);
    if (!set) throw new DomainError('not-found');
    return set;
  }

  async form(shown: Pick<TerritoryFormModel, 'slug' | 'form' | 'errors' | 'saved'>, locale: Locale): Promise<TerritoryFormModel> {
    const state = await this.index.current();
    const others = [...state.namedTerritories.values()].filter(({ slug }) => slug !== shown.slug);
    const stored = shown.slug === undefined ? undefined : state.namedTerritories.get(shown.slug);
    return {
      ...shown,
      others: others.map(({ slug, title }) => ({ value: slug, label: `${inLocale(title, locale)} (${slug})` })),
      ...(stored && { today: todayOf(state, stored, locale) }),
    };
  }
}

function todayOf(state: MatchingState, set: NamedTerritoryView, locale: Locale): TerritoryFormModel['today'] {
  const name = JSON.stringify(`named:${set.slug}`);
  const calls = [...state.calls.values()].map(({ call }) => call).filter(({ rule }) => JSON.stringify(rule).includes(name));
  return {
    ...extentOf(state, set),
    inForce: state.named.entries(set.slug) !== undefined,
    calls: calls.map((call) => ({ href: paths.call(call.id), title: titleOf(call, locale) })),
  };
}
