import { guardText } from './guard-cell.js';

describe('text in a cell of a table', () => {
  it.each([
    ['Modellkommune', 'Modellkommune'],
    ['=HYPERLINK("http://x")', `'=HYPERLINK("http://x")`],
    ['+49 211 1', "'+49 211 1"],
    ['-2+3', "'-2+3"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'=1"],
    ['\r\n=1', "'=1"],
    ['＝1', "'＝1"],
    ['Wasser;=1+1', "Wasser;'=1+1"],
    ['a | =1', "a | '=1"],
    ['Bund-Länder-Programm', 'Bund-Länder-Programm'],
    ['1. Satz;\n- zweiter', "1. Satz; '- zweiter"],
    ['E = mc²', 'E = mc²'],
  ])('%j is written as %j', (text, written) => {
    expect(guardText(text)).toBe(written);
  });
});
