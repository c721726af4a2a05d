import type { Actor } from '@app/kernel/actor.js';
import type { AuthorityMail } from '@app/reminders/unheard/authority-mail.query.js';
import { ChooseAuthorityMail } from '@app/reminders/unheard/choose-authority-mail.js';
import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentActor } from '../../edge/access/actor.decorator.js';
import { Allow } from '../../edge/access/allow.decorator.js';
import { IfMatchVersionIfAny } from '../../edge/conditional/if-match.js';
import { AuthorityMailBodyDto, AuthorityMailDto } from './authority-mail.dto.js';

/** What an authority as a whole hears by mail: for its own staff. */
@ApiTags('reminders')
@Controller('api/v1/authorities/:key/mail')
@Allow('staff')
export class AuthorityMailsController {
  constructor(private readonly chooseMail: ChooseAuthorityMail) {}

  @Get()
  @ApiOperation({ summary: 'Whether the authority hears of fitting calls that nobody there has taken up' })
  @ApiOkResponse({ type: AuthorityMailDto })
  async read(@Param('key') key: string, @CurrentActor() actor: Actor): Promise<AuthorityMailDto> {
    return toDto(await this.chooseMail.find(actor, key));
  }

  @Put()
  @ApiOperation({ summary: 'Choose it; the first time without If-Match' })
  @ApiOkResponse({ type: AuthorityMailDto })
  async choose(
    @Param('key') key: string,
    @IfMatchVersionIfAny() version: number | undefined,
    @Body() { unheardCalls }: AuthorityMailBodyDto,
    @CurrentActor() actor: Actor,
  ): Promise<AuthorityMailDto> {
    return toDto(await this.chooseMail.run(actor, key, version, unheardCalls));
  }
}

function toDto({ tellsUnheard, version }: AuthorityMail): AuthorityMailDto {
  return { unheardCalls: tellsUnheard, version };
}
