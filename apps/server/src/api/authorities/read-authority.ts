import type { AuthorityView } from '@app/authorities/authority-view.js';
import { DomainError } from '@app/kernel/domain-error.js';
import { MatchingIndex } from '@app/matching/matching-index.js';
import { Injectable } from '@nestjs/common';

/** An authority that is valid today, from the index; facts are filtered by the mapper. */
@Injectable()
export class ReadAuthority {
  constructor(private readonly index: MatchingIndex) {}

  async run(key: string): Promise<AuthorityView> {
    const authority = (await this.index.current()).authority(key);
    if (!authority) throw new DomainError('not-found');
    return authority;
  }
}
