import fc from 'fast-check';
import { cleanHeader } from './address.js';
import { SmtpMailer } from './smtp-mailer.js';
import { reminder, SmtpSink } from './smtp-sink.fixture.js';

const BREAKERS = [
  '\r\nBcc: evil@example.org',
  '\nX-Evil: 1',
  '\r\n\r\n<script>alert(1)</script>',
  '>, evil@example.org',
  '"; <evil@example.org>',
  '=?utf-8?B?DQpCY2M6IGV2aWxAZXhhbXBsZS5vcmc=?=',
  '\0',
  '<script>',
  '\ud800',
  '\u2028',
  'ä'.repeat(3_000),
  '\r\n.\r\nMAIL FROM:<evil@example.org>',
];
const hostile = fc
  .array(fc.oneof(fc.constantFrom(...BREAKERS), fc.string({ unit: 'binary' })), { minLength: 1, maxLength: 4 })
  .map((parts) => `x${parts.join('')}`);

describe('hostile names, subjects and texts', () => {
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

  async function arrivedWith(text: string) {
    sink.mails.length = 0;
    const { from, to, attachments } = reminder;
    await mailer.send({
      ...reminder,
      from: { ...from, name: text },
      to: { ...to, name: text },
      subject: text,
      text,
      html: text,
      attachments: [{ ...attachments![0]!, filename: text, content: text }],
    });
    expect(sink.mails).toHaveLength(1);
    return sink.mails[0]!;
  }

  const headerNames = (lines: readonly { key: string }[]) => lines.map(({ key }) => key).sort();

  it('reach one recipient and add no header', async () => {
    const expected = headerNames((await arrivedWith('harmless')).parsed.headerLines);
    expect(expected).not.toContain('bcc');
    await fc.assert(
      fc.asyncProperty(hostile, async (text) => {
        const { recipients, parsed } = await arrivedWith(text);
        expect(recipients).toEqual([reminder.to.address]);
        expect(headerNames(parsed.headerLines)).toEqual(expected);
        expect(parsed.to).toMatchObject({ value: [{ address: reminder.to.address }] });
        expect(parsed.attachments).toHaveLength(1);
      }),
      { numRuns: 200 },
    );
  });

  it.each(['Straße 1; "Amt", <x>', 'Ä'.repeat(120), '<script>alert(1)</script>', '25.\u00a0Juli – 12\u00a0Uhr'])(
    'a subject arrives as it was cleaned: %s',
    async (subject) => {
      expect((await arrivedWith(subject)).parsed.subject).toBe(cleanHeader(subject));
    },
  );
});
