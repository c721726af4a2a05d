interface Waiting {
  readonly turn: Turn;
  readonly go: () => void;
  readonly giveUp: (reason: Error) => void;
}

/** One at a time, in the order in which they came. */
export class Turns {
  private holder: Turn | undefined;
  private readonly waiting: Waiting[] = [];

  turn(): Turn {
    return new Turn(this);
  }

  enter(turn: Turn): Promise<void> {
    if (this.holder === undefined) {
      this.holder = turn;
      return Promise.resolve();
    }
    return new Promise((go, giveUp) => this.waiting.push({ turn, go, giveUp }));
  }

  leave(turn: Turn): void {
    const place = this.waiting.findIndex((entry) => entry.turn === turn);
    if (place >= 0) this.waiting.splice(place, 1)[0]!.giveUp(new Error('no longer waited for'));
    if (this.holder !== turn) return;
    const next = this.waiting.shift();
    this.holder = next?.turn;
    next?.go();
  }
}

export class Turn {
  private isOver = false;

  constructor(private readonly turns: Turns) {}

  /** Waits for so long (milliseconds) at most; then it throws, and the turn is over. What is over does not begin any more. */
  async begin(withinMs: number): Promise<void> {
    if (this.isOver) throw new Error('this turn is over');
    let timer: NodeJS.Timeout | undefined;
    const impatience = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error('the one before takes too long')), withinMs);
    });
    try {
      await Promise.race([this.turns.enter(this), impatience]);
    } catch (error) {
      this.end();
      throw error;
    } finally {
      clearTimeout(timer);
    }
  }

  /** The next one's turn; also when it had not begun. Twice does nothing. */
  end(): void {
    this.isOver = true;
    this.turns.leave(this);
  }
}
