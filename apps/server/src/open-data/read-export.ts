import { entitled } from '@app/eligibility/entitled.js';
import { callStateAt } from '@app/funding/call-status.js';
import type { Catalogued } from '@app/funding/exchange/write-catalogue.js';
import { readPrograms } from '@app/funding/read-programs.query.js';
import { Clock } from '@app/kernel/clock.js';
import { MatchingIndex } from '@app/matching/matching-index.js';
import { Transactions } from '@app/persistence/transactions.js';
import { Injectable } from '@nestjs/common';
import { Settings } from '../edge/settings.js';
import type { TableRow } from './call-table.js';

/** The catalogue as everybody may see it, for export: calls that are or were published, no drafts. */
@Injectable()
export class ReadExport {
  constructor(
    private readonly index: MatchingIndex,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly settings: Settings,
  ) {}

  async catalogue(): Promise<Catalogued> {
    const { calls, namedTerritories } = await this.index.current();
    const programs = await this.transactions.run({ kind: 'nobody' }, readPrograms);
    return { calls: [...calls.all()], programs, namedTerritories };
  }

  /** Rows in the order of their ids; each is reckoned when it is asked for. */
  async table(): Promise<Iterable<TableRow>> {
    const { calls, named } = await this.index.current();
    const now = this.clock.now();
    const { baseUrl } = this.settings;
    const sorted = [...calls.all()].toSorted((one, other) => (one.id < other.id ? -1 : 1));
    return sorted.values().map((call) => {
      const rule = entitled(call.rule, named, 'de');
      return { call: { ...call, rule }, state: callStateAt(call, now), now, baseUrl };
    });
  }
}
