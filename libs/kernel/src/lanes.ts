/**
 * So many at the same time; the others wait in the order in which they came. `together`: new ones begin when so many places are free, not
 * one by one, so that they can share what is done once for all of them.
 */
export class Lanes {
  private readonly waiting: (() => void)[] = [];
  private free: number;

  constructor(
    places: number,
    private readonly together = 1,
  ) {
    this.free = places;
  }

  async run<Result>(work: () => Promise<Result>): Promise<Result> {
    await this.enter();
    try {
      return await work();
    } finally {
      this.free += 1;
      this.letIn();
    }
  }

  private enter(): Promise<void> {
    return new Promise((begin) => {
      this.waiting.push(begin);
      this.letIn();
    });
  }

  private letIn(): void {
    if (this.free < this.together) return;
    const next = this.waiting.splice(0, this.free);
    this.free -= next.length;
    for (const begin of next) begin();
  }
}
