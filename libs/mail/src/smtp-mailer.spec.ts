import { generateKeyPairSync } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { SmtpMailer } from './smtp-mailer.js';
import { reminder, SmtpSink, smtpAnswer } from './smtp-sink.fixture.js';

describe('a message that a mail server takes', () => {
  let sink: SmtpSink;
  let mailer: SmtpMailer;
  beforeAll(async () => {
    sink = await SmtpSink.start();
    mailer = new SmtpMailer({ url: sink.url });
  });
  beforeEach(() => {
    sink.mails.length = 0;
  });
  afterAll(async () => {
    mailer.close();
    await sink.stop();
  });

  it('arrives as it was written', async () => {
    const delivery = await mailer.send(reminder);
    expect(delivery.response).toMatch(/^250 /);
    const [mail] = sink.mails;
    expect(mail).toMatchObject({ from: 'noreply@foerdertakt.example', recipients: ['jana.mueller@gemeinde.example'] });
    expect(mail!.parsed).toMatchObject({
      messageId: `<${reminder.id}>`,
      subject: reminder.subject,
      text: reminder.text,
      html: reminder.html,
      from: { value: [{ name: 'Fördertakt', address: 'noreply@foerdertakt.example' }] },
      to: { value: [{ name: 'Jana Müller', address: 'jana.mueller@gemeinde.example' }] },
      attachments: [
        { filename: 'Frist Düren.ics', contentType: 'text/calendar', content: Buffer.from('BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n') },
      ],
    });
  });

  it('says that no person wrote it and how to stop it with one click', async () => {
    await mailer.send(reminder);
    const lines = sink.mails[0]!.parsed.headerLines.map(({ line }) => line.replace(/\r\n\s+/g, ' '));
    expect(lines).toEqual(
      expect.arrayContaining([
        'Date: Fri, 27 Jun 2014 05:00:00 +0000',
        'Auto-Submitted: auto-generated',
        'X-Auto-Response-Suppress: All',
        'Content-Language: de',
        'List-ID: <reminders.foerdertakt.example>',
        `List-Unsubscribe: <${reminder.unsubscribeUrl}>`,
        'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
      ]),
    );
  });

  it('has the same bytes at the second attempt', async () => {
    await mailer.send(reminder);
    await mailer.send(reminder);
    expect(sink.mails[1]!.raw).toBe(sink.mails[0]!.raw);
  });

  it('has no headers of a list when it belongs to none', async () => {
    await mailer.send({ ...reminder, listId: undefined, unsubscribeUrl: undefined });
    expect(sink.mails[0]!.raw).not.toMatch(/^List-/im);
  });

  it('is never read from a file or an address', async () => {
    await mailer.send({ ...reminder, text: '/etc/passwd', html: 'https://127.0.0.1/', attachments: [] });
    expect(sink.mails[0]!.parsed).toMatchObject({ text: '/etc/passwd', html: 'https://127.0.0.1/', attachments: [] });
  });
});

