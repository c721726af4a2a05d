import type { VNode } from 'preact';
import type { Texts } from '../texts/texts.js';

interface PaginationProps {
  t: Texts;
  /** From 1. */
  page: number;
  pages: number;
  href: (page: number) => string;
  note?: string;
}

/** First, last, and two around the current page. */
function shown(page: number, pages: number): number[] {
  const around = [1, page - 1, page, page + 1, pages].filter((n) => n >= 1 && n <= pages);
  return [...new Set(around)].sort((a, b) => a - b);
}

export function Pagination({ t, page, pages, href, note }: PaginationProps): VNode | null {
  if (pages < 2) return null;
  return (
    <nav class="ft-pagination" aria-label={t.frame.pages}>
      <p class="ft-meta">{note}</p>
      <ul>
        {page > 1 && (
          <li>
            <a href={href(page - 1)} rel="prev">
              {t.frame.previous}
            </a>
          </li>
        )}
        {shown(page, pages).map((n, at, all) => (
          <li>
            {at > 0 && all[at - 1] !== n - 1 && <span aria-hidden="true">…</span>}
            <a href={href(n)} aria-current={n === page ? 'page' : undefined}>
              <span>
                <span class="ft-sr">{t.frame.page} </span>
                {n}
              </span>
            </a>
          </li>
        ))}
        {page < pages && (
          <li>
            <a href={href(page + 1)} rel="next">
              {t.frame.next}
            </a>
          </li>
        )}
      </ul>
    </nav>
  );
}
