import type { Copy } from './mail-sink.js';

/** What happened, in a line: passing tests of this kind have numbers that somebody wants to see. */
export function report(line: string): void {
  process.stdout.write(`  ${line}\n`);
}

/** Message-IDs of copies beyond the first, each as often as it came again. */
export function twice(copies: readonly Copy[]): string[] {
  const seen = new Set<string>();
  return copies.filter(({ messageId }) => seen.size === seen.add(messageId).size).map(({ messageId }) => messageId);
}
