import fc from 'fast-check';
import { ExpectedMails } from './expected-mails.js';
import { histories, live } from './history.js';
import { MemoryHouse } from './memory-house.js';

describe('whatever happens', () => {
  it('in 2,000 histories of moves, withdrawals, stances, choices, absences and outages exactly the expected mails are sent', async () => {
    let sent = 0;
    await fc.assert(
      fc.asyncProperty(histories, async (history) => {
        const [house, expected] = [new MemoryHouse(), new ExpectedMails()];
        await live(house, history);
        await live(expected, history);
        expect(house.sent.toSorted()).toEqual(expected.sent.toSorted());
        expect(new Set(house.sent).size).toBe(house.sent.length);
        sent += house.sent.length;
      }),
      { numRuns: 2_000, endOnFailure: true },
    );
    // the histories are not all silent
    expect(sent).toBeGreaterThan(10_000);
  }, 400_000);
});
