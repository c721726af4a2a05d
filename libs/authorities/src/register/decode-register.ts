/** The lines of a register file; line n of the file is `lines[n - 1]`. */
export interface RegisterLines {
  readonly lines: readonly string[];
  /** Whether the last line was closed by a line end: an open one may have been cut off. */
  readonly closed: boolean;
}

/** Stands where a UTF-8 file has bytes that are no UTF-8. */
export const UNREADABLE = '\uFFFD';

/** Splits at LF and CR LF; the end of the last line opens no further one. */
export function linesOf(text: string): RegisterLines {
  const lines = text.split(/\r?\n/);
  const closed = lines.at(-1) === '';
  return { lines: closed ? lines.slice(0, -1) : lines, closed };
}

/**
 * UTF-8, else windows-1252, of which ISO-8859-1 (GV100AD before about 2018) is the printable part. A byte order mark is dropped. A few damaged bytes do
 * not turn a UTF-8 file into windows-1252, which would garble every umlaut: there they become `UNREADABLE`, and the line a problem.
 */
export function decodeRegister(bytes: Uint8Array): string {
  try {
    // With `stream` a character that the end of the file cuts in two is no error: the file then is refused as cut off, and not misread.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
  } catch {
    const text = new TextDecoder('utf-8').decode(bytes);
    return isMostlyUtf8(text) ? text : new TextDecoder('windows-1252').decode(bytes);
  }
}

function isMostlyUtf8(text: string): boolean {
  let damaged = 0;
  let sound = 0;
  for (const line of text.split('\n')) {
    if (line.includes(UNREADABLE)) damaged++;
    else if (/[^\0-\x7F]/.test(line)) sound++;
  }
  return sound > damaged;
}
