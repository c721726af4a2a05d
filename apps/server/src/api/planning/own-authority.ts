import type { AuthorityView } from '@app/authorities/authority-view.js';
import { type Actor, mayActFor } from '@app/kernel/actor.js';
import { DomainError } from '@app/kernel/domain-error.js';
import { MatchingIndex } from '@app/matching/matching-index.js';
import { Injectable } from '@nestjs/common';

/** An authority for those who act for it; what belongs to another one does not exist: 404. */
@Injectable()
export class OwnAuthority {
  constructor(private readonly index: MatchingIndex) {}

  async run(actor: Actor, key: string): Promise<AuthorityView> {
    const authority = (await this.index.current()).authority(key);
    if (!authority || !mayActFor(actor, authority.id)) throw new DomainError('not-found');
    return authority;
  }
}
