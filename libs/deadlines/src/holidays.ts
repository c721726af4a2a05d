import type { Localized } from '@app/kernel/locale.js';
import Holidays from 'date-holidays';

/** The rules of date-holidays are kept for these years; for some calendars it does not come back at all from far outside them. */
const FIRST_YEAR = 1900;
const LAST_YEAR = 2199;
const DAY_IN_MS = 86_400_000;

type NamesByDay = ReadonlyMap<string, Localized>;
const NOTHING: NamesByDay = new Map();

// Filled on demand: an instance takes some 10 ms to make, a year as long to reckon. Both never change.
const instances = new Map<string, Holidays>();
const years = new Map<string, NamesByDay>();
const regions = new Set<string>();

/** Whether holidays of this region are known: "DE", "DE-BY", "DE-BY-A". */
export function isHolidayRegion(region: string): boolean {
  if (regions.has(region)) return true;
  const known = /^[A-Z]{2}(-[A-Z0-9]{1,8}){0,2}$/.test(region) && isListed(region);
  if (known) regions.add(region);
  return known;
}

function isListed(region: string): boolean {
  const [country, state, district] = region.split('-') as [string, string?, string?];
  const all = new Holidays();
  if (!Object.hasOwn(all.getCountries(), country)) return false;
  if (state === undefined) return true;
  if (!Object.hasOwn(all.getStates(country) ?? {}, state)) return false;
  return district === undefined || Object.hasOwn(all.getRegions(country, state) ?? {}, district);
}

/** The name of the public holiday on that day, if it is one. Without a region there are none. */
export function holidayName(day: Temporal.PlainDate, region: string | undefined): Localized | undefined {
  if (region === undefined || day.year < FIRST_YEAR || day.year > LAST_YEAR) return undefined;
  return holidaysOf(region, day.year).get(day.toString());
}

export function isHoliday(day: Temporal.PlainDate, region: string | undefined): boolean {
  return holidayName(day, region) !== undefined;
}

function holidaysOf(region: string, year: number): NamesByDay {
  const key = `${region}/${year}`;
  const known = years.get(key);
  if (known !== undefined) return known;
  const reckoned = isHolidayRegion(region) ? reckon(instanceOf(region), year) : NOTHING;
  years.set(key, reckoned);
  return reckoned;
}

function instanceOf(region: string): Holidays {
  const known = instances.get(region);
  if (known !== undefined) return known;
  const [country, state, district] = region.split('-') as [string, string?, string?];
  const made = new Holidays({ country, ...(state && { state }), ...(district && { region: district }) });
  instances.set(region, made);
  return made;
}

/** Only `public` ones, and the day as the library writes it: its `start` is an instant, in UTC the evening before. */
function reckon(holidays: Holidays, year: number): NamesByDay {
  const names = new Map<string, { de: string; en: string }>();
  for (const language of ['de', 'en'] as const) {
    for (const holiday of holidays.getHolidays(year, language)) {
      if (holiday.type !== 'public') continue;
      const first = Temporal.PlainDate.from(holiday.date.slice(0, 10));
      const length = Math.max(1, Math.round((holiday.end.getTime() - holiday.start.getTime()) / DAY_IN_MS));
      for (let offset = 0; offset < length; offset++) {
        const day = first.add({ days: offset }).toString();
        const known = names.get(day) ?? { de: holiday.name, en: holiday.name };
        names.set(day, { ...known, [language]: holiday.name });
      }
    }
  }
  return names;
}
