import { Authenticate } from '@app/accounts/authenticate.js';
import { EnsureAdmin } from '@app/accounts/ensure-admin.js';
import { Instance } from '@app/accounts/instance.js';
import { IssueApiToken } from '@app/accounts/issue-api-token.js';
import { SignIn } from '@app/accounts/sign-in.js';
import type { Actor } from '@app/kernel/actor.js';
import { OPERATOR, openTownHall, type TownHall } from './town-hall.js';

const GIVEN = { email: 'admin@rathaus.example', password: 'Erster-Start-1', token: 'x'.repeat(32) };

describe('the first start', () => {
  let hall: TownHall;

  beforeEach(async () => {
    hall = await openTownHall();
  });

  afterEach(() => hall.close());

  const ensure = (given = {}) => new EnsureAdmin(hall.transactions, hall.clock).run(given);
  const byToken = (token: string) => new Authenticate(hall.transactions, hall.clock).byApiToken(token);
  const signIn = (email: string, password: string) => new SignIn(hall.transactions, hall.clock).run({ email, password, ip: '127.0.0.1' });

  it('makes the administrator that the environment names, and tells nothing that it was told', async () => {
    expect(await ensure(GIVEN)).toEqual({ email: GIVEN.email });
    expect(await byToken(GIVEN.token)).toMatchObject({ email: GIVEN.email, roles: ['admin'] });
    expect(await signIn(GIVEN.email, GIVEN.password)).toMatchObject({ person: { roles: ['admin'] } });
  });

  it('makes up what is not given, and that works', async () => {
    const made = await ensure();
    expect(made?.token?.length).toBeGreaterThanOrEqual(32);
    expect(await byToken(made!.token!)).toMatchObject({ email: 'admin@localhost' });
    await expect(signIn(made!.email, made!.password!)).resolves.toBeDefined();
  });

  it('happens once: later starts change nothing, whatever they are given', async () => {
    await ensure(GIVEN);
    expect(await ensure({ ...GIVEN, token: 'y'.repeat(32), email: 'other@rathaus.example' })).toBeUndefined();
    expect(await byToken('y'.repeat(32))).toBeUndefined();
    expect(await hall.database.sql('select id from api_token')).toHaveLength(1);
  });

  it('of two servers at once makes one administrator', async () => {
    const both = await Promise.all([ensure(), ensure()]);
    expect(both.filter((made) => made !== undefined)).toHaveLength(1);
    expect(await hall.database.sql('select id from person')).toHaveLength(1);
  });

  it('does not take a demonstration login for the administrator', async () => {
    await hall.create({ email: 'demo-admin@rathaus.example', roles: ['admin'], demonstration: true });
    expect(await ensure(GIVEN)).toBeDefined();
  });

  it('fixes the domain and the secret for good', async () => {
    const instance = new Instance(hall.transactions, hall.clock);
    expect(await instance.read()).toBeUndefined();
    const first = await instance.ensure({ domain: 'foerdertakt.example', demonstration: true });
    expect(first).toMatchObject({ domain: 'foerdertakt.example', demonstration: true });
    expect(Buffer.from(first.secret, 'base64url')).toHaveLength(32);
    expect(await instance.ensure({ domain: 'moved.example', demonstration: false })).toEqual(first);
    expect(await instance.read()).toEqual(first);
  });
});

describe('an API token', () => {
  let hall: TownHall;

  beforeAll(async () => {
    hall = await openTownHall();
  });

  afterAll(() => hall.close());

  it('is shown once, acts as its person, and is no session', async () => {
    const person = await hall.create();
    const issued = await new IssueApiToken(hall.transactions, hall.clock).run(OPERATOR, { personId: person.id, name: 'Fachverfahren' });
    const authenticate = new Authenticate(hall.transactions, hall.clock);
    expect(await authenticate.byApiToken(issued.token)).toMatchObject({ id: person.id, roles: ['staff'] });
    expect(await authenticate.bySession(issued.token)).toBeUndefined();
    const stored = JSON.stringify(await hall.database.sql('select t.*, a.detail from api_token t, audit_entry a'));
    expect(stored).not.toContain(issued.token);
    await hall.database.sql(`update api_token set revoked_at = '2014-06-27'`);
    expect(await authenticate.byApiToken(issued.token)).toBeUndefined();
  });

  it('is issued by the person or an administrator, and to nobody else’s name', async () => {
    const person = await hall.create({ email: 'eine@rathaus.example' });
    const other: Actor = { kind: 'person', id: '01900000-0000-7000-8000-0000000000ff', roles: ['editor'], authorityIds: [] };
    const issue = new IssueApiToken(hall.transactions, hall.clock);
    await expect(issue.run(other, { personId: person.id, name: 'x' })).rejects.toMatchObject({ code: 'not-found' });
    await expect(issue.run(OPERATOR, { personId: other.id, name: 'x' })).rejects.toMatchObject({ code: 'not-found' });
    await expect(issue.run({ ...other, id: person.id }, { personId: person.id, name: 'x' })).resolves.toBeDefined();
  });
});
