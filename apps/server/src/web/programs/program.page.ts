import { expectedWords } from '@app/deadlines/words/expected-words.js';
import { readProgram } from '@app/funding/read-programs.query.js';
import { type Actor, mayEdit } from '@app/kernel/actor.js';
import { Clock } from '@app/kernel/clock.js';
import { DomainError } from '@app/kernel/domain-error.js';
import { inLocale, type Locale } from '@app/kernel/locale.js';
import { sortCalls } from '@app/matching/call-order.js';
import { Expectations } from '@app/matching/expectations.js';
import { MatchingIndex } from '@app/matching/matching-index.js';
import { SearchCalls } from '@app/matching/search-calls.js';
import { scopeOf } from '@app/persistence/scope.js';
import { Transactions } from '@app/persistence/transactions.js';
import { Injectable } from '@nestjs/common';
import { resultRow } from '../calls/call-lists.js';
import { capital } from '../texts/capital.js';
import { texts } from '../texts/texts.js';
import type { ProgramModel } from './program.model.js';

/** One programme as a page: what it is for, its rounds, and when the next one may come. */
@Injectable()
export class ProgramPage {
  constructor(
    private readonly transactions: Transactions,
    private readonly index: MatchingIndex,
    private readonly search: SearchCalls,
    private readonly clock: Clock,
  ) {}

  /** Throws not-found for a programme without a published call, unless for editors. */
  async model(id: string, actor: Actor | undefined, locale: Locale, authorityKey: string | undefined): Promise<ProgramModel> {
    const program = await this.transactions.run(scopeOf(actor), (em) => readProgram(em, id));
    const edits = actor !== undefined && mayEdit(actor);
    if (!program || !(program.published || edits)) throw new DomainError('not-found');
    const state = await this.index.current();
    const authority = authorityKey === undefined ? undefined : state.authority(authorityKey);
    const found = await this.search.all({ programId: id, ...(authority && { outcomeFor: { key: authority.key } }) });
    const reader = { locale, now: this.clock.now(), authority, named: state.named };
    const summary = inLocale(program.summary, locale);
    return {
      id,
      title: inLocale(program.title, locale),
      ...(summary !== '' && { summary }),
      partners: program.partners,
      topics: program.topics,
      ...(program.fundingLevel && { level: texts(locale).words.levels[program.fundingLevel] }),
      ...(program.guidelineUrl && { guidelineUrl: program.guidelineUrl }),
      expected: Expectations.of(state)
        .ofProgram(id)
        .map(({ round }) => capital(expectedWords(round, locale), locale)),
      rounds: sortCalls(found, 'publication').map((call) => resultRow(call, reader)),
      mayEdit: edits,
    };
  }
}
