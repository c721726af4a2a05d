import { Crowd } from './crowd.js';
import { MailSink } from './mail-sink.js';
import { report, twice } from './report.js';

const PEOPLE = { bound: 0, planned: 5_000 };
const WORKERS = 4;
const OVER_WITHIN = 180_000;

describe(`${WORKERS} workers and the reminders of ${PEOPLE.planned} people`, () => {
  let crowd: Crowd;
  let sink: MailSink;

  beforeAll(async () => {
    crowd = await Crowd.gather(PEOPLE);
    sink = await MailSink.start();
  }, 90_000);
  afterAll(async () => {
    await crowd?.disperse();
    await sink?.hangUp();
  });

  it('send each of them one letter', async () => {
    const staff = Array.from({ length: WORKERS }, () => crowd.hire(sink));
    await Promise.all(staff.map((worker) => crowd.ready(worker)));
    const started = performance.now();
    await crowd.settled(OVER_WITHIN);
    const seconds = (sink.copies.at(-1)!.at - started) / 1000;
    report(
      `${sink.copies.length} letters in ${seconds.toFixed(1)} s, by ${staff.map(({ name }) => sink.copiesFrom(name).length).join(' + ')}`,
    );
    expect(sink.copies.map(({ recipient }) => recipient).toSorted()).toEqual(crowd.addresses.toSorted());
    expect(twice(sink.copies)).toEqual([]);
    expect((await crowd.letters()).filter(({ state, attempts }) => state !== 'sent' || attempts !== 1)).toEqual([]);
  }, 240_000);
});
