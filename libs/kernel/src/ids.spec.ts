import { isId, newId } from './ids.js';

describe('ids', () => {
  const at = Temporal.Instant.from('2014-06-27T05:00:00Z');

  it('are UUIDv7 that carry the instant they were made at', () => {
    const id = newId(at);
    expect(isId(id)).toBe(true);
    expect(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(at.epochMilliseconds);
    expect(id[14]).toBe('7');
  });

  it('sort by time and do not repeat', () => {
    const ids = Array.from({ length: 1000 }, () => newId(at));
    expect(new Set(ids).size).toBe(1000);
    expect(newId(at) < newId(at.add({ milliseconds: 1 }))).toBe(true);
  });
});
