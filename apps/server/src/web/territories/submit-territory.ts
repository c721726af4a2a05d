import { ChangeNamedTerritory } from '@app/authorities/territories/change-named-territory.js';
import { CreateNamedTerritory } from '@app/authorities/territories/create-named-territory.js';
import { DeleteNamedTerritory } from '@app/funding/delete-named-territory.js';
import type { Actor } from '@app/kernel/actor.js';
import { DomainError } from '@app/kernel/domain-error.js';
import type { Locale } from '@app/kernel/locale.js';
import { PROBLEM_STATUS } from '@app/kernel/problems.js';
import { Injectable } from '@nestjs/common';
import { faultDetail } from '../../edge/problems/fault-details.js';
import { type Body, faultTexts, textOf } from '../editor/form-reading.js';
import type { Submission } from '../editor/submit-call.js';
import { paths } from '../frame/paths.js';
import { texts } from '../texts/texts.js';
import { TerritoriesPage } from './territories.page.js';
import { fromTerritory, readTerritoryForm, type TerritoryForm, toTerritoryContent } from './territory-form.js';

/** What the buttons of a set's form ask for: store it, or remove it. */
@Injectable()
export class SubmitTerritory {
  constructor(
    private readonly createSet: CreateNamedTerritory,
    private readonly changeSet: ChangeNamedTerritory,
    private readonly deleteSet: DeleteNamedTerritory,
    private readonly page: TerritoriesPage,
  ) {}

  /** `slug`: of the stored set; undefined for a new one. */
  async save(actor: Actor, body: Body, slug: string | undefined, locale: Locale): Promise<Submission<TerritoryForm>> {
    const form = { ...readTerritoryForm(body), ...(slug !== undefined && { slug }) };
    const read = toTerritoryContent(form, slug === undefined);
    if ('faults' in read) return { form, errors: faultTexts(read.faults, locale), status: 422 };
    try {
      if (slug === undefined) await this.createSet.run(actor, form.slug, read.content);
      else await this.changeSet.run(actor, slug, Number(form.version), read.content);
      return { goTo: `${paths.territory(form.slug)}?saved=yes` };
    } catch (error) {
      return this.refused(error, form, locale);
    }
  }

  async remove(actor: Actor, body: Body, slug: string, locale: Locale): Promise<Submission<TerritoryForm>> {
    const form = fromTerritory(await this.page.stored(slug));
    try {
      await this.deleteSet.run(actor, slug, Number(textOf(body, 'version')));
      return { goTo: `${paths.territories}?removed=yes` };
    } catch (error) {
      return this.refused(error, form, locale);
    }
  }

  private async refused(error: unknown, form: TerritoryForm, locale: Locale): Promise<Submission<TerritoryForm>> {
    if (!(error instanceof DomainError) || !['stale', 'conflict', 'invalid'].includes(error.code)) throw error;
    const status = PROBLEM_STATUS[error.code];
    if (error.code === 'stale') {
      const version = String((await this.page.stored(form.slug)).version);
      return { form: { ...form, version }, errors: { '': texts(locale).territories.overtaken }, status };
    }
    const errors: Record<string, string> = {};
    for (const fault of error.faults) {
      const field = fault.pointer.split('/')[1] ?? '';
      errors[field] = [errors[field], faultDetail(fault, locale)].filter(Boolean).join(' ');
    }
    return { form, errors, status };
  }
}
