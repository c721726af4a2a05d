import { ChangeProgram } from '@app/funding/change-program.js';
import { CreateProgram } from '@app/funding/create-program.js';
import { type ProgramRecord, readProgram, readPrograms } from '@app/funding/read-programs.query.js';
import { type Actor, mayEdit } from '@app/kernel/actor.js';
import { DomainError } from '@app/kernel/domain-error.js';
import { decodeCursor, encodeCursor } from '@app/kernel/page.js';
import { Expectations } from '@app/matching/expectations.js';
import { MatchingIndex } from '@app/matching/matching-index.js';
import { scopeOf } from '@app/persistence/scope.js';
import { Transactions } from '@app/persistence/transactions.js';
import { Body, Controller, Get, Patch, Post, Query, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { CurrentActor } from '../../edge/access/actor.decorator.js';
import { Allow } from '../../edge/access/allow.decorator.js';
import { IfMatchVersion } from '../../edge/conditional/if-match.js';
import { ApiPage } from '../../edge/openapi/api-page.js';
import { PageQuery } from '../../edge/paging/page-query.js';
import { sendPage } from '../../edge/paging/send-page.js';
import { IdParam } from '../../edge/validation/id-param.js';
import { ChangeProgramDto, CreateProgramDto, ProgramDto } from './program.dto.js';
import { toProgramContent, toProgramDto } from './program.mapper.js';

@ApiTags('programs')
@Controller('api/v1/programs')
export class ProgramsController {
  constructor(
    private readonly createProgram: CreateProgram,
    private readonly changeProgram: ChangeProgram,
    private readonly index: MatchingIndex,
    private readonly transactions: Transactions,
  ) {}

  @Get()
  @Allow('everyone')
  @ApiOperation({ summary: 'Programmes of which a call is published; editors see all', description: 'Newest first.' })
  @ApiPage(ProgramDto)
  async list(
    @Query() query: PageQuery,
    @CurrentActor() actor: Actor | undefined,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ) {
    const all = await this.transactions.run(scopeOf(actor), (em) => readPrograms(em));
    const visible = all.filter((program) => program.published || (actor && mayEdit(actor)));
    const after = query.cursor ? `${decodeCursor(query.cursor, 1)[0]}` : undefined;
    const rest = visible.filter((program) => after === undefined || program.id < after);
    const items = rest.slice(0, query.limit);
    const expectations = Expectations.of(await this.index.current());
    const toDto = (program: ProgramRecord) => toProgramDto(program, expectations.ofProgram(program.id));
    const next = rest.length > query.limit ? encodeCursor([items.at(-1)!.id]) : null;
    return sendPage(response, request, { items: items.map(toDto), total: visible.length, next });
  }

  @Get(':id')
  @Allow('everyone')
  @ApiOperation({ summary: 'A programme' })
  @ApiOkResponse({ type: ProgramDto })
  async one(@IdParam('id') id: string, @CurrentActor() actor: Actor | undefined): Promise<ProgramDto> {
    const program = await this.transactions.run(scopeOf(actor), (em) => readProgram(em, id));
    if (!program || !(program.published || (actor && mayEdit(actor)))) throw new DomainError('not-found');
    return toProgramDto(program, Expectations.of(await this.index.current()).ofProgram(id));
  }

  @Post()
  @Allow('editor')
  @ApiOperation({ summary: 'Write a programme' })
  @ApiCreatedResponse({ type: ProgramDto })
  async create(
    @Body() body: CreateProgramDto,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ProgramDto> {
    const id = await this.createProgram.run(actor, toProgramContent(body));
    response.location(`/api/v1/programs/${id}`);
    return this.one(id, actor);
  }

  @Patch(':id')
  @Allow('editor')
  @ApiOperation({ summary: 'Change a programme: what is absent stays' })
  @ApiOkResponse({ type: ProgramDto })
  async change(
    @IdParam('id') id: string,
    @IfMatchVersion() version: number,
    @Body() body: ChangeProgramDto,
    @CurrentActor() actor: Actor,
  ): Promise<ProgramDto> {
    await this.changeProgram.run(actor, id, version, { ...body });
    return this.one(id, actor);
  }
}
