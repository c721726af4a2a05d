import { asActor, DUEREN, ReminderHouse } from './reminder-house.js';

/** In Düren, in summer. */
const at = (day: string, time: string) =>
  Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime('Europe/Berlin').toInstant().toString();
const LEAD_DAY = '2014-07-11';
const NEXT_DAY = '2014-07-12';

/** The call of 2014 closes on 25 July; fourteen days before is the eleventh. */
describe('between 20:00 and 06:00 no reminder goes out', () => {
  let house: ReminderHouse;

  beforeEach(async () => {
    house = await ReminderHouse.open();
  });
  afterEach(() => house.close());

  const worksAt = async (day: string, time: string) => {
    house.at(at(day, time));
    return house.work();
  };

  it('what a plan finds due in the evening waits for the morning', async () => {
    await house.employ(DUEREN);
    house.at(at(LEAD_DAY, '20:00'));
    await house.publish();
    for (const [day, time] of [
      [LEAD_DAY, '20:01'],
      [LEAD_DAY, '23:59'],
      [NEXT_DAY, '05:59'],
      [NEXT_DAY, '06:59'],
    ] as const)
      expect(await worksAt(day, time)).toEqual([]);
    expect(await worksAt(NEXT_DAY, '07:00')).toEqual(['sent']);
    expect(house.mailer.sent[0]!.text).toContain('noch 13');
  });

  it('for those too who want each letter at once: from 06:00', async () => {
    const clerk = await house.employ(DUEREN);
    const choice = { leads: [14], unit: 'days', about: 'eligible', frequency: 'immediate' } as const;
    await house.preferences().run(asActor(clerk), clerk.id, undefined, choice);
    house.at(at(LEAD_DAY, '20:00'));
    await house.publish();
    expect(await worksAt(LEAD_DAY, '20:01')).toEqual([]);
    expect(await worksAt(NEXT_DAY, '05:59')).toEqual([]);
    expect(await worksAt(NEXT_DAY, '06:00')).toEqual(['sent']);
  });

  it('in the last minute before them it does', async () => {
    await house.employ(DUEREN);
    house.at(at(LEAD_DAY, '19:58'));
    await house.publish();
    await house.plan();
    expect(await worksAt(LEAD_DAY, '19:59')).toEqual(['sent']);
  });

  it('a letter that was bound by day and comes to the mail server at night waits, and is sent once in the morning', async () => {
    await house.employ(DUEREN);
    house.at(at(LEAD_DAY, '19:58'));
    await house.publish();
    await house.plan();
    house.at(at(LEAD_DAY, '19:59'));
    await house.release();
    house.at(at(LEAD_DAY, '20:00'));
    expect(await house.sendBound()).toEqual(['postponed']);
    house.at(at(NEXT_DAY, '05:59:59'));
    expect(await house.sendBound()).toEqual(['postponed']);
    expect(house.mailer.sent).toEqual([]);
    house.at(at(NEXT_DAY, '06:00'));
    expect(await house.sendBound()).toEqual(['sent']);
    const [letter] = await house.database.sql<{ attempts: number }>('select attempts from letter');
    expect(letter!.attempts).toBe(1);
    const [job] = await house.database.sql<{ naps: number }>(
      `select count(*)::int as naps from pgboss.job where name = 'send-letter' and start_after > created_on`,
    );
    expect(job!.naps).toBe(2);
  });

  it('what would be over before the morning cannot wait', async () => {
    const clerk = await house.employ(DUEREN);
    const choice = { leads: [1, 0], unit: 'days', about: 'eligible', frequency: 'daily' } as const;
    await house.preferences().run(asActor(clerk), clerk.id, undefined, choice);
    house.at(at('2014-07-24', '20:30'));
    await house.publish();
    expect(await worksAt('2014-07-24', '20:32')).toEqual([]);
    house.at(at('2014-07-25', '20:30'));
    await house.plan();
    expect(await worksAt('2014-07-25', '20:32')).toEqual(['sent']);
    expect(house.mailer.sent[0]!.subject).toContain('Heute letzter Tag');
  });
});

describe('a letter a week', () => {
  it('comes on the Monday before, or on the lead’s own day where that Monday is past: never later than the lead', async () => {
    const house = await ReminderHouse.open();
    try {
      const clerk = await house.employ(DUEREN);
      const choice = { leads: [28, 14, 7, 1], unit: 'days', about: 'eligible', frequency: 'weekly' } as const;
      await house.preferences().run(asActor(clerk), clerk.id, undefined, choice);
      house.at(at('2014-06-18', '10:00'));
      await house.publish();
      await house.plan();
      const days: string[] = [];
      for (let day = Temporal.PlainDate.from('2014-06-18'); day.toString() <= '2014-07-25'; day = day.add({ days: 1 })) {
        house.at(at(day.toString(), '07:00'));
        await house.release();
        if ((await house.sendBound()).includes('sent')) days.push(day.toString());
      }
      expect(days).toEqual(['2014-06-23', '2014-07-07', '2014-07-14', '2014-07-21']);
      house.at(at('2014-07-22', '10:00'));
      const later = await house.publish({ title: { de: 'Mittwochs' } });
      await house.plan();
      const [row] = await house.database.sql<{ due: string }>(`select min(due_at)::text as due from reminder where call_id = $1`, [later]);
      expect(row!.due).toContain('2014-07-24');
    } finally {
      await house.close();
    }
  });
});
