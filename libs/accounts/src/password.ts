import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

export const PASSWORD_MIN = 8;
/** Longer ones only cost time; a passphrase fits. */
export const PASSWORD_MAX = 200;

/** argon2id as OWASP's password storage cheat sheet recommends (19 MiB, 2 passes, 1 lane); about 45 ms here. */
const COST = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 } as const;
const PHC = /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,3}),p=(\d{1,2})\$([A-Za-z0-9+/]{11,86})\$([A-Za-z0-9+/]{22,86})$/;

const derive = promisify(argon2);
type Cost = { memory: number; passes: number; parallelism: number; tagLength: number };

/** Keyboards compose letters differently ("ü" is one code point or two): the same password must stay the same. */
function tagOf(password: string, nonce: Buffer, cost: Cost): Promise<Buffer> {
  return derive('argon2id', { ...cost, message: password.normalize('NFKC'), nonce });
}

const unpadded = (bytes: Buffer) => bytes.toString('base64').replaceAll('=', '');

/** In characters, not in code units. */
export function passwordLength(password: string): number {
  return [...password].length;
}

/** A PHC string with the cost inside, so that a later, higher cost still reads it. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16);
  const tag = await tagOf(password, nonce, COST);
  return `$argon2id$v=19$m=${COST.memory},t=${COST.passes},p=${COST.parallelism}$${unpadded(nonce)}$${unpadded(tag)}`;
}

/** Reckoned with where there is no account or no password, so that the time of the answer does not tell which. */
const NOBODY = `$argon2id$v=19$m=${COST.memory},t=${COST.passes},p=${COST.parallelism}$${'A'.repeat(22)}$${'A'.repeat(43)}`;

/** Whether the password fits; compares in constant time. Without a hash it does the same work and answers no. */
export async function verifyPassword(password: string, hash: string | null | undefined): Promise<boolean> {
  if (password.length > 4 * PASSWORD_MAX) return false;
  const parts = PHC.exec(hash ?? NOBODY);
  if (!parts) throw new Error('a stored password hash is not readable');
  const [, memory, passes, parallelism, nonce, tag] = parts as unknown as [string, string, string, string, string, string];
  const expected = Buffer.from(tag, 'base64');
  const cost = { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism), tagLength: expected.length };
  const actual = await tagOf(password, Buffer.from(nonce, 'base64'), cost);
  return timingSafeEqual(actual, expected) && hash != null;
}
