import type { NoticeRow } from './notices.query.js';

/** The authority that a notice is about. New matches are what somebody asked for themselves: no deputy reads them, nor can stop them. */
export function concernOf({ kind, authorityId }: NoticeRow): string | null {
  return kind === 'new-matches' ? null : authorityId;
}
