import { clientNetwork } from '@app/accounts/client-network.js';
import { DomainError } from '@app/kernel/domain-error.js';

/** So many unknown tokens from one network in a quarter of an hour, and only tokens that are known here already are answered. */
const MOST_GUESSES = 30;
const WINDOW_MS = 900_000;
const MOST_NETWORKS = 10_000;

interface Guesses {
  count: number;
  /** Real milliseconds, of `performance.now()`. */
  readonly since: number;
}

/** Counts unknown tokens for each network, in this process alone: it saves the database work, the tokens are too long to be guessed anyway. */
export class GuessLimit {
  private readonly networks = new Map<string, Guesses>();

  /** Throws 'too-many-requests'. */
  refuse(address: string): void {
    const guesses = this.current(clientNetwork(address));
    if (guesses && guesses.count >= MOST_GUESSES) {
      const left = guesses.since + WINDOW_MS - performance.now();
      throw new DomainError('too-many-requests', { retryAfterSeconds: Math.max(1, Math.ceil(left / 1_000)) });
    }
  }

  count(address: string): void {
    const network = clientNetwork(address);
    const guesses = this.current(network);
    if (guesses) guesses.count += 1;
    else this.networks.set(network, { count: 1, since: performance.now() });
    if (this.networks.size > MOST_NETWORKS) this.networks.delete(this.networks.keys().next().value!);
  }

  private current(network: string): Guesses | undefined {
    const guesses = this.networks.get(network);
    if (guesses && performance.now() - guesses.since >= WINDOW_MS) {
      this.networks.delete(network);
      return undefined;
    }
    return guesses;
  }
}
