import type { Texts } from '../texts/texts.js';

const MONEY = {
  fundingRateFinanciallyWeak: 'fundingRateWeak',
  minimumGrantThreshold: 'threshold',
} as const;

function simple(t: Texts, name: string): string | undefined {
  const { callForm, moneyForm, programForm } = t;
  const labels: Record<string, string> = {
    programId: callForm.program,
    round: callForm.round,
    previousCallId: callForm.previous,
    winners: callForm.winners,
    rule: callForm.json,
    'source.url': moneyForm.sourceUrl,
    'source.publishedOn': moneyForm.publishedOn,
    'title.de': callForm.title,
    'title.en': callForm.title,
    'summary.de': callForm.summary,
    'summary.en': callForm.summary,
    partners: programForm.partners,
  };
  return labels[name];
}

/** The label of a field for the error summary: "Frist 1, Uhrzeit"; undefined for the form as a whole. */
export function callFieldLabel(t: Texts, name: string): string | undefined {
  const known = simple(t, name);
  if (known) return known;
  const [group, second = '', key = ''] = name.split('.');
  const row = Number(second) + 1;
  const words = t.callForm as unknown as Record<string, unknown>;
  const word = (of: string) => (typeof words[of] === 'string' ? `, ${words[of]}` : '');
  if (group === 'rule' || group === 'nested') return t.callForm.rule;
  if (group === 'ways')
    return t.callForm.way(row) + word({ populationAtLeast: 'atLeast', populationAtMost: 'atMost', territories: 'areaIds' }[key] ?? key);
  if (group === 'deadlines') return t.callForm.deadline(row) + word(key === 'applies' ? 'appliesTo' : key);
  if (group === 'partners') return t.programForm.partner(row);
  if (group !== 'award') return undefined;
  if (second === 'slots') return t.moneyForm.slots;
  const label = (t.moneyForm as unknown as Record<string, unknown>)[MONEY[second as keyof typeof MONEY] ?? second];
  return typeof label === 'string' ? label : undefined;
}
