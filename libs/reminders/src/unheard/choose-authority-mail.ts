import { type Actor, mayActFor } from '@app/kernel/actor.js';
import { Clock } from '@app/kernel/clock.js';
import { DomainError } from '@app/kernel/domain-error.js';
import { recordAudit } from '@app/persistence/audit.js';
import { scopeOf } from '@app/persistence/scope.js';
import { row, run } from '@app/persistence/sql.js';
import { Transactions } from '@app/persistence/transactions.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { refuseStale } from '../set-preference.js';
import { type AuthorityMail, readAuthorityMail } from './authority-mail.query.js';

/** What an authority as a whole hears by mail: chosen by its own people; for others there is nothing here ('not-found'). */
@Injectable()
export class ChooseAuthorityMail {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  find(actor: Actor, key: string): Promise<AuthorityMail> {
    return this.transactions.run(scopeOf(actor), async (em) => readAuthorityMail(em, await ownId(em, actor, key)));
  }

  /** The first choice needs no version; after that 'if-match-required' without one, 'stale' with an old one. */
  async run(actor: Actor, key: string, version: number | undefined, tellsUnheard: boolean): Promise<AuthorityMail> {
    const at = this.clock.now();
    return this.transactions.run(scopeOf(actor), async (em) => {
      const authorityId = await ownId(em, actor, key);
      refuseStale(await readAuthorityMail(em, authorityId), version);
      const saved = await run(
        em,
        `insert into authority_mail (authority_id, tells_unheard, version, updated_at) values ($1, $2, 1, $3)
         on conflict (authority_id) do update set tells_unheard = excluded.tells_unheard, version = authority_mail.version + 1,
           updated_at = excluded.updated_at where authority_mail.version = $4`,
        [authorityId, tellsUnheard, at.toString(), version ?? 0],
      );
      if (saved === 0) throw new DomainError('stale', { current: (await readAuthorityMail(em, authorityId)).version });
      const subject = { kind: 'authority', id: authorityId };
      await recordAudit(em, { actor, action: 'authority.mail-chosen', subject, detail: { tellsUnheard }, at });
      return readAuthorityMail(em, authorityId);
    });
  }
}

async function ownId(em: EntityManager, actor: Actor, key: string): Promise<string> {
  const authority = await row<{ id: string }>(em, 'select id from authority where key = $1', [key]);
  if (!authority || !mayActFor(actor, authority.id)) throw new DomainError('not-found');
  return authority.id;
}
