import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { FAULT_TEXTS as DEADLINE_FAULTS } from '@app/deadlines/parsing/fault-texts.js';
import { FAULT_TEXTS as RULE_FAULTS } from '@app/eligibility/fault-texts.js';
import { LINT_TEXTS } from '@app/eligibility/linting/lint-texts.js';
import { PROBLEM_STATUS, PROBLEM_TEXTS } from '@app/kernel/problems.js';
import { FAULT_TEXTS as VALUE_FAULTS } from '../../apps/server/src/edge/validation/fault-texts.js';

const DOCUMENT = readFileSync(fileURLToPath(new URL('../../docs/problems.md', import.meta.url)), 'utf8');

/** The cells of the table below a heading, without its head. */
function tableBelow(document: string, heading: string): string[][] {
  const [, section = ''] = document.split(new RegExp(`^#+ ${heading}$`, 'm'));
  const untilNext = section.split(/^#/m)[0]!;
  const lines = untilNext.split('\n').filter((line) => line.startsWith('|'));
  return lines.slice(2).map((line) =>
    line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim()),
  );
}

const codesOf = (rows: readonly string[][]): string[] => rows.map(([code = '']) => code.replaceAll('`', '')).sort();
const sorted = (object: object): string[] => Object.keys(object).sort();

describe('the codes of problems', () => {
  const rows = tableBelow(DOCUMENT, 'Problem codes');

  it.each(['de', 'en'] as const)('have a title in "%s" each, and no title is without its code', (locale) => {
    expect(sorted(PROBLEM_TEXTS[locale])).toEqual(sorted(PROBLEM_STATUS));
  });

  it('stand in docs/problems.md, and nothing else does', () => {
    expect(codesOf(rows)).toEqual(sorted(PROBLEM_STATUS));
  });

  it('stand there with their status', () => {
    const stated = Object.fromEntries(rows.map(([code = '', status]) => [code.replaceAll('`', ''), Number(status)]));
    expect(stated).toEqual(PROBLEM_STATUS);
  });

  it('stand there with what they mean and what to do', () => {
    expect(rows.filter((cells) => cells.length !== 4 || cells.some((cell) => cell === ''))).toEqual([]);
  });
});

describe('the codes of faults', () => {
  it.each([
    ['Values of bodies and queries', VALUE_FAULTS],
    ['Rules and applicants', RULE_FAULTS],
    ['Deadlines', DEADLINE_FAULTS],
    ['Warnings of rules', LINT_TEXTS],
  ] as const)('of "%s" are the same in both languages and in docs/problems.md', (heading, texts) => {
    expect(sorted(texts.de)).toEqual(sorted(texts.en));
    expect(codesOf(tableBelow(DOCUMENT, heading))).toEqual(sorted(texts.en));
  });
});

describe('the reading of the document', () => {
  const planted = DOCUMENT.replace(/^\| `stale`.*\n/m, '');

  it('notices a code that is missing', () => {
    expect(codesOf(tableBelow(planted, 'Problem codes'))).not.toContain('stale');
    expect(codesOf(tableBelow(DOCUMENT, 'Problem codes'))).toContain('stale');
  });
});
