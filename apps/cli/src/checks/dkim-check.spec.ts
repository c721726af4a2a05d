import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InvalidEnvironment, readEnv } from '@config/env.js';
import { checkDkim } from './dkim-check.js';

const pair = () =>
  generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'der' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });

describe('the check of the signature', () => {
  const folder = mkdtempSync(join(tmpdir(), 'foerdertakt-dkim-'));
  const file = join(folder, 'dkim.pem');
  const ours = pair();
  const env = { DKIM_DOMAIN: 'town.example', DKIM_SELECTOR: 'ft1', DKIM_KEY_FILE: file };
  beforeAll(() => writeFileSync(file, ours.privateKey));
  afterAll(() => rmSync(folder, { recursive: true }));

  const check = (key: Buffer | undefined) =>
    checkDkim(readEnv(env), async (name) => {
      expect(name).toBe('ft1._domainkey.town.example');
      const text = key?.toString('base64') ?? '';
      return key ? [['v=spf1 -all'], ['v=DKIM1; k=rsa; p=', text.slice(0, 200), text.slice(200)]] : [];
    });

  it('is content with the key that stands in the DNS, in several parts too', async () => {
    expect(await check(ours.publicKey)).toContain('der passende Schlüssel');
  });

  it('finds another key, and none', async () => {
    await expect(check(pair().publicKey)).rejects.toThrow('ein anderer Schlüssel');
    await expect(check(undefined)).rejects.toThrow('kein Schlüssel');
  });

  it('says that nothing is signed without the settings', async () => {
    expect(await checkDkim(readEnv({}))).toContain('signiert nicht');
  });

  it.each([
    ['one setting alone', { DKIM_DOMAIN: 'town.example' }, 'belong together'],
    ['a domain that is none', { ...env, DKIM_DOMAIN: 'town example' }, 'DKIM_DOMAIN must be a domain'],
  ])('%s is a mistake of the environment', (_what, source, mistake) => {
    expect(() => readEnv(source)).toThrow(mistake);
  });

  it('a file that holds no key is one too', async () => {
    writeFileSync(join(folder, 'none.pem'), 'no key');
    await expect(checkDkim(readEnv({ ...env, DKIM_KEY_FILE: join(folder, 'none.pem') }))).rejects.toThrow(InvalidEnvironment);
  });
});
