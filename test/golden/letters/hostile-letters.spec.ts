import type { Message } from '@app/mail/message.js';
import { SmtpMailer } from '@app/mail/smtp-mailer.js';
import { toSmtpMessage } from '@app/mail/smtp-message.js';
import { SmtpSink } from '@app/mail/smtp-sink.fixture.js';
import fc from 'fast-check';
import { createTransport } from 'nodemailer';
import { EVERY_LETTER, messageOf } from './sample-letters.js';
import { worldIn } from './sample-world.js';

const ADDRESS = 'jana.mueller@gemeinde.example';
const BREAKERS = [
  '\r\nBcc: evil@example.org',
  '\nX-Evil: 1',
  '\r\n\r\n<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</td></tr></table></body>',
  '<!--',
  '&lt;b&gt; &#60;script&#62;',
  '>, evil@example.org',
  '"; <evil@example.org>',
  '=?utf-8?B?DQpCY2M6IGV2aWxAZXhhbXBsZS5vcmc=?=',
  '\r\n.\r\nMAIL FROM:<evil@example.org>',
  '\0',
  '\u202egnp.exe',
  '\u2028',
  '\u0085',
  '\ud800',
];
const LONG = ['ä'.repeat(5_000), 'long-word-without-a-space'.repeat(400)];
const hostile = fc
  .array(
    fc.oneof(
      { weight: 20, arbitrary: fc.constantFrom(...BREAKERS) },
      { weight: 20, arbitrary: fc.string({ unit: 'binary' }) },
      { weight: 1, arbitrary: fc.constantFrom(...LONG) },
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((parts) => `x${parts.join('')}`);
/** Nobody sees it, or it turns the reading order of what stands behind it. */
const UNREADABLE = /(?!\n)\p{Cc}|[\p{Cs}\u2028\u202a-\u202e\u2066-\u2069]/u;
/** Each thing that somebody could have typed in is one of these. */
const texts = fc.array(hostile, { minLength: 1, maxLength: 4 });
const letters = fc.tuple(fc.constantFrom(...EVERY_LETTER), texts);

function hostileLetter([name, language]: (typeof EVERY_LETTER)[number], words: readonly string[]): Message {
  let turn = 0;
  return messageOf(
    name,
    language,
    worldIn(() => words[turn++ % words.length]!),
  );
}

/** Names of the headers of the bytes, as they stand there; a continued line begins with a space. */
function headerNames(raw: string): string[] {
  const [head] = raw.split('\r\n\r\n', 1) as [string];
  return head
    .split('\r\n')
    .filter((line) => !/^[ \t]/.test(line))
    .map((line) => line.split(':', 1)[0]!);
}

/** The tags with their attributes, texts and addresses left out: what a browser makes of a letter but for the words. */
function skeleton(html: string): string {
  return (html.match(/<[^>]*>/g) ?? []).map((tag) => tag.replace(/href="[^"]*"/g, 'href')).join('');
}

describe('letters about hostile titles and names', () => {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  const written = async (message: Message) => {
    const { envelope, message: bytes } = await transport.sendMail(toSmtpMessage(message));
    return { envelope, raw: (bytes as unknown as Buffer).toString('latin1') };
  };
  const harmless = new Map<string, { headers: string[]; skeleton: string }>();

  beforeAll(async () => {
    for (const [name, language] of EVERY_LETTER) {
      const message = messageOf(name, language);
      const { raw } = await written(message);
      harmless.set(`${name} ${language}`, { headers: headerNames(raw), skeleton: skeleton(message.html) });
    }
  });

  it('reach one recipient, with no header and no tag that a harmless one has not: 5,000 of them', async () => {
    const arrived = new Set<string>();
    await fc.assert(
      fc.asyncProperty(letters, async ([letter, words]) => {
        const message = hostileLetter(letter, words);
        const expected = harmless.get(letter.join(' '))!;
        const { envelope, raw } = await written(message);
        expect(envelope.to).toEqual([ADDRESS]);
        expect(headerNames(raw)).toEqual(expected.headers);
        expect(skeleton(message.html)).toBe(expected.skeleton);
        expect(message.subject).not.toMatch(/\p{Cc}/u);
        expect(`${message.subject}${message.text}${message.html}`).not.toMatch(UNREADABLE);
        expect([...message.subject].length).toBeLessThanOrEqual(78);
        arrived.add(letter.join(' '));
      }),
      { numRuns: 5_000 },
    );
    expect(arrived.size).toBe(EVERY_LETTER.length);
  }, 300_000);

  it('do so over SMTP too, as mailparser reads them', async () => {
    const sink = await SmtpSink.start();
    const mailer = new SmtpMailer({ url: sink.url, connections: 1 });
    const sample = fc.sample(letters, { numRuns: 150, seed: 20140725 });
    for (const [letter, words] of sample) await mailer.send(hostileLetter(letter, words));
    mailer.close();
    await sink.stop();
    expect(sink.mails).toHaveLength(sample.length);
    for (const [index, { recipients, parsed }] of sink.mails.entries()) {
      const expected = harmless.get(sample[index]![0].join(' '))!;
      expect(recipients).toEqual([ADDRESS]);
      expect(parsed.to).toMatchObject({ value: [{ address: ADDRESS }] });
      expect(parsed.headerLines.map(({ key }) => key).sort()).toEqual(expected.headers.map((name) => name.toLowerCase()).sort());
      expect(parsed.attachments).toEqual([]);
      expect(skeleton(parsed.html as string)).toBe(expected.skeleton);
    }
  });
});
