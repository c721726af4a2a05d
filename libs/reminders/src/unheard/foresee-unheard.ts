import { titleOf } from '@app/funding/call-record.js';
import { type Actor, isAdmin } from '@app/kernel/actor.js';
import { Clock, dayAt } from '@app/kernel/clock.js';
import { DomainError } from '@app/kernel/domain-error.js';
import { HOME_ZONE } from '@app/kernel/home-zone.js';
import type { Localized } from '@app/kernel/locale.js';
import { MatchingIndex } from '@app/matching/matching-index.js';
import { scopeOf } from '@app/persistence/scope.js';
import { rows } from '@app/persistence/sql.js';
import { Transactions } from '@app/persistence/transactions.js';
import { Injectable } from '@nestjs/common';
import { MORNING } from '../plan.js';
import { findUnheard, type UnheardNotice } from './find-unheard.js';

export interface ForeseenNotice {
  readonly kind: UnheardNotice['kind'];
  readonly recipient: { readonly id: string; readonly name: string; readonly email: string };
  readonly authority: { readonly key: string; readonly name: string };
  readonly call: { readonly id: string; readonly title: Localized };
  readonly dueAt: string;
}

/** What is not planned, since it depends on what people do until then: who will hear on a day that nobody has taken up a call. For administrators. */
@Injectable()
export class ForeseeUnheard {
  constructor(
    private readonly index: MatchingIndex,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** Nothing for days that are over: what was told then is known. Throws 'forbidden' to others than administrators. */
  async run(actor: Actor, on: Temporal.PlainDate): Promise<ForeseenNotice[]> {
    if (!isAdmin(actor)) throw new DomainError('forbidden');
    const today = this.clock.now();
    const morning = on.toZonedDateTime({ timeZone: HOME_ZONE, plainTime: MORNING }).toInstant();
    const now = Temporal.Instant.compare(morning, today) > 0 ? morning : today;
    const isNear = (nearFrom: Temporal.Instant, zone: string) =>
      dayAt(nearFrom, zone).equals(on) && Temporal.PlainDate.compare(on, dayAt(today, zone)) >= 0;
    const state = await this.index.current();
    return this.transactions.run(scopeOf(actor), async (em) => {
      const found = await findUnheard(em, state, { now, isNear });
      const known = await rows<ForeseenNotice['recipient']>(em, 'select id, name, email from person where id = any ($1::uuid[])', [
        found.map(({ personId }) => personId),
      ]);
      const people = new Map(known.map((person) => [person.id, person]));
      const authorities = new Map(state.authorities.values().map(({ id, key, name }) => [id, { key, name }]));
      return found.map(({ kind, personId, authorityId, callId, nearFrom }) => {
        const { call } = state.calls.get(callId)!;
        return {
          kind,
          recipient: people.get(personId)!,
          authority: authorities.get(authorityId)!,
          call: { id: callId, title: { de: titleOf(call, 'de'), en: titleOf(call, 'en') } },
          dueAt: nearFrom.toString(),
        };
      });
    });
  }
}
