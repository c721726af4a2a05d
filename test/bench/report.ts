export function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

export function inWords(milliseconds: number): string {
  if (milliseconds < 1) return `${(milliseconds * 1_000).toFixed(1)} µs`;
  return `${milliseconds.toFixed(milliseconds < 100 ? 2 : 0)} ms`;
}

export interface Goal {
  readonly target: number;
  readonly floor: number;
  /** Whether more is better ("at least 8×") or less ("at most 1 MB"). */
  readonly atLeast: boolean;
  readonly unit: string;
}

const missed: string[] = [];

/** Prints a number with its target; one beyond its floor makes the run fail. Without a goal it is printed only. */
export function judge(name: string, value: number, goal?: Goal): void {
  if (!goal) {
    print(`  ${name}: ${numeral(value)}`);
    return;
  }
  const { target, floor, atLeast, unit } = goal;
  const keeps = (limit: number) => (atLeast ? value >= limit : value <= limit);
  const verdict = keeps(target) ? 'met' : keeps(floor) ? 'floor kept' : 'MISSED';
  if (!keeps(floor)) missed.push(name);
  const sign = atLeast ? '≥' : '≤';
  print(`  ${name}: ${numeral(value)}${unit}  (${sign} ${numeral(target)}${unit}, floor ${numeral(floor)}${unit}: ${verdict})`);
}

function numeral(value: number): string {
  return value.toLocaleString('en', { maximumSignificantDigits: value < 1_000 ? 3 : 5 });
}

/** Exit status 1 where a floor was missed. */
export function finish(): void {
  if (missed.length === 0) return;
  print(`MISSED: ${missed.join('; ')}`);
  process.exitCode = 1;
}
