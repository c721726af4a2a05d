import type { MemberOf, SignedInPerson } from '@app/accounts/signed-in-person.js';
import { Clock, dayAt } from '@app/kernel/clock.js';
import { HOME_ZONE } from '@app/kernel/home-zone.js';
import { MatchingIndex } from '@app/matching/matching-index.js';
import { scopeOf } from '@app/persistence/scope.js';
import { Transactions } from '@app/persistence/transactions.js';
import type { Absence } from '@app/tracking/absence/absence.js';
import { readAbsences } from '@app/tracking/absence/absences.query.js';
import { readColleagues } from '@app/tracking/absence/colleagues.query.js';
import { Injectable } from '@nestjs/common';
import type { AbsenceModel, ListedAbsence } from './absence.model.js';

const EMPTY = { from: '', until: '', deputy: '', alsoToMe: false };

/** When somebody is away from an authority, who stands in, and for whom they stand in themselves. */
@Injectable()
export class AbsencePage {
  constructor(
    private readonly index: MatchingIndex,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  async model(actor: SignedInPerson, { id, key, name }: MemberOf): Promise<AbsenceModel> {
    const zone = (await this.index.current()).authority(key)?.zone ?? HOME_ZONE;
    const today = dayAt(this.clock.now(), zone).toString();
    const { absences, colleagues } = await this.transactions.run(scopeOf(actor), async (em) => ({
      absences: await readAbsences(em, id, actor.id),
      colleagues: await readColleagues(em, id),
    }));
    const isOwn = ({ person }: Absence) => person.id === actor.id;
    return {
      authorityName: name,
      own: absences.filter(isOwn).map((absence) => listed(absence, absence.deputyName, today)),
      forOthers: absences.filter((absence) => !isOwn(absence)).map((absence) => listed(absence, absence.person.name, today)),
      colleagues: colleagues
        .filter((colleague) => colleague.id !== actor.id)
        .map((colleague) => ({ value: colleague.id, label: colleague.name })),
      form: EMPTY,
      errors: {},
    };
  }
}

function listed({ id, version, from, until, alsoToMe, deputyIsAbsent }: Absence, other: string, today: string): ListedAbsence {
  return { id, version, other, from, until, alsoToMe, deputyIsAbsent, isOver: until < today };
}
