import type { Expectation } from '@app/funding/expected-rounds.js';
import type { ProgramContent } from '@app/funding/program.js';
import type { ProgramRecord } from '@app/funding/read-programs.query.js';
import { toExpectedRoundDto } from '../calls/expected-round.dto.js';
import type { CreateProgramDto, ProgramDto } from './program.dto.js';

export function toProgramContent(dto: CreateProgramDto): ProgramContent {
  return {
    title: dto.title,
    summary: dto.summary ?? {},
    partners: dto.partners.map(({ name, role, url }) => ({ name, role, ...(url ? { url } : {}) })),
    topics: dto.topics ?? [],
    fundingLevel: dto.fundingLevel ?? null,
    guidelineUrl: dto.guidelineUrl ?? null,
  };
}

export function toProgramDto(program: ProgramRecord, expected: readonly Expectation[]): ProgramDto {
  const { id, version, title, summary, topics } = program;
  return {
    id,
    version,
    title,
    ...(Object.keys(summary).length > 0 ? { summary } : {}),
    partners: [...program.partners],
    topics: [...topics],
    ...(program.fundingLevel ? { fundingLevel: program.fundingLevel } : {}),
    ...(program.guidelineUrl ? { guidelineUrl: program.guidelineUrl } : {}),
    createdAt: program.createdAt.toString(),
    updatedAt: program.updatedAt.toString(),
    expectedRounds: expected.map(toExpectedRoundDto),
  };
}
