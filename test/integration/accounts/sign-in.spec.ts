import { Authenticate } from '@app/accounts/authenticate.js';
import { SignIn } from '@app/accounts/sign-in.js';
import { SignOut } from '@app/accounts/sign-out.js';
import { UpdatePerson } from '@app/accounts/update-person.js';
import { CLERK, DUEREN, OPERATOR, openTownHall, PASSWORD, type TownHall } from './town-hall.js';

describe('signing in', () => {
  let hall: TownHall;
  let signIn: SignIn;
  let authenticate: Authenticate;
  let addresses = 0;
  /** Every test comes from its own network and has its own account, so that no test uses up another's attempts. */
  let ip: string;
  let email: string;

  beforeAll(async () => {
    hall = await openTownHall();
    signIn = new SignIn(hall.transactions, hall.clock);
    authenticate = new Authenticate(hall.transactions, hall.clock);
  });

  beforeEach(async () => {
    addresses += 1;
    ip = `203.0.113.${addresses}`;
    email = `clerk${addresses}@rathaus.example`;
    await hall.create({ email });
  });

  afterAll(() => hall.close());

  const right = () => signIn.run({ email, password: PASSWORD, ip });
  const wrong = (from = ip, account = email) => signIn.run({ email: account, password: 'falsch-falsch', ip: from });

  it('starts a session whose token is stored as a hash only', async () => {
    const { token, person } = await right();
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(person).toMatchObject({
      kind: 'person',
      email,
      name: CLERK.name,
      roles: ['staff'],
      authorityIds: [DUEREN.id],
      authorities: [DUEREN],
    });
    expect(await authenticate.bySession(token)).toEqual(person);
    expect(await hall.database.sql('select token_hash from session where token_hash = $1', [token])).toEqual([]);
  });

  it('spells the address as it likes', async () => {
    await expect(signIn.run({ email: ` ${email.toUpperCase()} `, password: PASSWORD, ip })).resolves.toBeDefined();
  });

  it.each([
    ['a wrong password', () => wrong()],
    ['an unknown address', () => wrong(ip, 'niemand@rathaus.example')],
  ])('with %s has the same refusal', async (_, attempt) => {
    await expect(attempt()).rejects.toMatchObject({ code: 'wrong-credentials', params: {} });
  });

  it('is refused to an account without a password, even with an empty one', async () => {
    await hall.create({ email: 'ohne@rathaus.example', password: undefined });
    await expect(signIn.run({ email: 'ohne@rathaus.example', password: '', ip })).rejects.toMatchObject({ code: 'wrong-credentials' });
  });

  it('makes a new token each time', async () => {
    expect((await right()).token).not.toBe((await right()).token);
  });

  it('lasts twelve hours and no longer', async () => {
    const { token } = await right();
    hall.clock.advance({ hours: 11, minutes: 59, seconds: 59 });
    expect(await authenticate.bySession(token)).toBeDefined();
    hall.clock.advance({ seconds: 1 });
    expect(await authenticate.bySession(token)).toBeUndefined();
  });

  it('ends by signing out, for this session only', async () => {
    const [here, there] = [await right(), await right()];
    await new SignOut(hall.transactions, hall.clock).run(here.token);
    expect(await authenticate.bySession(here.token)).toBeUndefined();
    expect(await authenticate.bySession(there.token)).toBeDefined();
  });

  it('ends everywhere else when the password changes', async () => {
    const [here, there] = [await right(), await right()];
    const update = new UpdatePerson(hall.transactions, hall.clock, hall.jobs);
    await update.run(OPERATOR, { id: here.person.id, change: { password: 'Neues-Passwort' }, keepSession: here.token });
    expect(await authenticate.bySession(here.token)).toBeDefined();
    expect(await authenticate.bySession(there.token)).toBeUndefined();
    await expect(right()).rejects.toMatchObject({ code: 'wrong-credentials' });
  });

  it('has the rights of this moment, not those of signing in', async () => {
    const { token, person } = await right();
    await new UpdatePerson(hall.transactions, hall.clock, hall.jobs).run(OPERATOR, { id: person.id, change: { roles: ['editor'] } });
    expect(await authenticate.bySession(token)).toMatchObject({ roles: ['editor'], authorityIds: [] });
  });

  describe('too often', () => {
    const times = async (count: number, attempt: () => Promise<unknown>) => {
      for (let done = 0; done < count; done += 1) await expect(attempt()).rejects.toMatchObject({ code: 'wrong-credentials' });
    };

    it('is refused after ten wrong passwords, the right one too, and says how long', async () => {
      await times(10, wrong);
      hall.clock.advance({ minutes: 5 });
      await expect(right()).rejects.toMatchObject({ code: 'too-many-requests', params: { retryAfterSeconds: 600 } });
    });

    it('is forgotten after fifteen minutes', async () => {
      await times(10, wrong);
      hall.clock.advance({ minutes: 15 });
      await expect(right()).resolves.toBeDefined();
    });

    it('does not lock out the same account elsewhere', async () => {
      await times(10, wrong);
      await expect(signIn.run({ email, password: PASSWORD, ip: '198.51.100.1' })).resolves.toBeDefined();
    });

    it('is forgiven by signing in', async () => {
      await times(9, wrong);
      await right();
      await times(9, wrong);
      await expect(right()).resolves.toBeDefined();
    });

    it('counts a network over all accounts: fifty, and an own account does not reset it', async () => {
      for (let account = 0; account < 49; account += 1) await times(1, () => wrong(ip, `a${account}@rathaus.example`));
      await right();
      await times(1, () => wrong(ip, 'a49@rathaus.example'));
      await expect(right()).rejects.toMatchObject({ code: 'too-many-requests' });
    });

    it('lets no more through when all come at once', async () => {
      const tries = await Promise.allSettled(Array.from({ length: 20 }, () => wrong()));
      const codes = tries.map((one) => (one.status === 'rejected' ? one.reason.code : 'in'));
      expect(codes.filter((code) => code === 'wrong-credentials')).toHaveLength(10);
      expect(codes.filter((code) => code === 'too-many-requests')).toHaveLength(10);
    });

    it('stores no address', async () => {
      await times(1, wrong);
      const stored = JSON.stringify(await hall.database.sql('select bucket from sign_in_attempt'));
      expect(stored).not.toContain(ip);
      expect(stored).not.toContain('rathaus');
    });
  });
});
