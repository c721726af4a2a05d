const WIDTH = 74;
const INDENT = '  ';

/** Breaks between words, never at a no-break space; a word longer than the line stays whole. */
function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + 1 + word.length <= width) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}

export function wrapped(text: string): string {
  return wrap(text, WIDTH).join('\n');
}

export type TextRow = readonly [label: string, lines: readonly string[]];

/** "  Bis wann:    Freitag, 25. Juli 2014, …", what is longer below it. A long label has a line of its own. */
export function textTable(rows: readonly TextRow[]): string {
  const width = Math.min(24, Math.max(...rows.map(([label]) => label.length)) + 2);
  return rows.flatMap(([label, lines]) => textRow(`${label}:`, lines, width)).join('\n');
}

function textRow(label: string, lines: readonly string[], width: number): string[] {
  const indent = INDENT + ' '.repeat(width);
  const body = lines.flatMap((line) => wrap(line, WIDTH - indent.length)).map((line) => indent + line);
  if (label.length >= width) return [INDENT + label, ...body];
  return [INDENT + label.padEnd(width) + body[0]!.trimStart(), ...body.slice(1)];
}
