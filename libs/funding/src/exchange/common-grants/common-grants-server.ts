import { isId } from '@app/kernel/ids.js';
import type { Locale } from '@app/kernel/locale.js';
import type { Outbound, OutboundAnswer } from '@app/outbound/outbound.js';
import { type Json, lineOf, listOf, objectOf } from './foreign-json.js';
import { ForeignServerRefused } from './foreign-server-refused.js';

const WITHIN = 60_000;
const MOST_BYTES = 64 * 1024 * 1024;
const PAGE_SIZE = 100;
const MOST_PAGES = 10_000;

/** One page of a list, whichever way the server counts. */
interface ListPage {
  readonly items: readonly Json[];
  readonly totalItems?: number;
  readonly totalPages?: number;
}

/** Reads another server of CommonGrants. Its answers name no address that would be followed: all requests go below the one that was given. */
export class CommonGrantsServer {
  /** Without "/" at its end; "/opportunities" stands behind it. */
  readonly baseUrl: string;

  constructor(
    private readonly outbound: Outbound,
    address: string,
    private readonly locale: Locale,
  ) {
    this.baseUrl = address
      .trim()
      .replace(/\/+$/, '')
      .replace(/\/opportunities$/, '');
  }

  /**
   * Every opportunity once, with its competitions. What vanished while the pages were read is left out; `missed` hears how many of those that
   * the server counts were on none of its pages. Throws ForeignServerRefused, and OutboundRefused where there is no connection.
   */
  async *opportunities(missed: (count: number) => void): AsyncGenerator<Json> {
    const seen = new Set<string>();
    for (let page = 1; page <= MOST_PAGES; page += 1) {
      const { items, totalItems, totalPages } = await this.page(page);
      for (const item of items) {
        const id = typeof item.id === 'string' ? item.id : '';
        if (seen.has(id) && id !== '') continue;
        seen.add(id);
        const found = isId(id) ? await this.one(id) : item;
        if (found) yield found;
      }
      if (items.length > 0 && (totalPages === undefined || page < totalPages)) continue;
      if (totalItems !== undefined && totalItems > seen.size) missed(totalItems - seen.size);
      return;
    }
  }

  private async page(page: number): Promise<ListPage> {
    const { items, paginationInfo } = await this.read(`/opportunities?page=${page}&pageSize=${PAGE_SIZE}`, 'must');
    if (!Array.isArray(items)) throw new ForeignServerRefused('not-common-grants');
    const { totalItems, totalPages } = objectOf(paginationInfo);
    return { items: listOf(items).map(objectOf), ...counts({ totalItems, totalPages }) };
  }

  private async one(id: string): Promise<Json | undefined> {
    const answer = await this.read(`/opportunities/${id}`, 'may');
    return answer.data === undefined ? undefined : objectOf(answer.data);
  }

  /** `may`: 404 is an answer, an empty one. */
  private async read(path: string, existence: 'must' | 'may'): Promise<Json> {
    const headers = { accept: 'application/json', 'accept-language': this.locale, 'user-agent': 'Foerdertakt' };
    const answer = await this.outbound.send({ method: 'GET', url: this.baseUrl + path, headers, within: WITHIN, mostBytes: MOST_BYTES });
    if (answer.status === 404 && existence === 'may') return {};
    if (answer.status !== 200) throw refused(answer);
    try {
      return objectOf(JSON.parse(answer.body.toString('utf8')));
    } catch {
      throw new ForeignServerRefused('not-json');
    }
  }
}

function counts(sent: Record<'totalItems' | 'totalPages', unknown>): Pick<ListPage, 'totalItems' | 'totalPages'> {
  return Object.fromEntries(Object.entries(sent).filter(([, value]) => Number.isSafeInteger(value)));
}

/** With where a redirect points, which is not followed, or what the server says. */
function refused({ status, headers, body }: OutboundAnswer): ForeignServerRefused {
  if (status >= 300 && status < 400) return new ForeignServerRefused('redirect', lineOf(headers.location, 500) ?? String(status));
  const said = lineOf(messageIn(body), 200);
  return new ForeignServerRefused('status', said === undefined ? String(status) : `${status}: ${said}`);
}

function messageIn(body: Buffer): unknown {
  try {
    return objectOf(JSON.parse(body.toString('utf8'))).message;
  } catch {
    return undefined;
  }
}
