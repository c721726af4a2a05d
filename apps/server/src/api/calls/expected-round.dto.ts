import { expectedWords } from '@app/deadlines/words/expected-words.js';
import type { Expectation } from '@app/funding/expected-rounds.js';
import type { Localized } from '@app/kernel/locale.js';
import { Flag, Id, LocalizedText, Text, Whole } from '../../edge/validation/fields.js';

/** When the next round may come, guessed from past ones. No date, and nothing that reminders or deadlines go by. */
export class ExpectedRoundDto {
  @Text({ description: 'The first month, "2015-06"' }) from: string;
  @Text({ description: 'The last month, "2015-07"' }) until: string;
  @Whole({ min: 2, description: 'From how many past rounds' }) rounds: number;
  @Flag({ description: 'Two rounds only, uneven distances, or one that failed to come' }) uncertain: boolean;
  @Id({ description: 'The last of the past rounds' }) afterCallId: string;
  @LocalizedText() text: Localized;
}

export function toExpectedRoundDto({ round, past }: Expectation): ExpectedRoundDto {
  return {
    from: round.from.toString(),
    until: round.until.toString(),
    rounds: round.rounds,
    uncertain: round.uncertain,
    afterCallId: past.at(-1)!.id,
    text: { de: expectedWords(round, 'de'), en: expectedWords(round, 'en') },
  };
}
