import { positionsIn } from './write-ordinals.js';

/** word-kernel.wat, as `wat2wasm` makes it: 458 bytes. */
export const KERNEL_CODE =
  'AGFzbQEAAAABFgNgBH9/f38AYAN/f38Bf2ADf397AX8CEgEGa2VybmVsBm1lbW9yeQIAAQMFBAAAAQIHGQMEYm90aAAAA2FueQABCG9yZGluYWxzAAIK8QIEQwEBfyAAIANqIQQCQANAIAAgBE8NASAAIAH9AAQAIAL9AAQA/U79CwQAIABBEGohACABQRBqIQEgAkEQaiECDAALCwtDAQF/IAAgA2ohBAJAA0AgACAETw0BIAAgAf0ABAAgAv0ABAD9UP0LBAAgAEEQaiEAIAFBEGohASACQRBqIQIMAAsLC8YBAgJ/AXsgACABaiEDAkADQCAAIANPDQEgACgCACEEIAQEQCACIARB/wFxIAUQAyECIAIgBEEIdkH/AXEgBf0MCAAIAAgACAAIAAgACAAIAP2OARADIQIgAiAEQRB2Qf8BcSAF/QwQABAAEAAQABAAEAAQABAA/Y4BEAMhAiACIARBGHYgBf0MGAAYABgAGAAYABgAGAAYAP2OARADIQILIAX9DCAAIAAgACAAIAAgACAAIAD9jgEhBSAAQQRqIQAMAAsLIAILHwAgACACIAFBBHT9AAQA/Y4B/QsEACAAIAEtAIAgags=';

/** Bytes at the beginning of the memory that the kernel's tables take. */
export const PLACES_OF_KERNEL = 8_192;
const COUNTS = 4_096;

/** All places and lengths in bytes, multiples of 16 but for `at` and the answer. */
export interface WordKernel {
  both(made: number, one: number, other: number, length: number): void;
  any(made: number, one: number, other: number, length: number): void;
  /** Writes which bits are set, two bytes each, from `at` on, and says where they end; 16 bytes behind the end may be overwritten. */
  ordinals(words: number, length: number, at: number): number;
}

/** Compiled when first needed; null where the processor has no 128 bits. */
let compiled: WebAssembly.Module | null | undefined;

/** The kernel at work in a memory of its own. */
export function kernelOver(memory: WebAssembly.Memory): WordKernel | undefined {
  if (compiled === undefined) compiled = compile();
  if (compiled === null) return undefined;
  fillTables(memory.buffer);
  return new WebAssembly.Instance(compiled, { kernel: { memory } }).exports as unknown as WordKernel;
}

function compile(): WebAssembly.Module | null {
  const code = Uint8Array.fromBase64(KERNEL_CODE);
  return WebAssembly.validate(code) ? new WebAssembly.Module(code) : null;
}

function fillTables(buffer: ArrayBufferLike): void {
  const positions = new Uint16Array(buffer, 0, COUNTS / 2);
  const counts = new Uint8Array(buffer, COUNTS, 256);
  for (let byte = 0; byte < 256; byte++) {
    const set = positionsIn(byte);
    positions.set(set, byte * 8);
    counts[byte] = set.length * 2;
  }
}
