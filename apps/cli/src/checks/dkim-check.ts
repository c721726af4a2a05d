import { createPublicKey } from 'node:crypto';
import { Resolver } from 'node:dns/promises';
import type { Env } from '@config/env.js';
import { readDkimKey } from '@config/mail-settings.js';

const LIMIT_MS = 5_000;

/** The text records of a name. */
export type TextRecords = (name: string) => Promise<string[][]>;

/** The key that signs the letters is the one that receivers find in the DNS. Throws when it is not. */
export async function checkDkim(env: Env, recordsOf: TextRecords = askDns): Promise<string> {
  const key = readDkimKey(env);
  if (!key) return 'DKIM_KEY_FILE ist nicht gesetzt: Fördertakt signiert nicht, das sollte der Mailserver tun';
  const name = `${key.keySelector}._domainkey.${key.domain}`;
  const records = (await recordsOf(name)).map((parts) => parts.join(''));
  const record = records.find((text) => /(^|;)\s*p=/.test(text));
  if (record === undefined) throw new Error(`im DNS steht unter ${name} kein Schlüssel`);
  const published = /(?:^|;)\s*p=([^;]*)/.exec(record)![1]!.replace(/\s/g, '');
  const ours = createPublicKey(key.privateKey).export({ type: 'spki', format: 'der' });
  if (published !== ours.toString('base64')) throw new Error(`im DNS steht unter ${name} ein anderer Schlüssel`);
  return `im DNS steht unter ${name} der passende Schlüssel`;
}

function askDns(name: string): Promise<string[][]> {
  return new Resolver({ timeout: LIMIT_MS, tries: 1 }).resolveTxt(name);
}
