import { OUTCOMES } from '@app/eligibility/outcome.js';
import type { Localized } from '@app/kernel/locale.js';
import { Flag, Id, Json, ListOf, LocalizedText, Nested, OneOf, Text, Whole } from '../../edge/validation/fields.js';

const ANY = { schema: { type: 'object', additionalProperties: true } } as const;
const NUMBER = { schema: { type: 'number' } } as const;
const STATES = ['draft', 'published', 'withdrawn'];

/** A change that is not saved yet; what is left out stays as it is stored. */
export class UnsavedChangeDto {
  @Json({ schema: 'Criterion', optional: true }) rule?: unknown;
  @Json({ schema: 'Deadlines', optional: true }) deadlines?: unknown[];
}

export class TallyDto {
  @Whole() eligible: number;
  @Whole() eligible_jointly: number;
  @Whole() undetermined: number;
  @Whole() ineligible: number;
}

export class OutcomeChangeDto {
  @Text() key: string;
  @Text() name: string;
  @ListOf('text') types: string[];
  @OneOf(OUTCOMES, { optional: true, description: 'Absent where the call was not published' }) from?: string;
  @OneOf(OUTCOMES) to: string;
}

export class ChangesDto {
  @Whole() total: number;
  @ListOf(() => OutcomeChangeDto, { max: 50, description: 'The first 50 in the order of keys' }) items: OutcomeChangeDto[];
}

export class TransitionDto {
  @OneOf([...OUTCOMES, 'unpublished']) from: string;
  @OneOf(OUTCOMES) to: string;
  @Whole({ min: 1 }) count: number;
}

export class ImpactGroupDto {
  @Text({ description: 'A neutral tag (`municipality`, `other`), or a state’s territory (`DE-05`; of other countries the country)' })
  id: string;
  @Whole() total: number;
  @Nested(() => TallyDto, { optional: true }) before?: TallyDto;
  @Nested(() => TallyDto) after: TallyDto;
  @Whole() gained: number;
  @Whole() lost: number;
  @Whole() unknown: number;
}

export class ForeseenRemindersDto {
  @Whole({ description: 'Reminders of the call that are to be sent afterwards' }) planned: number;
  @Whole() added: number;
  @Whole() moved: number;
  @Whole() dropped: number;
  @Whole({ description: 'People with a reminder added, moved or dropped' }) people: number;
}

export class ForeseenEntriesDto {
  @Whole({ description: 'Closings times feeds of authorities, afterwards' }) entries: number;
  @Whole() added: number;
  @Whole() moved: number;
  @Whole() removed: number;
  @Whole({ description: 'Feeds with an entry added, moved or removed' }) feeds: number;
}

export class FollowersDto {
  @Whole() people: number;
  @Whole() authorities: number;
}

export class LintDto {
  @OneOf(['error', 'warning'], { description: '`error`: nobody can ever meet the rule; it cannot be published' }) severity: string;
  @Flag({ description: 'A quiet warning that most rules get' }) hint: boolean;
  @Text({ description: 'See docs/problems.md, "Warnings of rules" and "Rules and applicants"' }) code: string;
  @Text({ min: 0, description: 'A JSON Pointer into the rule' }) path: string;
  @Json(ANY) params: unknown;
  @LocalizedText() text: Localized;
}

export class NearAuthorityDto {
  @Text() key: string;
  @Text() name: string;
  @Json(NUMBER) value: number;
  @Text({ optional: true }) asOf?: string;
  @OneOf(['met', 'unmet', 'unknown'], { description: 'Of the bounded condition alone' }) verdict: string;
  @OneOf(OUTCOMES, { description: 'Of the whole rule' }) outcome: string;
}

export class WitnessSideDto {
  @Json(NUMBER) value: number;
  @OneOf(['met', 'unmet', 'unknown'], { description: 'Of the bounded condition' }) verdict: string;
  @OneOf(OUTCOMES, { description: 'Of the whole rule' }) outcome: string;
  @ListOf(() => NearAuthorityDto, { max: 2, description: 'Next to the line on this side, nearest first' }) near: NearAuthorityDto[];
}

export class WitnessDto {
  @Text({ min: 0, description: 'A JSON Pointer into the rule' }) path: string;
  @Text({ description: 'A JSON Pointer to the bound itself; an answer `{ code: "numeric-bound", path: boundPath, note }` confirms it' })
  boundPath: string;
  @OneOf(['population', 'fact', 'members', 'joint-population']) kind: string;
  @Text({ optional: true }) fact?: string;
  @Text({ optional: true, description: 'Reference date; absent: the newest figure' }) asOf?: string;
  @OneOf(['atLeast', 'moreThan', 'atMost', 'lessThan']) bound: string;
  @Json(NUMBER) limit: number;
  @Nested(() => WitnessSideDto) inside: WitnessSideDto;
  @Nested(() => WitnessSideDto) outside: WitnessSideDto;
  @Flag({ description: 'Whether the outcome differs for somebody who meets all else' }) decides: boolean;
  @Json({ ...ANY, description: 'Tags and territory of who was made up to try it' }) applicant: unknown;
}

export class ImpactDto {
  @Id() callId: string;
  @OneOf(STATES, { description: 'Of the call as it is stored' }) state: string;
  @Flag({ description: 'False: nobody would notice' }) hasEffect: boolean;
  @Nested(() => TallyDto, { optional: true, description: 'Absent where the call was not published' }) before?: TallyDto;
  @Nested(() => TallyDto) after: TallyDto;
  @Nested(() => ChangesDto, { description: 'May apply now, alone or jointly, and could not, or only jointly' }) gained: ChangesDto;
  @Nested(() => ChangesDto, { description: 'Could apply, alone or jointly, and no longer may, or only jointly' }) lost: ChangesDto;
  @Nested(() => ChangesDto, { description: 'Undetermined now, and was not' }) unknown: ChangesDto;
  @ListOf(() => TransitionDto, { max: 20 }) transitions: TransitionDto[];
  @ListOf(() => ImpactGroupDto) kinds: ImpactGroupDto[];
  @ListOf(() => ImpactGroupDto) states: ImpactGroupDto[];
  @Nested(() => ForeseenRemindersDto) reminders: ForeseenRemindersDto;
  @Nested(() => ForeseenEntriesDto) calendar: ForeseenEntriesDto;
  @Nested(() => FollowersDto, { description: 'Who follows the call' }) followers: FollowersDto;
  @ListOf(() => LintDto) lints: LintDto[];
  @ListOf(() => WitnessDto) witnesses: WitnessDto[];
}
