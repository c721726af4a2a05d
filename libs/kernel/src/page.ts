import { DomainError } from './domain-error.js';

/** One page of a list; `next` is the cursor of the following page, null on the last. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly total: number;
  readonly next: string | null;
}

export interface PageRequest {
  /** 1 to 500. */
  readonly limit: number;
  readonly cursor?: string;
}

/** Cursors are opaque to clients: the sort key of the last item, as base64url JSON. */
export function encodeCursor(sortKey: readonly (string | number | null)[]): string {
  return new TextEncoder().encode(JSON.stringify(sortKey)).toBase64({ alphabet: 'base64url', omitPadding: true });
}

export function decodeCursor(cursor: string, length: number): (string | number | null)[] {
  try {
    const key: unknown = JSON.parse(new TextDecoder().decode(Uint8Array.fromBase64(cursor, { alphabet: 'base64url' })));
    if (Array.isArray(key) && key.length === length && key.every(isSortKeyPart)) return key;
  } catch {
    // falls through: any unreadable cursor has the same answer
  }
  throw invalidCursor();
}

/** Whether a part of a cursor is an instant that PostgreSQL reads. */
export function isInstant(part: string): boolean {
  try {
    return /^\d{4}-/.test(Temporal.Instant.from(part).toString());
  } catch {
    return false;
  }
}

/** The refusal of a cursor that is none of ours, for those who look closer at its parts. */
export function invalidCursor(): DomainError {
  return new DomainError('invalid-cursor', {}, [{ pointer: '/cursor', code: 'wrong-form' }]);
}

/** PostgreSQL has no text with U+0000 in it. */
function isSortKeyPart(part: unknown): boolean {
  return part === null || typeof part === 'number' || (typeof part === 'string' && !part.includes('\0'));
}
