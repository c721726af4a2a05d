import { DomainError } from '@app/kernel/domain-error.js';

const MOST = 100;

export interface PageOf {
  readonly page: number;
  readonly pageSize: number;
}

/** `page` from 1, by default 1; `pageSize` from 1, by default 100, clamped to 100. Anything else is 'bad-request' with its pointer. */
export function readPage(sent: { readonly page?: unknown; readonly pageSize?: unknown }, pointer = ''): PageOf {
  const page = whole(sent.page ?? 1, `${pointer}/page`);
  return { page, pageSize: Math.min(whole(sent.pageSize ?? MOST, `${pointer}/pageSize`), MOST) };
}

function whole(value: unknown, pointer: string): number {
  const number = typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : value;
  if (typeof number === 'number' && Number.isSafeInteger(number) && number >= 1) return number;
  throw new DomainError('bad-request', {}, [{ pointer, code: 'wrong-form' }]);
}

export function pageOf<Item>(all: readonly Item[], { page, pageSize }: PageOf) {
  return {
    items: all.slice((page - 1) * pageSize, page * pageSize),
    paginationInfo: { page, pageSize, totalItems: all.length, totalPages: Math.ceil(all.length / pageSize) },
  };
}
