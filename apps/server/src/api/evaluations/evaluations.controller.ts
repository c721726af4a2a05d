import { evaluateDeadline } from '@app/deadlines/evaluate-deadline.js';
import { parseDeadline } from '@app/deadlines/parse-deadline.js';
import { evaluate } from '@app/eligibility/evaluate.js';
import { evaluateJointly } from '@app/eligibility/evaluate-jointly.js';
import { DomainError } from '@app/kernel/domain-error.js';
import { MatchingIndex } from '@app/matching/matching-index.js';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '../../edge/access/allow.decorator.js';
import { Refuses } from '../../edge/openapi/refuses.decorator.js';
import {
  DeadlineEvaluationDto,
  DeadlineEvaluationRequest,
  EligibilityEvaluationDto,
  EligibilityEvaluationRequest,
} from './evaluation.dto.js';
import { readEvaluation } from './read-evaluation.js';

/** Tries a rule or a deadline out; stores nothing. */
@ApiTags('evaluations')
@Controller('api/v1')
export class EvaluationsController {
  constructor(private readonly index: MatchingIndex) {}

  @Post('eligibility/evaluations')
  @HttpCode(200)
  @Allow('signed-in')
  @ApiOperation({ summary: 'Try a rule out on an applicant, or on several together' })
  @Refuses('invalid-rule', 'unknown-authority')
  @ApiOkResponse({ type: EligibilityEvaluationDto })
  async eligibility(@Body() body: EligibilityEvaluationRequest): Promise<EligibilityEvaluationDto> {
    const state = await this.index.current();
    const { rule, applicant, members, facts } = readEvaluation(body, state);
    const { outcome, findings, missing, changes } = members
      ? evaluateJointly(rule, members, facts, state.named)
      : evaluate(rule, applicant!, state.named);
    return { outcome, findings: [...findings], missing: [...missing], changes: [...changes] };
  }

  @Post('deadlines/evaluations')
  @HttpCode(200)
  @Allow('signed-in')
  @ApiOperation({ summary: 'Try a deadline out at an instant' })
  @Refuses('invalid-deadline')
  @ApiOkResponse({ type: DeadlineEvaluationDto })
  deadline(@Body() body: DeadlineEvaluationRequest): DeadlineEvaluationDto {
    const read = parseDeadline(body.deadline, '/deadline', ['appliesTo']);
    const application =
      body.applicationDeadline === undefined ? undefined : parseDeadline(body.applicationDeadline, '/applicationDeadline', ['appliesTo']);
    const faults = [...read.faults, ...(application?.faults ?? [])];
    if (faults.length > 0) throw new DomainError('invalid-deadline', {}, faults);
    const projectStart = body.projectStart === undefined ? undefined : Temporal.PlainDate.from(body.projectStart);
    const anchors = { applicationDeadline: application?.deadline, projectStart };
    const { opensAt, closesAt, closing: _closing, ...state } = evaluateDeadline(read.deadline!, Temporal.Instant.from(body.at), anchors);
    return {
      ...state,
      ...(opensAt ? { opensAt: opensAt.toString() } : {}),
      ...(closesAt ? { closesAt: closesAt.toString() } : {}),
      warnings: [...state.warnings],
    };
  }
}
