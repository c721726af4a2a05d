import type { PartlyLocalized } from '@app/kernel/locale.js';
import type { Partner } from './partner.js';

/** Who stands behind the money (Förderebene). */
export const FUNDING_LEVELS = ['eu', 'federal', 'state', 'regional', 'local', 'foundation'] as const;
export type FundingLevel = (typeof FUNDING_LEVELS)[number];

export interface ProgramContent {
  readonly title: PartlyLocalized;
  readonly summary: PartlyLocalized;
  readonly partners: readonly Partner[];
  readonly topics: readonly string[];
  readonly fundingLevel: FundingLevel | null;
  readonly guidelineUrl: string | null;
}

/** A funding programme; its rounds are calls. */
export class Program implements ProgramContent {
  title: PartlyLocalized;
  summary: PartlyLocalized;
  partners: readonly Partner[];
  topics: readonly string[];
  fundingLevel: FundingLevel | null;
  guidelineUrl: string | null;
  readonly version: number = 1;
  readonly createdAt: Temporal.Instant;
  updatedAt: Temporal.Instant;

  constructor(
    readonly id: string,
    content: ProgramContent,
    at: Temporal.Instant,
  ) {
    this.createdAt = at;
    this.change(content, at);
  }

  change(content: Partial<ProgramContent>, at: Temporal.Instant): void {
    Object.assign(this, content);
    this.updatedAt = at;
  }
}
