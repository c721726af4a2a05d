import type { Texts } from '../texts/texts.js';

/** The label of a programme's field for the error summary; undefined for the form as a whole. */
export function programFieldLabel(t: Texts, name: string): string | undefined {
  const words = t.programForm;
  const [group = '', row] = name.split('.');
  if (group === 'partners') return words.partner(Number(row) + 1);
  const labels: Record<string, string> = {
    title: words.name,
    summary: words.summary,
    topics: words.topics,
    fundingLevel: words.level,
    guidelineUrl: words.guideline,
  };
  return labels[group];
}