describe('a message that is not taken', () => {
  const outcomeWith = async (options: Parameters<typeof SmtpSink.start>[0], settings: { sendLimit?: number } = {}) => {
    const sink = await SmtpSink.start(options);
    const mailer = new SmtpMailer({ url: sink.url, ...settings });
    try {
      return await mailer.send(reminder).catch((error: unknown) => error);
    } finally {
      mailer.close();
      await sink.stop();
    }
  };

  it.each([
    [550, 'unknown user <jana.mueller@gemeinde.example>', true],
    [451, 'greylisted', false],
    [452, 'mailbox full', false],
  ])('%i to the recipient (%s): permanent %s', async (code, text, permanent) => {
    const outcome = await outcomeWith({ onRcptTo: (_address, _session, done) => done(smtpAnswer(code, text)) });
    expect(outcome).toMatchObject({ name: 'MailRejected', permanent, isOfRecipient: permanent, responseCode: code });
    expect(JSON.stringify(outcome)).not.toContain('gemeinde.example');
  });

  it.each([
    [554, true],
    [421, false],
  ])('%i to the content: permanent %s', async (code, permanent) => {
    const outcome = await outcomeWith({
      onData: (stream, _session, done) => stream.on('end', () => done(smtpAnswer(code, 'no'))).resume(),
    });
    expect(outcome).toMatchObject({ permanent, isOfRecipient: false, responseCode: code });
  });

  it('a refused sender is the operator’s to mend, hence temporary', async () => {
    const outcome = await outcomeWith({ onMailFrom: (_address, _session, done) => done(smtpAnswer(550, 'sign in first')) });
    expect(outcome).toMatchObject({ permanent: false, responseCode: 550 });
  });

  it('a server that never answers ends with the limit, temporary', async () => {
    const outcome = await outcomeWith({ onData: (stream) => void stream.resume(), closeTimeout: 100 }, { sendLimit: 300 });
    expect(outcome).toMatchObject({ permanent: false, reason: expect.stringMatching(/ABORT|TIME/i) });
  });

  it('a connection that is refused is temporary', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as AddressInfo;
    await new Promise((resolve) => server.close(resolve));
    const mailer = new SmtpMailer({ url: `smtp://127.0.0.1:${port}` });
    await expect(mailer.send(reminder)).rejects.toMatchObject({ permanent: false, reason: 'ECONNREFUSED' });
    mailer.close();
  });

  it.each([
    ['invalid-recipient', { to: { name: 'x', address: 'a@b.example\r\nBcc: evil@example.org' } }],
    ['invalid-sender', { from: { name: 'x', address: 'a@b.example, c@d.example' } }],
    ['invalid-message-id', { id: 'a@b.example>\r\nX-Evil: 1' }],
    ['invalid-list-id', { listId: 'a>\r\nX-Evil: 1' }],
    ['invalid-unsubscribe-url', { unsubscribeUrl: 'javascript:alert(1)' }],
    ['invalid-attachment-type', { attachments: [{ filename: 'a', contentType: 'text/x\r\nX-Evil: 1', content: '' }] }],
  ])('%s is refused before any server sees it', async (reason, fault) => {
    const mailer = new SmtpMailer({ url: 'smtp://127.0.0.1:9' });
    await expect(mailer.send({ ...reminder, ...fault })).rejects.toMatchObject({ permanent: true, reason });
    mailer.close();
  });
});

describe('the end of a message', () => {
  const bytesOf = () => {
    let arrived = '';
    const handlers = {
      onData: (stream: NodeJS.ReadableStream, _session: unknown, done: (error?: Error) => void) => {
        stream.on('data', (bytes: Buffer) => {
          arrived += bytes.toString('latin1');
        });
        stream.on('end', () => {
          arrived += '<end>';
          done();
        });
      },
    };
    return { handlers, arrived: () => arrived };
  };

  const key = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
  const dkim = { domain: 'foerdertakt.example', keySelector: 'ft1', privateKey: key.export({ type: 'pkcs8', format: 'pem' }).toString() };

  it.each([
    ['plain', {}],
    ['signed', { dkim }],
  ])('goes out when it may, and the time until then does not count (%s)', async (_what, signing) => {
    const { handlers, arrived } = bytesOf();
    const sink = await SmtpSink.start(handlers);
    const mailer = new SmtpMailer({ url: sink.url, sendLimit: 300, ...signing });
    let atTheEnd = '';
    const beforeEnd = async () => {
      // the server has been asked for it by now, and what it was given arrives
      await new Promise((resolve) => setTimeout(resolve, 450));
      atTheEnd = arrived();
    };
    await expect(mailer.send(reminder, { beforeEnd })).resolves.toMatchObject({ response: expect.stringMatching(/^250/) });
    expect(atTheEnd).toContain(`Message-ID: <${reminder.id}>`);
    expect(atTheEnd).not.toContain('<end>');
    expect(arrived()).toContain('<end>');
    mailer.close();
    await sink.stop();
  });

  it('never goes out when it may not, and what forbade it is what is thrown', async () => {
    const { handlers, arrived } = bytesOf();
    const sink = await SmtpSink.start({ ...handlers, closeTimeout: 100 });
    const mailer = new SmtpMailer({ url: sink.url });
    const forbidden = new Error('another worker has it');
    await expect(mailer.send(reminder, { beforeEnd: () => Promise.reject(forbidden) })).rejects.toBe(forbidden);
    expect(arrived()).not.toContain('<end>');
    // and the mailer goes on
    await expect(mailer.send(reminder)).resolves.toMatchObject({ response: expect.stringMatching(/^250/) });
    mailer.close();
    await sink.stop();
  });

  it.each([
    ['plain', {}],
    ['signed', { dkim }],
  ])('is not asked for before the server wants the message (%s)', async (_what, signing) => {
    const sink = await SmtpSink.start({ onRcptTo: () => undefined, closeTimeout: 100 });
    const mailer = new SmtpMailer({ url: sink.url, sendLimit: 300, ...signing });
    let isAsked = false;
    const beforeEnd = async () => {
      isAsked = true;
    };
    await expect(mailer.send(reminder, { beforeEnd })).rejects.toMatchObject({ permanent: false });
    expect(isAsked).toBe(false);
    mailer.close();
    await sink.stop();
  });
});
