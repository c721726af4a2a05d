import { type Actor, isAdmin } from '@app/kernel/actor.js';
import { DomainError } from '@app/kernel/domain-error.js';
import { decodeCursor, encodeCursor, type Page, type PageRequest } from '@app/kernel/page.js';
import { scopeOf } from '@app/persistence/scope.js';
import { row, rows } from '@app/persistence/sql.js';
import { Transactions } from '@app/persistence/transactions.js';
import { Injectable } from '@nestjs/common';
import { PERSON_VIEW, type PersonView, type PersonViewRow, toPersonView } from './person-view.js';

/** All people by their address, for administrators. */
@Injectable()
export class ListPeople {
  constructor(private readonly transactions: Transactions) {}

  async run(actor: Actor, page: PageRequest): Promise<Page<PersonView>> {
    if (!isAdmin(actor)) throw new DomainError('forbidden');
    const after = page.cursor === undefined ? '' : String(decodeCursor(page.cursor, 1)[0]);
    return this.transactions.run(scopeOf(actor), async (em) => {
      const found = await rows<PersonViewRow>(em, `${PERSON_VIEW} where p.email collate "C" > $1 order by p.email collate "C" limit $2`, [
        after,
        page.limit + 1,
      ]);
      const items = found.slice(0, page.limit).map(toPersonView);
      const counted = await row<{ total: number }>(em, 'select count(*)::int as total from person');
      return { items, total: counted!.total, next: found.length > page.limit ? encodeCursor([items.at(-1)!.email]) : null };
    });
  }
}
