import { type CalendarBlock, joinCalendar, writeBlock } from '@app/ical/write-calendar.js';
import { withinLimits } from './feed-window.js';

const TODAY = Temporal.PlainDate.from('2026-11-28');
const HEAD = {
  name: 'Fristen',
  language: 'de',
  productId: 'Foerdertakt//Deadlines',
  refresh: Temporal.Duration.from({ hours: 6 }),
} as const;

/** Closes so many days from today. */
function block(days: number, description = 'Wer, wie viel, von wem'): CalendarBlock {
  return writeBlock({
    uid: `u${days}@x`,
    start: TODAY.add({ days }),
    summary: `Frist ${days}`,
    description,
    categories: ['Digitalisierung'],
    status: 'CONFIRMED',
    sequence: 0,
    changedAt: Temporal.Instant.from('2026-11-01T08:00:00Z'),
    alarm: Temporal.Duration.from({ days: 7 }),
  });
}

const daysOf = (blocks: readonly CalendarBlock[]) => blocks.map(({ uid }) => Number(/u(-?\d+)@/.exec(uid)![1]));
const limited = (blocks: readonly CalendarBlock[]) => withinLimits(blocks, TODAY.toString());

describe('what a feed has room for', () => {
  it('is everything up to 2,000 entries, untouched', () => {
    const blocks = Array.from({ length: 2_000 }, (_, index) => block(index - 80));
    expect(limited(blocks)).toEqual(blocks);
  });

  it('leaves out the past first, the oldest of it, then what is furthest ahead', () => {
    const past = Array.from({ length: 90 }, (_, index) => block(-1 - index));
    const ahead = Array.from({ length: 1_950 }, (_, index) => block(index));
    const kept = daysOf(limited([...past, ...ahead]));
    expect(kept).toHaveLength(2_000);
    expect(Math.min(...kept)).toBe(-50);
    expect(Math.max(...kept)).toBe(1_949);
    const many = daysOf(limited([...past, ...Array.from({ length: 2_500 }, (_, index) => block(index))]));
    expect([many.length, Math.min(...many), Math.max(...many)]).toEqual([2_000, 0, 1_999]);
  });

  it('stays under 1 MB: the furthest lose their long texts, never their alarm', () => {
    const blocks = Array.from({ length: 1_000 }, (_, index) => block(index, 'ä'.repeat(1_000)));
    const kept = limited(blocks);
    expect(daysOf(kept).sort((one, other) => one - other)).toEqual(daysOf(blocks));
    expect(Buffer.byteLength(joinCalendar(HEAD, kept))).toBeLessThan(1_000_000);
    const texts = new Map(kept.map(({ uid, text }) => [uid, text]));
    expect(texts.get('u0@x')).toBe(blocks[0]!.text);
    expect(texts.get('u999@x')).not.toContain('ää');
    expect(texts.get('u999@x')).toMatch(/SUMMARY:Frist 999[\s\S]*BEGIN:VALARM[\s\S]*DESCRIPTION/);
  });
});
