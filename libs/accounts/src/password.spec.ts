import type { DomainError } from '@app/kernel/domain-error.js';
import { hashNewPassword } from './new-password.js';
import { hashPassword, verifyPassword } from './password.js';

describe('a stored password', () => {
  it('is argon2id with the recommended cost, as a PHC string', async () => {
    expect(await hashPassword('Feuerwehr-2014')).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
  });

  it('fits the password it was made of and no other', async () => {
    const hash = await hashPassword('Feuerwehr-2014');
    expect(await verifyPassword('Feuerwehr-2014', hash)).toBe(true);
    expect(await verifyPassword('Feuerwehr-2015', hash)).toBe(false);
    expect(await verifyPassword('', hash)).toBe(false);
  });

  it('is salted: the same password twice gives two hashes', async () => {
    expect(await hashPassword('Feuerwehr-2014')).not.toBe(await hashPassword('Feuerwehr-2014'));
  });

  it('is the same password whichever way a keyboard composes its letters', async () => {
    expect(await verifyPassword('Du\u0308ren-1234', await hashPassword('D\u00fcren-1234'))).toBe(true);
  });

  it('still reads a hash of another cost', async () => {
    expect(await verifyPassword('password', OF_ANOTHER_COST)).toBe(true);
    expect(await verifyPassword('passwords', OF_ANOTHER_COST)).toBe(false);
  });

  it.each([undefined, null])('does the work and answers no where there is none (%s)', async (none) => {
    const started = performance.now();
    await verifyPassword('Feuerwehr-2014', await hashPassword('Feuerwehr-2014'));
    const two = performance.now() - started;
    const alone = performance.now();
    expect(await verifyPassword('Feuerwehr-2014', none)).toBe(false);
    expect(performance.now() - alone).toBeGreaterThan(two / 10);
  });

  it('refuses to guess what an unreadable hash means', async () => {
    await expect(verifyPassword('x', 'plain')).rejects.toThrow('not readable');
  });

  it.each([
    [7, 'too-short'],
    [8, undefined],
    [200, undefined],
    [201, 'too-long'],
  ])('of %i characters: %s', async (length, code) => {
    const hashed = await hashNewPassword('ü'.repeat(length)).catch((error: DomainError) => error.faults[0]?.code);
    expect(code === undefined ? String(hashed).startsWith('$argon2id$') : hashed).toBe(code ?? true);
  });
});

/** From the reference implementation's own test.c: argon2id, v=19, m=65536 KiB, t=2, p=1, "password" with the salt "somesalt". */
const OF_ANOTHER_COST = '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc';
