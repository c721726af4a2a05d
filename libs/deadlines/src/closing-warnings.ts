import type { Localized } from '@app/kernel/locale.js';
import { type Catalogue, type Params, type Reason, textsOf } from '@app/kernel/reason.js';
import { fullDay } from '@app/kernel/words.js';
import type { Closing } from './closing.js';
import type { Deadline } from './deadline.js';
import { holidayRegion } from './holiday-region.js';
import { holidayName } from './holidays.js';
import { isWeekend, nextWorkingDay } from './working-days.js';

export type WarningCode = 'closes-on-weekend' | 'closes-on-holiday';

/**
 * Something to mind about a closing day. Parameters: `date` (the unshifted day), `weekday` (ISO: 1 Monday to 7 Sunday), `nextWorkingDay`,
 * `shifts` (whether the deadline moves there), for a holiday also `holidayDe` and `holidayEn`.
 */
export interface Warning extends Reason<WarningCode> {
  readonly text: Localized;
}

const dayParam = (params: Params, name: string) => Temporal.PlainDate.from(String(params[name]));

const nextDe = (params: Params) => {
  const next = fullDay(dayParam(params, 'nextWorkingDay'), 'de');
  return params.shifts
    ? `Es zählt der nächste Werktag: ${next}.`
    : `Die Frist verschiebt sich dadurch nicht. Nächster Werktag ist ${next}.`;
};
const nextEn = (params: Params) => {
  const next = fullDay(dayParam(params, 'nextWorkingDay'), 'en');
  return params.shifts ? `The next working day counts: ${next}.` : `The deadline does not move. The next working day is ${next}.`;
};

export const WARNING_TEXTS: Catalogue<WarningCode> = {
  de: {
    'closes-on-weekend': (params) => `Die Frist endet am Wochenende: ${fullDay(dayParam(params, 'date'), 'de')}. ${nextDe(params)}`,
    'closes-on-holiday': (params) =>
      `Die Frist endet an einem Feiertag (${params.holidayDe}): ${fullDay(dayParam(params, 'date'), 'de')}. ${nextDe(params)}`,
  },
  en: {
    'closes-on-weekend': (params) => `The deadline ends at the weekend: ${fullDay(dayParam(params, 'date'), 'en')}. ${nextEn(params)}`,
    'closes-on-holiday': (params) =>
      `The deadline ends on a public holiday (${params.holidayEn}): ${fullDay(dayParam(params, 'date'), 'en')}. ${nextEn(params)}`,
  },
};

/** About the day as the call names it, whatever the weekend rule makes of it. */
export function warningsAbout(closing: Closing, deadline: Deadline): Warning[] {
  const region = holidayRegion(deadline);
  const holiday = holidayName(closing.day, region);
  const weekend = isWeekend(closing.day);
  if (!weekend && holiday === undefined) return [];
  const params: Params = {
    date: closing.day.toString(),
    weekday: closing.day.dayOfWeek,
    nextWorkingDay: nextWorkingDay(closing.day, region).toString(),
    shifts: deadline.weekendRule === 'next_working_day',
  };
  const warnings: Warning[] = [];
  if (weekend) warnings.push(warning('closes-on-weekend', params));
  if (holiday) warnings.push(warning('closes-on-holiday', { ...params, holidayDe: holiday.de, holidayEn: holiday.en }));
  return warnings;
}

function warning(code: WarningCode, params: Params): Warning {
  return { code, params, text: textsOf(WARNING_TEXTS, { code, params }) };
}
