import { kernelOver, PLACES_OF_KERNEL, type WordKernel } from './word-kernel.js';
import { NARROW, writeOrdinals } from './write-ordinals.js';

const WORD = 4;
const BITS = 32;
/** The kernel takes four words in a step. */
const STEP = 4;
const PAGE = 2 ** 16;
/** Beyond the last ordinal. */
const SLACK_BYTES = 16;

/** Memory for sets of one width, each named by the place of its first word; what is asked may be one of those that are answered. */
export interface Words {
  readonly all: Uint32Array;
  /** Words of a set. */
  readonly width: number;
  /** The place of the first set; the others follow. */
  readonly first: number;
  both(made: number, one: number, other: number): void;
  any(made: number, one: number, other: number): void;
  /** Writes the members in ascending order from place `at` on and says where they end; see writeOrdinals. */
  write(set: number, target: Uint16Array | Uint32Array, at: number): number;
}

/** Room for so many sets of members below `capacity`. Four times as fast where the processor works on 128 bits at a time. */
export function wordsFor(sets: number, capacity: number): Words {
  const width = Math.ceil(capacity / BITS / STEP) * STEP;
  return KernelWords.tryFor(sets, width) ?? new PlainWords(sets, width);
}

export class PlainWords implements Words {
  readonly first = 0;
  readonly all: Uint32Array;

  constructor(
    sets: number,
    readonly width: number,
  ) {
    this.all = new Uint32Array(sets * width);
  }

  both(made: number, one: number, other: number): void {
    const { all, width } = this;
    for (let i = 0; i < width; i++) all[made + i] = all[one + i]! & all[other + i]!;
  }

  any(made: number, one: number, other: number): void {
    const { all, width } = this;
    for (let i = 0; i < width; i++) all[made + i] = all[one + i]! | all[other + i]!;
  }

  write(set: number, target: Uint16Array | Uint32Array, at: number): number {
    return writeOrdinals(this.all, target, at, { from: set, length: this.width, most: this.width * BITS });
  }
}

/** Sets and one list of ordinals lie in the kernel's memory, behind its tables. */
export class KernelWords implements Words {
  readonly first = PLACES_OF_KERNEL / WORD;
  readonly all: Uint32Array;
  /** Where a list of ordinals is written before it goes to its target, in bytes. */
  private readonly list: number;
  private readonly ids: Uint16Array;

  private constructor(
    private readonly kernel: WordKernel,
    buffer: ArrayBuffer,
    sets: number,
    readonly width: number,
  ) {
    this.all = new Uint32Array(buffer);
    this.ids = new Uint16Array(buffer);
    this.list = PLACES_OF_KERNEL + sets * width * WORD;
  }

  /** Undefined: this processor cannot, or there is not so much memory in one piece. */
  static tryFor(sets: number, width: number): KernelWords | undefined {
    const bytes = PLACES_OF_KERNEL + sets * width * WORD + Math.min(NARROW, width * BITS) * 2 + SLACK_BYTES;
    try {
      const memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / PAGE) });
      const kernel = kernelOver(memory);
      return kernel && new KernelWords(kernel, memory.buffer as ArrayBuffer, sets, width);
    } catch (error) {
      if (error instanceof RangeError) return undefined;
      throw error;
    }
  }

  both(made: number, one: number, other: number): void {
    this.kernel.both(made * WORD, one * WORD, other * WORD, this.width * WORD);
  }

  any(made: number, one: number, other: number): void {
    this.kernel.any(made * WORD, one * WORD, other * WORD, this.width * WORD);
  }

  write(set: number, target: Uint16Array | Uint32Array, at: number): number {
    const { width, list } = this;
    if (width * BITS > NARROW) return writeOrdinals(this.all, target, at, { from: set, length: width, most: width * BITS });
    const end = this.kernel.ordinals(set * WORD, width * WORD, list);
    target.set(this.ids.subarray(list / 2, end / 2), at);
    return at + (end - list) / 2;
  }
}
