import type { Actor } from '@app/kernel/actor.js';
import { ChangeWebhook } from '@app/webhooks/change-webhook.js';
import { CreateWebhook } from '@app/webhooks/create-webhook.js';
import { DeleteWebhook } from '@app/webhooks/delete-webhook.js';
import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Query, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { CurrentActor } from '../../edge/access/actor.decorator.js';
import { Allow } from '../../edge/access/allow.decorator.js';
import { IfMatchVersion } from '../../edge/conditional/if-match.js';
import { ApiPage } from '../../edge/openapi/api-page.js';
import { Refuses } from '../../edge/openapi/refuses.decorator.js';
import { PageQuery } from '../../edge/paging/page-query.js';
import { sendPage } from '../../edge/paging/send-page.js';
import { IdParam } from '../../edge/validation/id-param.js';
import { stated } from '../../edge/validation/stated.js';
import { ReadWebhooks } from './read-webhooks.js';
import { ChangeWebhookDto, CreateWebhookDto, NewWebhookDto, WebhookDto } from './webhook.dto.js';
import { toWebhookDto } from './webhook.mapper.js';

/** Other systems that are told of changes, signed as Standard Webhooks say. */
@ApiTags('webhooks')
@Allow('staff', 'editor')
@Controller('api/v1/webhooks')
export class WebhooksController {
  constructor(
    private readonly webhooks: ReadWebhooks,
    private readonly createWebhook: CreateWebhook,
    private readonly changeWebhook: ChangeWebhook,
    private readonly deleteWebhook: DeleteWebhook,
  ) {}

  @Get()
  @ApiOperation({ summary: "One's own, and those of one's authorities; administrators see all" })
  @ApiPage(WebhookDto)
  async list(
    @Query() query: PageQuery,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ) {
    const page = await this.webhooks.list(actor, query);
    return sendPage(response, request, { ...page, items: page.items.map(toWebhookDto) });
  }

  @Get(':id')
  @ApiOperation({ summary: 'A webhook' })
  @ApiOkResponse({ type: WebhookDto })
  async one(@IdParam('id') id: string, @CurrentActor() actor: Actor): Promise<WebhookDto> {
    return toWebhookDto(await this.webhooks.one(actor, id));
  }

  @Post()
  @ApiOperation({ summary: 'The secret is in this answer, and never again' })
  @Refuses('unknown-authority')
  @ApiCreatedResponse({ type: NewWebhookDto })
  async create(
    @Body() { authority, description, url, events }: CreateWebhookDto,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) response: Response,
  ): Promise<NewWebhookDto> {
    const authorityId = authority === undefined ? null : await this.webhooks.authorityId(actor, authority);
    const { id, secret } = await this.createWebhook.run(actor, { url, events, authorityId, description: description ?? null });
    response.location(`/api/v1/webhooks/${id}`).set('Cache-Control', 'no-store');
    return { ...toWebhookDto(await this.webhooks.one(actor, id)), secret };
  }

  @Patch(':id')
  @ApiOperation({ summary: 'Change, pause or switch on a webhook: what is absent stays' })
  @ApiOkResponse({ type: WebhookDto })
  async change(
    @IdParam('id') id: string,
    @IfMatchVersion() version: number,
    @Body() body: ChangeWebhookDto,
    @CurrentActor() actor: Actor,
  ): Promise<WebhookDto> {
    await this.changeWebhook.run(actor, id, version, stated(body));
    return toWebhookDto(await this.webhooks.one(actor, id));
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({ summary: 'Delete a webhook' })
  @ApiNoContentResponse()
  async remove(@IdParam('id') id: string, @IfMatchVersion() version: number, @CurrentActor() actor: Actor): Promise<void> {
    await this.deleteWebhook.run(actor, id, version);
  }
}
