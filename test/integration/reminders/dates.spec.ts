import type { PersonView } from '@app/accounts/person-view.js';
import { SmtpMailer } from '@app/mail/smtp-mailer.js';
import { SmtpSink } from '@app/mail/smtp-sink.fixture.js';
import { ChooseLetterOptions } from '@app/reminders/dates/choose-letter-options.js';
import ICAL from 'ical.js';
import { asActor, DUEREN, ReminderHouse } from './reminder-house.js';

const MORNING = '2014-06-27T05:00:00Z';

describe('dates that come along with reminders', () => {
  let house: ReminderHouse;
  let clerk: PersonView;

  beforeEach(async () => {
    house = await ReminderHouse.open();
    clerk = await house.employ(DUEREN);
    await house.publish();
    await house.publish({ title: { de: 'Zweiter; Aufruf, "Nr. 2"' } });
    await house.plan();
    house.at(MORNING);
  });
  afterEach(() => house.close());

  const options = () => new ChooseLetterOptions(house.hand.transactions, house.clock);

  it('are none by default', async () => {
    expect(await house.work()).toEqual(['sent']);
    expect(house.mailer.sent[0]!.attachments).toBeUndefined();
  });

  it('are one file for the whole letter, with the UIDs of the calendar, as a mail program and ical.js read it', async () => {
    await options().run(asActor(clerk), clerk.id, undefined, true);
    expect(await house.work()).toEqual(['sent']);
    const sink = await SmtpSink.start();
    const mailer = new SmtpMailer({ url: sink.url });
    await mailer.send(house.mailer.sent[0]!);
    mailer.close();
    await sink.stop();
    const [file] = sink.mails[0]!.parsed.attachments;
    expect([file!.filename, file!.contentType]).toEqual(['Fristen.ics', 'text/calendar']);
    const calendar = new ICAL.Component(ICAL.parse(file!.content.toString('utf8')) as never);
    expect(calendar.getFirstPropertyValue('method')).toBe('PUBLISH');
    const events = calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
    expect(events.map(({ startDate }) => startDate.toString())).toEqual(['2014-07-25', '2014-07-25']);
    expect(events.map(({ summary }) => summary).join()).toContain('Zweiter; Aufruf, "Nr. 2"');
    const [{ ids }] = (await house.database.sql<{ ids: string[] }>(
      `select array_agg(deadlines -> 0 ->> 'id' || '-1@foerdertakt.example') as ids from call`,
    )) as [{ ids: string[] }];
    expect(events.map(({ uid }) => uid).sort()).toEqual(ids.sort());
    for (const { component } of events) expect(component.getFirstPropertyValue('organizer')).toBe('mailto:noreply@foerdertakt.example');
  });

  it('are chosen for oneself only, with the version that one has seen', async () => {
    const other = await house.employ(DUEREN);
    await expect(options().run(asActor(other), clerk.id, undefined, true)).rejects.toMatchObject({ code: 'not-found' });
    await expect(options().find(asActor(other), clerk.id)).rejects.toMatchObject({ code: 'not-found' });
    expect(await options().run(asActor(clerk), clerk.id, undefined, true)).toEqual({ attachesDates: true, version: 1 });
    await expect(options().run(asActor(clerk), clerk.id, undefined, false)).rejects.toMatchObject({ code: 'if-match-required' });
    await expect(options().run(asActor(clerk), clerk.id, 9, false)).rejects.toMatchObject({ code: 'stale', params: { current: 1 } });
    expect(await options().run(asActor(clerk), clerk.id, 1, false)).toEqual({ attachesDates: false, version: 2 });
  });
});
