import { applicationUntil } from '../support/modellkommune.js';
import { Crowd } from './crowd.js';
import { MailSink } from './mail-sink.js';
import { report, twice } from './report.js';

const PEOPLE = 60;
const WORKERS = 2;
const DAYS = 10;
const SETTLED_WITHIN = 120_000;
/** The workers stop on 27 June 2014 and begin again on 7 July. */
const CALLS = [
  { title: 'schließt am 25. Juli', until: '2014-07-25', due: 'on the very day on which all stopped' },
  { title: 'schließt am 15. Juli', until: '2014-07-15', due: '14 days before, on 1 July' },
  { title: 'schließt am 9. Juli', until: '2014-07-09', due: '7 days before, on 2 July' },
  { title: 'schloss am 2. Juli', until: '2014-07-02', due: '1 day before, and over since' },
] as const;
const OVER = 'schloss am 2. Juli';

interface Line {
  readonly email: string;
  readonly title: string;
  readonly sent: number;
}

describe(`all workers are down for ${DAYS} days`, () => {
  let crowd: Crowd;
  let sink: MailSink;

  beforeAll(async () => {
    crowd = await Crowd.gather({ bound: 0, planned: PEOPLE });
    for (const { title, until } of CALLS) await crowd.house.publish({ title: { de: title }, deadlines: [applicationUntil(until)] });
    await crowd.house.plan();
    sink = await MailSink.start();
  }, 90_000);
  afterAll(async () => {
    await crowd?.disperse();
    await sink?.hangUp();
  });

  const sentByDeadline = (): Promise<Line[]> =>
    crowd.house.database.sql<Line>(
      `select p.email, c.title ->> 'de' as title, count(*) filter (where r.state = 'sent')::int as sent
       from reminder r join person p on p.id = r.person_id join call c on c.id = r.call_id where c.title is not null group by 1, 2`,
    );

  it('then everybody gets one letter, of each deadline that is ahead once, and nothing of what is over', async () => {
    crowd.later(DAYS);
    for (let number = 0; number < WORKERS; number += 1) crowd.hire(sink);
    await crowd.settled(SETTLED_WITHIN);
    const lines = await sentByDeadline();
    report(`${sink.copies.length} letters for ${PEOPLE} people after ${DAYS} days`);
    expect(sink.copies.map(({ recipient }) => recipient).toSorted()).toEqual(crowd.addresses.toSorted());
    expect(twice(sink.copies)).toEqual([]);
    for (const { title } of CALLS) {
      const ofCall = lines.filter((line) => line.title === title);
      expect(ofCall).toHaveLength(PEOPLE);
      expect(new Set(ofCall.map(({ sent }) => sent))).toEqual(new Set([title === OVER ? 0 : 1]));
    }
  }, 200_000);
});
