import type { Fault } from '@app/kernel/domain-error.js';
import { faultAt } from './fault-texts.js';

/** Reads one value; what is wrong with it is added to `faults` at `pointer`, and the answer is then undefined. Never throws. */
export type Read<T> = (value: unknown, pointer: string, faults: Fault[]) => T | undefined;

/** One JSON object being read, property by property. Properties that nobody asked for are faults. */
export class Fields {
  private readonly asked = new Set<string>();

  private constructor(
    private readonly object: Readonly<Record<string, unknown>>,
    readonly pointer: string,
    readonly faults: Fault[],
  ) {}

  static of(value: unknown, pointer: string, faults: Fault[]): Fields | undefined {
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return new Fields(value as Readonly<Record<string, unknown>>, pointer, faults);
    faults.push(faultAt(pointer, 'not-an-object'));
    return undefined;
  }

  at(name: string): string {
    return `${this.pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
  }

  required<T>(name: string, read: Read<T>): T | undefined {
    const value = this.value(name);
    if (value !== undefined) return read(value, this.at(name), this.faults);
    this.faults.push(faultAt(this.at(name), 'missing'));
    return undefined;
  }

  /** As a part to be spread into the result: empty where the property is absent or wrong. */
  optional<Name extends string, T>(name: Name, read: Read<T>): { readonly [N in Name]?: T } {
    const value = this.value(name);
    const result = value === undefined ? undefined : read(value, this.at(name), this.faults);
    return result === undefined ? {} : ({ [name]: result } as { readonly [N in Name]?: T });
  }

  /** To be called last: whatever was neither asked for nor is in `others` is a fault. */
  end(others: readonly string[] = []): void {
    for (const name of Object.keys(this.object)) {
      if (!this.asked.has(name) && !others.includes(name)) this.faults.push(faultAt(this.at(name), 'unknown-property'));
    }
  }

  private value(name: string): unknown {
    this.asked.add(name);
    return Object.hasOwn(this.object, name) ? this.object[name] : undefined;
  }
}
