import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Locale } from '@app/kernel/locale.js';
import { SmtpMailer } from '@app/mail/smtp-mailer.js';
import { type Arrived, SmtpSink } from '@app/mail/smtp-sink.fixture.js';
import { EVERY_LETTER, messageOf } from './sample-letters.js';

/** UPDATE_GOLDEN=1 writes the files anew; what changed is then read in the diff. */
function expectGolden(file: string, content: string): void {
  const path = fileURLToPath(new URL(file, import.meta.url));
  if (process.env.UPDATE_GOLDEN) writeFileSync(path, content);
  expect(content).toBe(readFileSync(path, 'utf8'));
}

/** Header lines with their words decoded, unfolded, in the order in which they came. */
function headersOf({ parsed }: Arrived): string {
  const decoded: Record<string, string | undefined> = { subject: parsed.subject, from: parsed.from?.text, to: [parsed.to].flat()[0]?.text };
  return parsed.headerLines
    .map(({ key, line }) => {
      const [name] = line.split(':', 1);
      return `${name}: ${
        decoded[key] ??
        line
          .slice(name!.length + 1)
          .replace(/\r?\n\s+/g, ' ')
          .trim()
      }`;
    })
    .join('\n');
}

describe('every letter, as a mail program reads it', () => {
  let sink: SmtpSink;
  let mailer: SmtpMailer;
  beforeAll(async () => {
    sink = await SmtpSink.start();
    mailer = new SmtpMailer({ url: sink.url, connections: 1 });
  });
  afterAll(async () => {
    mailer.close();
    await sink.stop();
  });

  async function arrived(name: string, language: Locale): Promise<Arrived> {
    sink.mails.length = 0;
    await mailer.send(messageOf(name, language));
    return sink.mails[0]!;
  }

  it.each(EVERY_LETTER)('%s in %s is the same, byte for byte', async (name, language) => {
    const mail = await arrived(name, language);
    expect(mail.recipients).toEqual(['jana.mueller@gemeinde.example']);
    expectGolden(`${name}.${language}.txt`, `${headersOf(mail)}\n\n${mail.parsed.text}`);
    expectGolden(`${name}.${language}.html`, mail.parsed.html as string);
  });

  it.each(EVERY_LETTER)('%s in %s keeps to what holds for all', async (name, language) => {
    const { text, html, subject, listId, unsubscribeUrl } = messageOf(name, language);
    expect([...subject].length).toBeLessThanOrEqual(78);
    expect(text).toContain(language === 'de' ? 'Sie erhalten diese Mail' : 'You receive this mail');
    expect(text.split('\n').filter((line) => line.length > 78 && !line.includes('https://'))).toEqual([]);
    expect(html).not.toMatch(/<(img|script|link|iframe)|url\(|@import|src=/i);
    expect([...html.matchAll(/href="([^"]*)"/g)].every(([, href]) => href!.startsWith('https://foerdertakt.example/'))).toBe(true);
    expect(`${text} ${html}`).not.toMatch(/undefined|\bNaN\b|\[object|[Bb]is wann:\s*bis|Until when:\s*until|\.\./);
    expect(listId === undefined).toBe(unsubscribeUrl === undefined);
    const { parsed } = await arrived(name, language);
    expect(parsed.headers.get('auto-submitted')).toBe('auto-generated');
    expect(parsed.headers.get('content-language')).toBe(language);
    if (unsubscribeUrl === undefined) return;
    expect(parsed.headers.get('list')).toMatchObject({ unsubscribe: { url: unsubscribeUrl } });
    expect(
      parsed.headers.get('list-unsubscribe-post') ?? parsed.headerLines.find(({ key }) => key === 'list-unsubscribe-post'),
    ).toBeTruthy();
  });
});
