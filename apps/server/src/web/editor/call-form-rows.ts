import type { Criterion } from '@app/eligibility/criterion.js';
import { parseCriterion } from '@app/eligibility/parse-criterion.js';
import type { Locale } from '@app/kernel/locale.js';
import { EMPTY_SLOT } from './award-form.js';
import type { CallForm } from './call-form.js';
import { EMPTY_DEADLINE } from './deadline-form.js';
import { FaultBook } from './form-reading.js';
import { EMPTY_PARTNER, type PartnerForm } from './partner-form.js';
import { EMPTY_WAY, ruleToWays, waysToRule } from './way-form.js';

/** Adds an empty row, or takes one away, as a button's value says: "add-way", "remove-deadline-1". */
function changed<Row>(rows: readonly Row[], action: string, row: string, empty: Row): readonly Row[] {
  if (action === `add-${row}`) return [...rows, empty];
  const removed = new RegExp(`^remove-${row}-(\\d+)$`).exec(action)?.[1];
  return removed === undefined ? rows : rows.filter((_, at) => at !== Number(removed));
}

export function changePartners(partners: readonly PartnerForm[], action: string): readonly PartnerForm[] {
  return changed(partners, action, 'partner', EMPTY_PARTNER);
}

function asJson(form: CallForm): CallForm {
  const rule = waysToRule(new FaultBook(), form.ways);
  return { ...form, ruleMode: 'json', rule: JSON.stringify(rule, null, 2) };
}

/** Back to the ways where they can show the rule; else it stays as it is. */
function asWays(form: CallForm, locale: Locale): CallForm {
  let rule: unknown;
  try {
    rule = JSON.parse(form.rule);
  } catch {
    return form;
  }
  const read: Criterion | undefined = parseCriterion(rule, '/rule').criterion;
  const ways = read && ruleToWays(read, locale);
  return ways ? { ...form, ruleMode: 'ways', ways, rule: '' } : form;
}

/** The form after a button that adds or removes a row, or changes how the rule is edited; any other action changes nothing. */
export function changeRows(form: CallForm, action: string, locale: Locale): CallForm {
  if (action === 'to-json') return asJson(form);
  if (action === 'to-ways') return asWays(form, locale);
  return {
    ...form,
    ways: changed(form.ways, action, 'way', EMPTY_WAY),
    deadlines: changed(form.deadlines, action, 'deadline', EMPTY_DEADLINE),
    partners: changePartners(form.partners, action),
    award: { ...form.award, slots: changed(form.award.slots, action, 'slot', EMPTY_SLOT) },
  };
}

/** Whether a button only changes the form: nothing is saved then. */
export function isRowAction(action: string): boolean {
  return /^(add-|remove-|to-json$|to-ways$|refresh$|recalculate$)/.test(action);
}
