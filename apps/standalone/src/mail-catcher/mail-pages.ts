import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { MailFolder } from './mail-folder.js';
import { json, notFound, type PageAnswer, page, plain, refused, sandboxed, styles } from './page-answer.js';
import { MailPage } from './views/mail.page.js';
import { MAIL_CSS } from './views/mail-css.js';
import { MailListPage } from './views/mail-list.page.js';

/** `/`, `/mails/<n>` with `/html` and `/source`, `/api/mails`, `/api/mails/<n>`, `/mail.css`. */
export function mailPages(folder: MailFolder): Server {
  return createServer((request, response) => {
    answerTo(request, folder)
      .catch(() => plain('Das hat nicht geklappt. Something went wrong.', 500))
      .then(({ status, headers, body }) => {
        response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) });
        response.end(request.method === 'HEAD' ? undefined : body);
      });
  });
}

/** A name that another site points at this machine (DNS rebinding) must not read the letters. */
function isLocal(host: string | undefined): boolean {
  return /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/.test(host ?? '');
}

async function answerTo(request: IncomingMessage, folder: MailFolder): Promise<PageAnswer> {
  if (!isLocal(request.headers.host)) return plain('Nur auf diesem Rechner. On this machine only.', 421);
  if (request.method !== 'GET' && request.method !== 'HEAD') return refused();
  const path = (request.url ?? '/').split('?')[0]!;
  if (path === '/') return page(MailListPage({ mails: await folder.list() }));
  if (path === '/mail.css') return styles(MAIL_CSS);
  if (path === '/api/mails') return json(await folder.list());
  const [, place, number, part] = /^\/(mails|api\/mails)\/(\d{1,9})(?:\/(html|source))?$/.exec(path) ?? [];
  if (place === undefined) return notFound();
  return answerForMail(folder, Number(number), place === 'mails' ? (part ?? 'page') : part === undefined ? 'json' : 'nothing');
}

async function answerForMail(folder: MailFolder, id: number, part: string): Promise<PageAnswer> {
  const source = part === 'source' ? await folder.source(id) : undefined;
  if (source) return plain(source);
  const mail = await folder.content(id);
  if (!mail) return notFound();
  if (part === 'page') return page(MailPage({ mail }));
  if (part === 'json') return json(mail);
  return part === 'html' && mail.html !== '' ? sandboxed(mail.html) : notFound();
}
