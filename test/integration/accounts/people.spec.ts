import { FindPerson } from '@app/accounts/find-person.query.js';
import { ListPeople } from '@app/accounts/list-people.query.js';
import { UpdatePerson } from '@app/accounts/update-person.js';
import type { Actor } from '@app/kernel/actor.js';
import { CLERK, DUEREN, GUETERSLOH, OPERATOR, openTownHall, type TownHall } from './town-hall.js';

describe('people', () => {
  let hall: TownHall;
  let update: UpdatePerson;

  beforeAll(async () => {
    hall = await openTownHall();
    update = new UpdatePerson(hall.transactions, hall.clock, hall.jobs);
  });

  afterAll(() => hall.close());

  describe('created by an administrator', () => {
    it('are verified, members of the named authorities, and have no password unless one is given', async () => {
      const person = await hall.create({ email: 'Neu@Rathaus.Example', password: undefined, authorities: [DUEREN.key, GUETERSLOH.key] });
      expect(person).toMatchObject({
        email: 'neu@rathaus.example',
        emailVerified: true,
        hasPassword: false,
        demonstration: false,
        version: 1,
        authorities: [DUEREN, GUETERSLOH],
      });
    });

    it('leave an audit entry without a secret and a job for their reminders', async () => {
      const person = await hall.create({ email: 'spur@rathaus.example' });
      const [entry] = await hall.database.sql('select actor_id, action, detail from audit_entry where subject_id = $1', [person.id]);
      expect(entry).toEqual({ actor_id: 'test', action: 'person.created', detail: { roles: ['staff'], authorities: [DUEREN.key] } });
      const [job] = await hall.database.sql(
        `select count(*)::int from pgboss.job where name = 'recipients-changed' and data->>'personId' = $1`,
        [person.id],
      );
      expect(job).toEqual({ count: 1 });
    });

    it('are refused under an address that somebody has, however it is spelled, and nothing stays behind', async () => {
      await hall.create({ email: 'zweimal@rathaus.example' });
      await expect(hall.create({ email: 'ZWEIMAL@rathaus.example' })).rejects.toMatchObject({
        code: 'email-taken',
        faults: [{ pointer: '/email', code: 'email-taken' }],
      });
      expect(await hall.database.sql(`select id from person where email = 'zweimal@rathaus.example'`)).toHaveLength(1);
    });

    it('made twice at once exist once', async () => {
      const tries = await Promise.allSettled([1, 2, 3].map(() => hall.create({ email: 'zugleich@rathaus.example' })));
      expect(tries.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    });

    it('are refused with an authority that is not in the register, named by its place', async () => {
      const unknown = hall.create({ email: 'nirgends@rathaus.example', authorities: [DUEREN.key, 'DE:99999999'] });
      await expect(unknown).rejects.toMatchObject({
        code: 'unknown-authority',
        faults: [{ pointer: '/authorities/1', code: 'unknown-authority' }],
      });
      expect(await hall.database.sql(`select id from person where email = 'nirgends@rathaus.example'`)).toEqual([]);
    });

    it('are refused with a password that is too short', async () => {
      const short = hall.create({ email: 'kurz@rathaus.example', password: '1234567' });
      await expect(short).rejects.toMatchObject({ code: 'invalid', faults: [{ pointer: '/password', code: 'too-short' }] });
    });
  });

  describe('changed by an administrator', () => {
    it('get what is given, one version on, and keep the rest', async () => {
      const { id } = await hall.create({ email: 'wechsel@rathaus.example' });
      const changed = await update.run(OPERATOR, { id, version: 1, change: { language: 'en', authorities: [GUETERSLOH.key] } });
      expect(changed).toMatchObject({
        version: 2,
        name: CLERK.name,
        language: 'en',
        roles: ['staff'],
        authorities: [GUETERSLOH],
        hasPassword: true,
      });
    });

    it('are refused on an older version, and of two at once one is stale', async () => {
      const { id } = await hall.create({ email: 'stand@rathaus.example' });
      const both = await Promise.allSettled(['A', 'B'].map((name) => update.run(OPERATOR, { id, version: 1, change: { name } })));
      expect(both.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
      expect(both.find((one) => one.status === 'rejected')).toMatchObject({ reason: { code: 'stale', params: { current: 2 } } });
    });

    it('never lose the last administrator, not even two at once', async () => {
      const admins = await Promise.all(
        ['a1', 'a2'].map((name) => hall.create({ email: `${name}@rathaus.example`, roles: ['admin'], authorities: [] })),
      );
      const both = await Promise.allSettled(admins.map(({ id }) => update.run(OPERATOR, { id, version: 1, change: { roles: ['staff'] } })));
      expect(both.find((one) => one.status === 'rejected')).toMatchObject({
        reason: { code: 'conflict', faults: [{ pointer: '/roles' }] },
      });
      expect(await hall.database.sql(`select id from person where 'admin' = any(roles)`)).toHaveLength(1);
    });

    it('leave no password in the audit trail', async () => {
      const { id } = await hall.create({ email: 'geheim@rathaus.example' });
      await update.run(OPERATOR, { id, version: 1, change: { password: 'Streng-geheim-1' } });
      const trail = await hall.database.sql('select detail from audit_entry where subject_id = $1', [id]);
      expect(JSON.stringify(trail)).toContain('"password":"changed"');
      expect(JSON.stringify(trail)).not.toContain('geheim-1');
    });
  });

  describe('seen by others', () => {
    const clerkOf = (id: string): Actor => ({ kind: 'person', id, roles: ['staff'], authorityIds: [GUETERSLOH.id] });

    it('are not there for somebody of another municipality, nor for a colleague', async () => {
      const person = await hall.create({ email: 'still@rathaus.example' });
      const other = await hall.create({ email: 'nebenan@rathaus.example', authorities: [GUETERSLOH.key] });
      const find = new FindPerson(hall.transactions);
      await expect(find.run(clerkOf(other.id), person.id)).rejects.toMatchObject({ code: 'not-found' });
      expect(await find.run(clerkOf(person.id), person.id)).toMatchObject({ email: 'still@rathaus.example' });
    });

    it('are listed for administrators only, page by page, each once', async () => {
      const list = new ListPeople(hall.transactions);
      await expect(list.run(clerkOf(DUEREN.id), { limit: 10 })).rejects.toMatchObject({ code: 'forbidden' });
      const seen: string[] = [];
      let cursor: string | null = null;
      do {
        const page = await list.run(OPERATOR, cursor ? { limit: 3, cursor } : { limit: 3 });
        seen.push(...page.items.map((item) => item.email));
        expect(page.total).toBeGreaterThan(3);
        cursor = page.next;
      } while (cursor);
      expect(seen).toEqual([...new Set(seen)].sort());
      expect(seen).toContain('still@rathaus.example');
    });
  });
});
