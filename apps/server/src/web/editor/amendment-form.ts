import type { DeadlineForm } from './deadline-form.js';

/** What a button of the page does to the entries: "exhausted", "reopen", "take-back"; any other leaves them as they are. */
export function afterStep(form: DeadlineForm, step: string): DeadlineForm {
  switch (step) {
    case 'exhausted':
      return { ...rolling(form), untilExhausted: true, exhausted: true };
    case 'reopen':
      return { ...form, exhausted: false };
    case 'take-back':
      return { ...form, kind: 'unannounced' };
    default:
      return form;
  }
}

/** Money that is used up ends a call before its day: the day stays as the latest one. */
function rolling(form: DeadlineForm): DeadlineForm {
  if (form.kind === 'rolling' || form.kind === 'fixed') return { ...form, kind: 'rolling' };
  return { ...form, kind: 'rolling', closes: '', time: '' };
}
