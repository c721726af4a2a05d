import { CommonGrantsServer } from '@app/funding/exchange/common-grants/common-grants-server.js';
import { ForeignServerRefused } from '@app/funding/exchange/common-grants/foreign-server-refused.js';
import { readOpportunity } from '@app/funding/exchange/common-grants/from-opportunity.js';
import type { ImportProblem } from '@app/funding/exchange/foreign-catalogue.js';
import { ImportDrafts, type ImportedProgram } from '@app/funding/exchange/import-drafts.js';
import { systemActor } from '@app/kernel/actor.js';
import type { Locale } from '@app/kernel/locale.js';
import { Outbound } from '@app/outbound/outbound.js';
import { OutboundRefused } from '@app/outbound/outbound-refused.js';
import { EXIT, Refused } from '../refusal.js';
import type { Desk } from '../verb.js';
import { ImportTally } from './import-tally.js';
import { serverRefusal } from './server-refusal.js';

export interface CommonGrantsImport {
  readonly address: string;
  readonly locale: Locale;
  readonly zone: string;
  readonly isTrial: boolean;
}

/** Whoever has the command line may name any address; what the server answers is believed as little as anybody's. */
const EVERYWHERE = ['0.0.0.0/0', '::/0'];

/** Answers what was done. Refused as soon as the server cannot be read; what was taken over until then stays. */
export async function importCommonGrants({ context }: Pick<Desk, 'context'>, wish: CommonGrantsImport): Promise<ImportTally> {
  const server = new CommonGrantsServer(new Outbound({ allow: EVERYWHERE }), wish.address, wish.locale);
  const tally = new ImportTally(wish.isTrial);
  const importDrafts = (await context()).get(ImportDrafts);
  try {
    for await (const opportunity of server.opportunities((count) => tally.note(missedPages(count)))) {
      tally.note(await takeOver(opportunity));
    }
  } catch (error) {
    if (!(error instanceof OutboundRefused || error instanceof ForeignServerRefused)) throw error;
    throw new Refused([serverRefusal(server.baseUrl, error), ...tally.lines()].join('\n'), EXIT.unavailable);
  }
  return tally;

  async function takeOver(opportunity: Readonly<Record<string, unknown>>): Promise<ImportedProgram | ImportProblem> {
    const foreign = readOpportunity(opportunity, { locale: wish.locale, zone: wish.zone, baseUrl: server.baseUrl });
    if (typeof foreign === 'string') return { code: foreign, subject: String(opportunity.title ?? opportunity.id ?? '') };
    return importDrafts.run(systemActor('import-calls'), foreign, { source: server.baseUrl, isTrial: wish.isTrial });
  }
}

function missedPages(count: number): ImportProblem {
  return { code: 'not-all-pages', subject: String(count) };
}
