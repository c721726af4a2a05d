import { generateKeyPairSync } from 'node:crypto';
import { dkimVerify } from 'mailauth';
import { SmtpMailer } from './smtp-mailer.js';
import { reminder, SmtpSink } from './smtp-sink.fixture.js';

const pem = { privateKeyEncoding: { type: 'pkcs8', format: 'pem' }, publicKeyEncoding: { type: 'spki', format: 'der' } } as const;
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048, ...pem });
const SIGNER = { domain: 'foerdertakt.example', keySelector: 'ft1' };

const rsaRecord = `v=DKIM1; k=rsa; p=${rsa.publicKey.toString('base64')}`;

async function signedBytes(privateKey: string): Promise<string> {
  const sink = await SmtpSink.start();
  const mailer = new SmtpMailer({ url: sink.url, dkim: { ...SIGNER, privateKey } });
  await mailer.send(reminder);
  mailer.close();
  await sink.stop();
  return sink.mails[0]!.raw;
}

/** As a receiver looks at it, with a DNS of our own. */
async function verify(raw: string, record: string) {
  const asked: string[] = [];
  const resolver = async (name: string, type: string) => {
    asked.push(`${type} ${name}`);
    return [[record]];
  };
  const { results } = await dkimVerify(Buffer.from(raw, 'latin1'), { resolver, minBitLength: 1024 } as never);
  return { asked, results: results as unknown as { status: { result: string; aligned: string }; signingHeaders: { keys: string } }[] };
}

describe('a signed message', () => {
  it('is found to be its sender’s by mailauth, both headers of one-click unsubscribing included', async () => {
    const { asked, results } = await verify(await signedBytes(rsa.privateKey), rsaRecord);
    expect(asked).toEqual(['TXT ft1._domainkey.foerdertakt.example']);
    expect(results).toHaveLength(1);
    expect(results[0]!.status).toMatchObject({ result: 'pass', aligned: 'foerdertakt.example' });
    const names = results[0]!.signingHeaders.keys.split(':').map((name) => name.trim().toLowerCase());
    expect(names).toEqual(
      expect.arrayContaining(['from', 'to', 'subject', 'date', 'message-id', 'list-id', 'list-unsubscribe', 'list-unsubscribe-post']),
    );
  });

  it.each([
    ['List-Unsubscribe', /<https:\/\/foerdertakt\.example\/unsub/, '<https://evil.example/unsub'],
    ['List-Unsubscribe-Post', /^List-Unsubscribe-Post: List-Unsubscribe=One-Click/m, 'List-Unsubscribe-Post: List-Unsubscribe=None'],
    ['Subject', /^Subject: /m, 'Subject: x'],
    ['the text', /schlie/, 'schloe'],
  ])('is found out when %s was changed on the way', async (_what, before, after) => {
    const raw = await signedBytes(rsa.privateKey);
    const changed = raw.replace(before, after);
    expect(changed).not.toBe(raw);
    expect((await verify(changed, rsaRecord)).results[0]!.status.result).not.toBe('pass');
  });

  it('a key that cannot be read is refused at once, not passed over', () => {
    expect(() => new SmtpMailer({ url: 'smtp://127.0.0.1:9', dkim: { ...SIGNER, privateKey: 'no key' } })).toThrow();
  });
});
