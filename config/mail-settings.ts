import { createPrivateKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { DkimKey } from '@app/mail/smtp-mailer.js';
import type { LetterLimits } from '@app/reminders/letter-limits.js';
import type { Operator } from '@app/reminders/reminders-settings.js';
import { type Env, InvalidEnvironment } from './env.js';

/** What signs the letters; undefined: nothing does. Throws InvalidEnvironment where the key cannot be read. */
export function readDkimKey({ DKIM_DOMAIN, DKIM_SELECTOR, DKIM_KEY_FILE }: Env): DkimKey | undefined {
  if (DKIM_DOMAIN === undefined || DKIM_SELECTOR === undefined || DKIM_KEY_FILE === undefined) return undefined;
  const privateKey = readKeyFile(DKIM_KEY_FILE);
  return { domain: DKIM_DOMAIN, keySelector: DKIM_SELECTOR, privateKey };
}

function readKeyFile(file: string): string {
  try {
    const pem = readFileSync(file, 'utf8');
    const type = createPrivateKey(pem).asymmetricKeyType;
    // nodemailer signs with rsa-sha256 only
    if (type !== 'rsa') throw new Error(`a key of type ${type}`);
    return pem;
  } catch (error) {
    throw new InvalidEnvironment([`DKIM_KEY_FILE must be a readable private key (PEM, RSA): ${(error as Error).message}`]);
  }
}

/** Who is told when letters do not get out; undefined: nobody. */
export function operatorOf({ OPERATOR_EMAIL, OPERATOR_LANGUAGE }: Env): Operator | undefined {
  return OPERATOR_EMAIL === undefined ? undefined : { email: OPERATOR_EMAIL, language: OPERATOR_LANGUAGE };
}

export function letterLimits(env: Env): LetterLimits {
  return { perMinute: env.LETTERS_PER_MINUTE, perMinuteAndDomain: env.LETTERS_PER_MINUTE_AND_DOMAIN };
}
