import { LEAD_UNITS, type LeadUnit } from '@app/deadlines/leads.js';
import { type CountedFrom, type LeadStep, MOST_LEAD } from '@app/deadlines/planning/lead-step.js';
import { inLocale, type Locale } from '@app/kernel/locale.js';
import { type Body, FaultBook, type FormFaults, isTicked, rowsOf, textOf } from '../editor/form-reading.js';

/** One row of the form, as entered: `steps.0.id`, `.name`, `.amount`, `.unit`, `.from` ("deadline", "sitting:council", "sitting:committee:Bau", "step:papers"), `.after`. */
export interface StepRow {
  id: string;
  name: string;
  amount: string;
  unit: LeadUnit;
  from: string;
  after: boolean;
}

export function originOf(from: CountedFrom): string {
  if (from.of === 'deadline') return 'deadline';
  if (from.of === 'step') return `step:${from.step}`;
  return `sitting:${from.kind}${from.name === undefined ? '' : `:${from.name}`}`;
}

export function fromOrigin(text: string): CountedFrom {
  const [of, second = '', ...rest] = text.split(':');
  if (of === 'step') return { of, step: second };
  if (of !== 'sitting') return { of: 'deadline' };
  const kind = second === 'committee' ? 'committee' : 'council';
  return { of, kind, ...(rest.length > 0 && { name: rest.join(':') }) };
}

export function stepRows(steps: readonly LeadStep[], locale: Locale): StepRow[] {
  return steps.map(({ id, name, amount, unit, from, afterSittings }) => ({
    id,
    name: inLocale(name, locale),
    amount: String(amount),
    unit,
    from: originOf(from),
    after: afterSittings ?? false,
  }));
}

export function readStepRows(body: Body): StepRow[] {
  return rowsOf(body, 'steps').map((prefix) => ({
    id: textOf(body, `${prefix}.id`),
    name: textOf(body, `${prefix}.name`),
    amount: textOf(body, `${prefix}.amount`),
    unit: LEAD_UNITS.find((unit) => unit === body[`${prefix}.unit`]) ?? 'days',
    from: textOf(body, `${prefix}.from`),
    after: isTicked(body, `${prefix}.after`),
  }));
}

/** A row without a name is none. What is stored keeps its id and the name in the other language. */
export function toSteps(
  rows: readonly StepRow[],
  stored: readonly LeadStep[],
  locale: Locale,
): { steps: LeadStep[] } | { faults: FormFaults } {
  const book = new FaultBook();
  const ids = new Set(rows.map(({ id }) => id));
  const steps = rows.flatMap((row, at): LeadStep[] => {
    if (row.name === '') return [];
    const amount = Number(row.amount);
    if (!/^\d{1,3}$/.test(row.amount) || amount > MOST_LEAD) book.add(`steps.${at}.amount`, 'not-a-whole-number', row.amount);
    if (row.name.length > 200) book.add(`steps.${at}.name`, 'too-long');
    const from = fromOrigin(row.from);
    const before = stored.find(({ id }) => id === row.id);
    const isSame = before && inLocale(before.name, locale) === row.name;
    const name = isSame ? before.name : { de: row.name, ...before?.name, [locale]: row.name };
    const id = row.id === '' ? freshId(row.name, ids) : row.id;
    return [{ id, name, amount, unit: row.unit, from, ...(row.after && from.of !== 'sitting' && { afterSittings: true }) }];
  });
  return book.isEmpty ? { steps } : { faults: book.faults };
}

/** "Kämmerei fragen" → "kaemmerei-fragen", with a number where that is taken. */
function freshId(name: string, taken: Set<string>): string {
  const plain = name.toLowerCase().replaceAll('ä', 'ae').replaceAll('ö', 'oe').replaceAll('ü', 'ue').replaceAll('ß', 'ss');
  const base =
    plain
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 50) || 'step';
  let id = base;
  for (let n = 2; taken.has(id); n++) id = `${base}-${n}`;
  taken.add(id);
  return id;
}
