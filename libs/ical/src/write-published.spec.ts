import ICAL from 'ical.js';
import { applicationDeadline, consultation, sampleFeed } from './sample-feed.fixture.js';
import { writeBlock } from './write-calendar.js';
import { writePublished } from './write-published.js';

const blocks = [applicationDeadline, consultation].map(writeBlock);
const read = (text: string) => new ICAL.Component(ICAL.parse(text) as never);

describe('dates that are published', () => {
  it('have a method, and each an organizer, as another library reads them', () => {
    const calendar = read(writePublished(sampleFeed, blocks, { name: 'Fördertakt', address: 'noreply@foerdertakt.example' }));
    expect(calendar.getFirstPropertyValue('method')).toBe('PUBLISH');
    const events = calendar.getAllSubcomponents('vevent');
    expect(events).toHaveLength(2);
    for (const event of events) {
      const organizer = event.getFirstProperty('organizer')!;
      expect(organizer.getFirstValue()).toBe('mailto:noreply@foerdertakt.example');
      expect(organizer.getParameter('cn')).toBe('Fördertakt');
    }
    expect(events.map((event) => event.getFirstPropertyValue('uid'))).toContain(applicationDeadline.uid);
  });

  it('keep lines short, and a hostile name in its place', () => {
    const name = `"Stadt"; ${'Ü'.repeat(90)}\r\nX-EVIL:1\u0000`;
    const text = writePublished(sampleFeed, blocks, { name, address: 'noreply@foerdertakt.example' });
    expect(text.split('\r\n').filter((line) => Buffer.byteLength(line) > 75)).toEqual([]);
    expect(text).not.toMatch(/^X-EVIL/m);
    expect(read(text).getAllSubcomponents('vevent')[0]!.getFirstProperty('organizer')!.getFirstValue()).toBe(
      'mailto:noreply@foerdertakt.example',
    );
  });
});
