import type { Locale } from '@app/kernel/locale.js';
import { EMPTY_SLOT } from './award-form.js';
import type { CallForm } from './call-form.js';
import { EMPTY_DEADLINE } from './deadline-form.js';
import { changeNested } from './nested-rule-change.js';
import { EMPTY_PARTNER, type PartnerForm } from './partner-form.js';
import { switchRule } from './rule-entry.js';
import { EMPTY_WAY } from './way-form.js';

/** Adds an empty row, or takes one away, as a button's value says: "add-way", "remove-deadline-1". */
function changed<Row>(rows: readonly Row[], action: string, row: string, empty: Row): readonly Row[] {
  if (action === `add-${row}`) return [...rows, empty];
  const removed = new RegExp(`^remove-${row}-(\\d+)$`).exec(action)?.[1];
  return removed === undefined ? rows : rows.filter((_, at) => at !== Number(removed));
}

export function changePartners(partners: readonly PartnerForm[], action: string): readonly PartnerForm[] {
  return changed(partners, action, 'partner', EMPTY_PARTNER);
}

/** How the rule is to be edited after "to-nested"; undefined for any other button. */
export function switchedTo(action: string): CallForm['ruleMode'] | undefined {
  return (['ways', 'nested', 'json'] as const).find((mode) => action === `to-${mode}`);
}

/** The form after a button that adds or removes a row, or changes how the rule is edited; any other action changes nothing. */
export function changeRows(form: CallForm, action: string, locale: Locale): CallForm {
  const mode = switchedTo(action);
  if (mode) return switchRule(form, mode, locale);
  return {
    ...form,
    ...(form.nested && { nested: changeNested(form.nested, action) }),
    ways: changed(form.ways, action, 'way', EMPTY_WAY),
    deadlines: changed(form.deadlines, action, 'deadline', EMPTY_DEADLINE),
    partners: changePartners(form.partners, action),
    award: { ...form.award, slots: changed(form.award.slots, action, 'slot', EMPTY_SLOT) },
  };
}

/** Whether a button only changes the form: nothing is saved then. */
export function isRowAction(action: string): boolean {
  return /^(add-|remove-|nested-|to-json$|to-ways$|to-nested$|refresh$|recalculate$)/.test(action);
}
