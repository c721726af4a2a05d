import { say } from '../../cli/src/say.js';

/** The start was broken off from outside. */
export class Interrupted extends Error {}

/** What was started so far, to be stopped in the opposite order, once. */
export class Running {
  private readonly stops: { readonly what: string; readonly stop: () => Promise<void> | void }[] = [];
  private isInterrupted = false;

  started(what: string, stop: () => Promise<void> | void): void {
    this.stops.push({ what, stop });
  }

  interrupt(): void {
    this.isInterrupted = true;
  }

  /** Between two steps of the start. Throws Interrupted. */
  goOn(): void {
    if (this.isInterrupted) throw new Interrupted();
  }

  /** One that fails does not keep the others from stopping. */
  async stop(): Promise<void> {
    for (const { what, stop } of this.stops.splice(0).reverse()) {
      try {
        await stop();
      } catch (error) {
        say(`${what} ließ sich nicht sauber beenden: ${(error as Error).message}`);
      }
    }
  }
}
