import {
  CHANGE_KINDS,
  CHANGE_STATES,
  type ChangeState,
  DECIDED_KINDS,
  type DecidedKind,
} from '@app/authorities/changes/authority-change.js';
import { PageQuery } from '../../edge/paging/page-query.js';
import { DayText, Id, ListOf, Nested, OneOf, Text, Whole } from '../../edge/validation/fields.js';

export class ChangedAuthorityDto {
  @Text() key: string;
  @Text() name: string;
}

/** What a confirmed change moved. */
export class SuccessionResultDto {
  /** Names of facts that both authorities had; the newer of each was kept. */
  @ListOf('text') factConflicts: string[];
}

export class AuthorityChangeDto {
  @Id() id: string;
  @OneOf(CHANGE_KINDS) kind: string;
  @OneOf(CHANGE_STATES) state: string;
  @Nested(() => ChangedAuthorityDto, { optional: true }) old?: ChangedAuthorityDto;
  /** Absent: nobody follows, or nobody was found. */
  @Nested(() => ChangedAuthorityDto, { optional: true }) successor?: ChangedAuthorityDto;
  @DayText() effectiveOn: string;
  @Text() reason: string;
  /** Of another name or kind: before and after. */
  @Text({ optional: true }) from?: string;
  @Text({ optional: true }) to?: string;
  @Nested(() => SuccessionResultDto, { optional: true }) result?: SuccessionResultDto;
  @Whole({ min: 1 }) version: number;
}

export class ImportReportDto {
  @ListOf(() => AuthorityChangeDto) renamed: AuthorityChangeDto[];
  @ListOf(() => AuthorityChangeDto) renumbered: AuthorityChangeDto[];
  @ListOf(() => AuthorityChangeDto) merged: AuthorityChangeDto[];
  @ListOf(() => AuthorityChangeDto) split: AuthorityChangeDto[];
  @ListOf(() => AuthorityChangeDto) kindChanged: AuthorityChangeDto[];
  @ListOf(() => AuthorityChangeDto) ended: AuthorityChangeDto[];
  @ListOf(() => AuthorityChangeDto) new: AuthorityChangeDto[];
  /** What needs a human: authorities that are gone, with the successor that was found, if any. */
  @ListOf(() => AuthorityChangeDto) open: AuthorityChangeDto[];
}

export class AuthorityChangesQuery extends PageQuery {
  @OneOf(CHANGE_STATES, { optional: true }) state?: ChangeState;
}

/** What is absent stays as it was proposed. */
export class ConfirmationDto {
  /** Key of the successor, where the proposal names none or the wrong one. */
  @Text({ max: 43, optional: true }) newKey?: string;
  @OneOf(DECIDED_KINDS, { optional: true }) kind?: DecidedKind;
  /** The first day of the new state, not later than today. */
  @DayText({ optional: true }) effectiveOn?: string;
}
