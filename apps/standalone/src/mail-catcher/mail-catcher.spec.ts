import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Message } from '@app/mail/message.js';
import { SmtpMailer } from '@app/mail/smtp-mailer.js';
import type { CaughtMail } from './caught-mail.js';
import { type MailCatcher, startMailCatcher } from './mail-catcher.js';

const letter: Message = {
  id: 'letter-1@foerdertakt.example',
  from: { name: 'Fördertakt', address: 'noreply@foerdertakt.example' },
  to: { name: 'Jana Müller', address: 'jana@gemeinde.example' },
  subject: 'Noch 28 Tage für Düren',
  text: 'Zum Aufruf: https://foerdertakt.example/calls/1.\n<b>kein HTML</b>',
  html: '<html><head><title>x</title></head><body><p>Noch <strong>28 Tage</strong> <script>alert(1)</script></p></body></html>',
  language: 'de',
  unsubscribeUrl: 'https://foerdertakt.example/unsubscribe/abc',
  date: Temporal.Instant.from('2014-06-27T05:00:00Z'),
};
const digest: Message = { ...letter, id: 'letter-2@foerdertakt.example', subject: '<script>alert("2")</script>' };

describe('the mail catcher', () => {
  let dir: string;
  let catcher: MailCatcher;
  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'mail-catcher-'));
    catcher = await startMailCatcher({ dir, host: '127.0.0.1' });
  });
  afterEach(async () => {
    await catcher.stop();
    await rm(dir, { recursive: true });
  });

  async function send(...messages: readonly Message[]): Promise<void> {
    const mailer = new SmtpMailer({ url: catcher.smtpUrl, connections: 1 });
    for (const message of messages) await mailer.send(message);
    mailer.close();
  }
  const get = (path: string) => fetch(new URL(path, catcher.pageUrl));
  const textOf = async (path: string) => (await get(path)).text();
  const jsonOf = async <T>(path: string): Promise<T> => (await (await get(path)).json()) as T;

  it('lists what it was given, newest first', async () => {
    await send(letter, digest);
    expect(catcher.count()).toBe(2);
    const both = { to: 'jana@gemeinde.example', from: 'noreply@foerdertakt.example', date: '2014-06-27T05:00:00.000Z' };
    expect(await jsonOf('/api/mails')).toEqual([
      { ...both, id: 2, subject: digest.subject, messageId: digest.id },
      { ...both, id: 1, subject: letter.subject, messageId: letter.id },
    ]);
  });

  it('shows one with its parts and headers', async () => {
    await send(letter);
    expect(await jsonOf('/api/mails/1')).toMatchObject({
      id: 1,
      subject: letter.subject,
      text: letter.text,
      html: letter.html,
      attachments: [],
      headers: { 'list-unsubscribe': '<https://foerdertakt.example/unsubscribe/abc>', 'auto-submitted': 'auto-generated' },
    });
  });

  it('keeps each mail as a file that the next start finds, and goes on counting', async () => {
    await send(letter);
    await catcher.stop();
    catcher = await startMailCatcher({ dir, host: '127.0.0.1' });
    expect(catcher.count()).toBe(1);
    await send(digest);
    expect((await jsonOf<CaughtMail[]>('/api/mails')).map(({ id }) => id)).toEqual([2, 1]);
    expect((await readdir(dir)).sort()).toEqual(['000001-jana@gemeinde.example.eml', '000002-jana@gemeinde.example.eml']);
  });

  it('has pages in German and English in which everything is escaped', async () => {
    expect(await textOf('/')).toContain('Noch keine Mail.');
    await send(digest);
    const list = await textOf('/');
    expect(list).toMatch(/<a href="\/mails\/1">&lt;script>/);
    expect(list).toContain('Caught mail');
    expect(list).toContain('27.\u00a0Juni 2014, 07:00\u00a0Uhr');
    const one = await textOf('/mails/1');
    for (const page of [list, one]) expect(page).not.toContain('<script');
    expect(one).toContain('<a href="https://foerdertakt.example/calls/1" rel="noreferrer">');
    expect(one).toContain('&lt;b>kein HTML');
  });

  it('shows the HTML of a letter in a sandbox that runs and loads nothing', async () => {
    await send(letter);
    expect(await textOf('/mails/1')).toContain('<iframe src="/mails/1/html" sandbox="allow-popups allow-popups-to-escape-sandbox"');
    const html = await get('/mails/1/html');
    expect(html.headers.get('content-security-policy')).toMatch(
      /^sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none';/,
    );
    expect(await html.text()).toContain('<head><base target="_blank"><title>');
  });

  it.each(['/', '/mails/1', '/mail.css', '/api/mails', '/mails/1/source', '/nothing'])(
    '%s has a policy that allows no script',
    async (path) => {
      await send(letter);
      const { headers } = await get(path);
      expect(headers.get('content-security-policy')).toMatch(/default-src 'none'/);
      expect(headers.get('content-security-policy')).not.toMatch(/script-src|unsafe-eval/);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('cache-control')).toBe('no-store');
    },
  );

  it('gives the source as plain text', async () => {
    await send(letter);
    const source = await get('/mails/1/source');
    expect(source.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(await source.text()).toContain(`Message-ID: <${letter.id}>\r\n`);
  });

  it.each([
    ['/mails/7', 404],
    ['/mails/0', 404],
    ['/mails/1/other', 404],
    ['/api/mails/1/html', 404],
    ['/mails/..%2f..%2fetc/passwd', 404],
    ['/favicon.ico', 404],
  ])('%s is answered with %i', async (path, status) => {
    await send(letter);
    expect((await get(path)).status).toBe(status);
  });

  it('only reads, and only for this machine', async () => {
    expect((await fetch(catcher.pageUrl, { method: 'POST' })).status).toBe(405);
    expect((await fetch(catcher.pageUrl, { method: 'HEAD' })).status).toBe(200);
    const { status } = await answerForHost('evil.example');
    expect(status).toBe(421);
  });

  /** fetch does not let one set Host. */
  async function answerForHost(host: string): Promise<{ status: number | undefined }> {
    const { get: getPlain } = await import('node:http');
    return new Promise((resolve, reject) => {
      getPlain(catcher.pageUrl, { headers: { host } }, (response) => resolve({ status: response.resume().statusCode })).on('error', reject);
    });
  }

  it('takes another port when the wished one is taken', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    const second = await startMailCatcher({ dir, port, host: '127.0.0.1' });
    expect(new URL(second.pageUrl).port).not.toBe(String(port));
    expect((await fetch(second.pageUrl)).status).toBe(200);
    await second.stop();
    await new Promise((resolve) => other.close(resolve));
  });

  it('uses the wished port when it is free', async () => {
    const { port } = new URL(catcher.pageUrl);
    await catcher.stop();
    catcher = await startMailCatcher({ dir, port: Number(port), host: '127.0.0.1' });
    expect(new URL(catcher.pageUrl).port).toBe(port);
  });

  it('a mail over 5 MB is refused and leaves nothing', async () => {
    const tooLarge = { ...letter, attachments: [{ filename: 'a.txt', contentType: 'text/plain', content: 'x'.repeat(5_300_000) }] };
    await expect(send(tooLarge)).rejects.toMatchObject({ permanent: true, responseCode: 552 });
    expect(catcher.count()).toBe(0);
    expect(await readdir(dir)).toEqual([]);
  });

  it('many at once get a number each', async () => {
    const mailer = new SmtpMailer({ url: catcher.smtpUrl, connections: 5 });
    await Promise.all(Array.from({ length: 40 }, (_none, n) => mailer.send({ ...letter, id: `many-${n}@foerdertakt.example` })));
    mailer.close();
    const mails = await jsonOf<CaughtMail[]>('/api/mails');
    expect(mails.map(({ id }) => id)).toEqual(Array.from({ length: 40 }, (_none, n) => 40 - n));
    expect(new Set(mails.map(({ messageId }) => messageId)).size).toBe(40);
  });
});
