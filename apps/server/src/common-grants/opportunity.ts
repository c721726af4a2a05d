import type { Money } from '@app/kernel/money.js';

/** The shapes of CommonGrants 0.4 as far as we fill them. Absent is left out, never null; `time` is never sent, since it has no zone there. */
export interface Status {
  readonly value: 'forecasted' | 'open' | 'closed' | 'custom';
  readonly customValue?: string;
  readonly description?: string;
}

export type Event = { readonly name: string; readonly description?: string } & (
  | { readonly eventType: 'singleDate'; readonly date: string }
  | { readonly eventType: 'dateRange'; readonly startDate: string; readonly endDate: string }
  | { readonly eventType: 'other'; readonly details?: string }
);

export interface Funding {
  readonly details?: string;
  readonly totalAmountAvailable?: Money;
  readonly minAwardAmount?: Money;
  readonly maxAwardAmount?: Money;
  readonly maxAwardCount?: number;
  readonly estimatedAwardCount?: number;
}

export interface ApplicantType {
  readonly value: string;
  readonly customValue?: string;
  readonly description?: string;
}

export interface CustomField {
  readonly name: string;
  readonly fieldType: 'string' | 'object' | 'array';
  /** Where the JSON Schema of `value` is. */
  readonly schema: string;
  readonly value: unknown;
  readonly description: string;
}

interface Dated {
  readonly createdAt: string;
  readonly lastModifiedAt: string;
}

/** A round. We keep no application forms, so `forms`, which the standard demands, is empty. */
export interface Competition extends Dated {
  readonly id: string;
  readonly opportunityId: string;
  readonly title: string;
  readonly description?: string;
  readonly status: Status;
  readonly keyDates?: { readonly openDate?: Event; readonly closeDate?: Event; readonly otherDates?: Readonly<Record<string, Event>> };
  readonly forms: { readonly forms: Readonly<Record<string, never>> };
  readonly acceptedApplicantTypes?: readonly ApplicantType[];
  readonly customFields?: Readonly<Record<string, CustomField>>;
}

/** A programme. */
export interface Opportunity extends Dated {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly status: Status;
  readonly funding?: Funding;
  readonly keyDates?: { readonly postDate?: Event; readonly closeDate?: Event; readonly otherDates?: Readonly<Record<string, Event>> };
  readonly acceptedApplicantTypes?: readonly ApplicantType[];
  readonly source?: string;
  readonly customFields?: Readonly<Record<string, CustomField>>;
}
