interface Waiting<Item, Result> {
  readonly item: Item;
  resolve(result: Result): void;
  reject(error: unknown): void;
}

/** So many at once; a longer transaction would keep the first of them waiting. */
const AT_ONCE = 50;

/**
 * What several ask for at the same time, done at once: while one round is under way those that come gather for the next, so the busier it
 * is, the more share a transaction, and alone nobody waits. If a round fails, each of it is tried alone: one's trouble is not the others'.
 */
export class Gathering<Item, Result> {
  private waiting: Waiting<Item, Result>[] = [];
  private isUnderWay = false;

  /** `work` answers in the order of its items, and does all of them or none. */
  constructor(private readonly work: (items: readonly Item[]) => Promise<readonly Result[]>) {}

  join(item: Item): Promise<Result> {
    const { promise, resolve, reject } = Promise.withResolvers<Result>();
    this.waiting.push({ item, resolve, reject });
    if (!this.isUnderWay) void this.run();
    return promise;
  }

  private async run(): Promise<void> {
    this.isUnderWay = true;
    await new Promise(setImmediate);
    while (this.waiting.length > 0) await this.round(this.waiting.splice(0, AT_ONCE));
    this.isUnderWay = false;
  }

  private async round(group: readonly Waiting<Item, Result>[]): Promise<void> {
    try {
      const results = await this.work(group.map(({ item }) => item));
      for (const [index, { resolve }] of group.entries()) resolve(results[index]!);
    } catch (error) {
      if (group.length === 1) group[0]!.reject(error);
      else for (const alone of group) await this.round([alone]);
    }
  }
}
