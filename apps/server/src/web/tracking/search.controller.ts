import type { SignedInPerson } from '@app/accounts/signed-in-person.js';
import type { Status } from '@app/deadlines/deadline.js';
import { DomainError } from '@app/kernel/domain-error.js';
import { SaveSearch } from '@app/tracking/save-search.js';
import { DIGEST_FREQUENCIES, type DigestFrequency, MOST_SEARCHES, type SearchFilter } from '@app/tracking/saved-search.js';
import { Body, Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { CurrentActor } from '../../edge/access/actor.decorator.js';
import { Allow } from '../../edge/access/allow.decorator.js';
import type { AppRequest } from '../../edge/access/request.js';
import { activeAuthority, Frames } from '../../edge/pages/frames.js';
import { renderPage } from '../../edge/pages/render-page.js';
import { IdParam } from '../../edge/validation/id-param.js';
import { type CallFilter, readCallFilter } from '../calls/call-filter.js';
import { paths } from '../frame/paths.js';
import { texts } from '../texts/texts.js';
import { SearchPage } from './search.page.js';
import { searchView } from './search.view.js';

type Form = Record<string, unknown>;

const CURRENT: readonly Status[] = ['open', 'upcoming', 'undated'];
const LONGEST_NAME = 100;

/** The reader's own searches: kept from the list of calls, looked at, renamed, thrown away. */
@ApiExcludeController()
@Controller('searches')
@Allow('staff')
export class SearchController {
  constructor(
    private readonly frames: Frames,
    private readonly page: SearchPage,
    private readonly saveSearch: SaveSearch,
  ) {}

  /** The fields of the list's filter, and a name. */
  @Post()
  async save(
    @Body() body: Form,
    @CurrentActor() actor: SignedInPerson,
    @Req() request: AppRequest,
    @Res() response: Response,
  ): Promise<void> {
    const authority = activeAuthority(request);
    const words = texts(this.frames.of(request).locale);
    const asked = readCallFilter(body);
    const name = nameOf(body) ?? (asked.query || words.calls.title);
    const content = {
      name,
      authorityId: authority?.id ?? null,
      filter: toSearchFilter(asked),
      digest: body.digest === 'yes',
      frequency: frequencyOf(body),
    };
    try {
      const { id } = await this.saveSearch.run(actor, content);
      response.redirect(303, `${paths.search(id)}?done=saved`);
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'invalid') throw error;
      throw new DomainError('conflict', {}, [
        { pointer: '', code: 'too-many', params: { most: MOST_SEARCHES }, detail: words.tracking.search.tooMany(MOST_SEARCHES) },
      ]);
    }
  }

  @Get(':id')
  async show(
    @IdParam('id') id: string,
    @Query() { done }: Form,
    @CurrentActor() actor: SignedInPerson,
    @Req() request: AppRequest,
    @Res() response: Response,
  ): Promise<void> {
    const frame = this.frames.of(request);
    const model = await this.page.model(actor, id, frame.locale);
    renderPage(response, searchView(frame, { ...model, ...((done === 'saved' || done === 'changed') && { done }) }));
  }

  @Post(':id')
  async change(
    @IdParam('id') id: string,
    @Body() body: Form,
    @CurrentActor() actor: SignedInPerson,
    @Req() request: AppRequest,
    @Res() response: Response,
  ): Promise<void> {
    const version = Number(body.version);
    if (body.do === 'remove') {
      await this.saveSearch.remove(actor, id, version);
      return response.redirect(303, `${paths.watchList}?removed=yes`);
    }
    const name = nameOf(body);
    if (name !== undefined) {
      await this.saveSearch.change(actor, id, version, { name, digest: body.digest === 'yes', frequency: frequencyOf(body) });
      return response.redirect(303, `${paths.search(id)}?done=changed`);
    }
    const frame = this.frames.of(request);
    const model = await this.page.model(actor, id, frame.locale);
    const nameError = texts(frame.locale).tracking.search.nameNeeded;
    renderPage(response, searchView(frame, { ...model, name: String(body.name ?? ''), nameError }), 422);
  }
}

function nameOf({ name }: Form): string | undefined {
  const given = typeof name === 'string' ? name.replace(/\p{Cc}/gu, ' ').trim() : '';
  return given === '' || [...given].length > LONGEST_NAME ? undefined : given;
}

function frequencyOf({ frequency }: Form): DigestFrequency {
  return DIGEST_FREQUENCIES.find((known) => known === frequency) ?? 'daily';
}

function toSearchFilter({ query, status, state, outcome }: CallFilter): SearchFilter {
  const statuses = status === 'all' ? undefined : status === 'current' ? CURRENT : [status];
  return { ...(query && { query }), ...(statuses && { status: statuses }), ...(state && { within: state }), ...(outcome && { outcome }) };
}
