import { setImmediate as turn } from 'node:timers/promises';
import { Lanes } from './lanes.js';

class Works {
  readonly begun: number[] = [];
  private readonly ends = new Map<number, () => void>();

  constructor(private readonly lanes: Lanes) {}

  async ask(...names: number[]): Promise<void> {
    for (const name of names)
      void this.lanes.run(() => {
        this.begun.push(name);
        return new Promise<void>((end) => this.ends.set(name, end));
      });
    await turn();
  }

  async end(...names: number[]): Promise<void> {
    for (const name of names) this.ends.get(name)!();
    await turn();
  }
}

it('begins as many as there are places, and the others in the order in which they came', async () => {
  const works = new Works(new Lanes(2));
  await works.ask(1, 2, 3, 4);
  expect(works.begun).toEqual([1, 2]);
  await works.end(2);
  expect(works.begun).toEqual([1, 2, 3]);
  await works.end(1, 3);
  expect(works.begun).toEqual([1, 2, 3, 4]);
});

it('begins new ones when so many places are free, and then all that find one', async () => {
  const works = new Works(new Lanes(4, 2));
  await works.ask(1, 2, 3, 4, 5, 6, 7);
  expect(works.begun).toEqual([1, 2, 3]);
  await works.end(1);
  expect(works.begun).toEqual([1, 2, 3, 4, 5]);
  await works.end(3);
  expect(works.begun).toEqual([1, 2, 3, 4, 5]);
  await works.end(2, 4);
  expect(works.begun).toEqual([1, 2, 3, 4, 5, 6, 7]);
});

it('keeps nobody waiting while enough places are free', async () => {
  const works = new Works(new Lanes(4, 2));
  await works.ask(1);
  await works.ask(2);
  await works.ask(3);
  expect(works.begun).toEqual([1, 2, 3]);
  await works.ask(4);
  expect(works.begun).toEqual([1, 2, 3]);
  await works.end(1);
  expect(works.begun).toEqual([1, 2, 3, 4]);
});

it('gives the place of a work that fails to the next one, and the failure to whoever asked', async () => {
  const lanes = new Lanes(1);
  await expect(lanes.run(() => Promise.reject(new Error('burst')))).rejects.toThrow('burst');
  await expect(lanes.run(() => Promise.resolve(7))).resolves.toBe(7);
});
