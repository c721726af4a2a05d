import type { Actor } from '@app/kernel/actor.js';
import { PingWebhook } from '@app/webhooks/ping-webhook.js';
import { RotateSecret } from '@app/webhooks/rotate-secret.js';
import { Controller, Get, HttpCode, Post, Query, Req, Res } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { CurrentActor } from '../../edge/access/actor.decorator.js';
import { Allow } from '../../edge/access/allow.decorator.js';
import { ApiPage } from '../../edge/openapi/api-page.js';
import { PageQuery } from '../../edge/paging/page-query.js';
import { sendPage } from '../../edge/paging/send-page.js';
import { IdParam } from '../../edge/validation/id-param.js';
import { ReadWebhooks } from './read-webhooks.js';
import { NewWebhookDto, PingDto, WebhookDeliveryDto } from './webhook.dto.js';
import { toDeliveryDto, toWebhookDto } from './webhook.mapper.js';

@ApiTags('webhooks')
@Allow('staff', 'editor')
@Controller('api/v1/webhooks/:id')
export class WebhookStepsController {
  constructor(
    private readonly webhooks: ReadWebhooks,
    private readonly rotateSecret: RotateSecret,
    private readonly pingWebhook: PingWebhook,
  ) {}

  @Post('rotation')
  @HttpCode(200)
  @ApiOperation({ summary: 'Make a new secret, in this answer only; the one before signs beside it for 24 hours' })
  @ApiOkResponse({ type: NewWebhookDto })
  async rotate(
    @IdParam('id') id: string,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) response: Response,
  ): Promise<NewWebhookDto> {
    const secret = await this.rotateSecret.run(actor, id);
    response.set('Cache-Control', 'no-store');
    return { ...toWebhookDto(await this.webhooks.one(actor, id)), secret };
  }

  @Post('ping')
  @HttpCode(202)
  @ApiOperation({ summary: 'Send `webhook.ping`, once, whether the webhook is active or not' })
  @ApiAcceptedResponse({ type: PingDto })
  async ping(@IdParam('id') id: string, @CurrentActor() actor: Actor): Promise<PingDto> {
    return { eventId: await this.pingWebhook.run(actor, id), queued: true };
  }

  @Get('deliveries')
  @ApiOperation({ summary: 'What became of each event, newest first' })
  @ApiPage(WebhookDeliveryDto)
  async deliveries(
    @IdParam('id') id: string,
    @Query() query: PageQuery,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ) {
    const page = await this.webhooks.deliveries(actor, id, query);
    return sendPage(response, request, { ...page, items: page.items.map(toDeliveryDto) });
  }
}
