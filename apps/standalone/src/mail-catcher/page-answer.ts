import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';

export interface PageAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
}

const PAGE_POLICY = [
  "default-src 'none'; style-src 'self'; frame-src 'self'",
  "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
].join('; ');

/** A mail's HTML runs nothing and loads nothing; its links open beside the page, as in a mail program. */
const LETTER_POLICY = [
  'sandbox allow-popups allow-popups-to-escape-sandbox',
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:",
  "form-action 'none'; frame-ancestors 'self'",
].join('; ');

/** The links in letters are keys (signing off, feeds): they stay out of caches and of Referer. */
function answer(status: number, type: string, body: string | Buffer, policy = "default-src 'none'"): PageAnswer {
  const headers = {
    'content-type': type,
    'content-security-policy': policy,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
  };
  return { status, headers, body };
}

export function page(view: VNode): PageAnswer {
  return answer(200, 'text/html; charset=utf-8', `<!doctype html>${renderToString(view)}`, PAGE_POLICY);
}

export function sandboxed(html: string): PageAnswer {
  const base = '<base target="_blank">';
  const opened = /<head(\s[^>]*)?>/i.test(html) ? html.replace(/<head(\s[^>]*)?>/i, (head) => head + base) : base + html;
  return answer(200, 'text/html; charset=utf-8', opened, LETTER_POLICY);
}

export function plain(text: string | Buffer, status = 200): PageAnswer {
  return answer(status, 'text/plain; charset=utf-8', text);
}

export function styles(css: string): PageAnswer {
  return answer(200, 'text/css; charset=utf-8', css);
}

export function json(value: unknown): PageAnswer {
  return answer(200, 'application/json; charset=utf-8', JSON.stringify(value));
}

export function notFound(): PageAnswer {
  return plain('Das gibt es hier nicht. There is nothing here.', 404);
}

export function refused(): PageAnswer {
  const { headers, ...rest } = plain('Hier wird nur gelesen. Reading only.', 405);
  return { ...rest, headers: { ...headers, allow: 'GET, HEAD' } };
}
