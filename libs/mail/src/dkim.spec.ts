import { generateKeyPairSync, verify } from 'node:crypto';
import { SmtpMailer } from './smtp-mailer.js';
import { reminder, SmtpSink } from './smtp-sink.fixture.js';

const keys = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
});

/** RFC 6376 3.4.2: how a header is written for the signature. */
const relaxed = (line: string) => {
  const [name, ...value] = line.replace(/\r\n/g, '').split(':');
  return `${name!.toLowerCase().trim()}:${value.join(':').replace(/\s+/g, ' ').trim()}`;
};

describe('a signed message', () => {
  it('carries a signature of its sender’s domain that covers both headers of one-click unsubscribing', async () => {
    const sink = await SmtpSink.start();
    const mailer = new SmtpMailer({
      url: sink.url,
      dkim: { domain: 'foerdertakt.example', keySelector: 'ft1', privateKey: keys.privateKey },
    });
    await mailer.send(reminder);
    mailer.close();
    await sink.stop();
    const lines = sink.mails[0]!.parsed.headerLines.map(({ line }) => line);
    const signature = lines.find((line) => line.startsWith('DKIM-Signature'))!;
    const tags = new Map(
      relaxed(signature)
        .slice('dkim-signature:'.length)
        .split('; ')
        .map((tag) => [tag.slice(0, tag.indexOf('=')), tag.slice(tag.indexOf('=') + 1)]),
    );
    expect([tags.get('d'), tags.get('s')]).toEqual(['foerdertakt.example', 'ft1']);
    const names = tags.get('h')!.replaceAll(' ', '').toLowerCase().split(':');
    expect(names).toEqual(
      expect.arrayContaining(['from', 'to', 'subject', 'date', 'message-id', 'list-unsubscribe', 'list-unsubscribe-post']),
    );
    const signed = names.map((name) => relaxed(lines.find((line) => line.toLowerCase().startsWith(`${name}:`))!));
    const content = [...signed, relaxed(signature).replace(/b=[^;]*$/, 'b=')].join('\r\n');
    expect(
      verify('sha256', Buffer.from(content, 'latin1'), keys.publicKey, Buffer.from(tags.get('b')!.replaceAll(' ', ''), 'base64')),
    ).toBe(true);
  });

  it('a key that cannot be read is refused at once, not passed over', () => {
    const dkim = { domain: 'foerdertakt.example', keySelector: 'ft1', privateKey: 'no key' };
    expect(() => new SmtpMailer({ url: 'smtp://127.0.0.1:9', dkim })).toThrow();
  });
});
