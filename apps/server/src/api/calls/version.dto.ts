import { InstantText, Json, OneOf, Text, Whole } from '../../edge/validation/fields.js';

export class VersionDto {
  @Whole({ min: 1 }) version: number;
  @OneOf(['published', 'changed', 'amended', 'withdrawn']) change: string;
  @Text({ optional: true }) reason?: string;
  @InstantText() changedAt: string;
  /** The call as it was. */
  @Json({ schema: { type: 'object', additionalProperties: true } }) document: unknown;
}
