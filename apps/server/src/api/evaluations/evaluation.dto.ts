import { OUTCOMES } from '@app/eligibility/outcome.js';
import { DayText, InstantText, Json, ListOf, OneOf, Whole } from '../../edge/validation/fields.js';
import { STATUSES } from '../calls/calls.query.dto.js';

const APPLICANT = { schema: 'Applicant', optional: true } as const;

export class EligibilityEvaluationRequest {
  @Json({ schema: 'Criterion' }) rule: unknown;
  @Json(APPLICANT) applicant?: unknown;
  @Json({ schema: { type: 'array', items: { $ref: '#/components/schemas/Applicant' } }, optional: true }) members?: unknown;
  @Json({ schema: { type: 'object', additionalProperties: true }, optional: true, description: 'Of the joint application as a whole' })
  facts?: unknown;
}

export class EligibilityEvaluationDto {
  @OneOf(OUTCOMES) outcome: string;
  @Json({ schema: { type: 'array', items: { $ref: '#/components/schemas/Finding' } } }) findings: unknown[];
  @ListOf('text') missing: string[];
  @Json({ schema: { type: 'array', items: { $ref: '#/components/schemas/Change' } } }) changes: unknown[];
}

export class DeadlineEvaluationRequest {
  @Json({ schema: 'Deadline' }) deadline: unknown;
  @InstantText() at: string;
  @Json({ schema: 'Deadline', optional: true }) applicationDeadline?: unknown;
  @DayText({ optional: true }) projectStart?: string;
}

export class DeadlineEvaluationDto {
  @OneOf(STATUSES) status: string;
  @InstantText({ optional: true }) opensAt?: string;
  @InstantText({ optional: true }) closesAt?: string;
  @Whole({ optional: true }) daysLeft?: number;
  @Json({ schema: 'Moment', optional: true }) next?: unknown;
  @Json({ schema: { type: 'array', items: { $ref: '#/components/schemas/Warning' } } }) warnings: unknown[];
}
