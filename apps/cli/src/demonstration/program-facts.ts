import type { Deadline, Schedule } from '@app/deadlines/deadline.js';
import { nextWorkingDay } from '@app/deadlines/working-days.js';
import type { Criterion } from '@app/eligibility/criterion.js';
import type { Award } from '@app/funding/award.js';
import type { CallSource } from '@app/funding/call.js';
import type { ProgramContent } from '@app/funding/program.js';
import type { Localized } from '@app/kernel/locale.js';
import type { Money } from '@app/kernel/money.js';

/** One round of a programme of the demonstration, as facts. */
export interface RoundFacts {
  /** With the programme's title it names the round; a second seeding finds it by that. */
  readonly round: string;
  /** Day of the announcement: known, or a plausible one. It is published then, or at the seeding if that is earlier. */
  readonly announcedOn: string;
  readonly title?: Localized;
  readonly summary?: Localized;
  readonly rule: Criterion;
  readonly deadlines: readonly Deadline[];
  readonly award: Award;
  readonly source?: CallSource;
  /** Official keys of those chosen. */
  readonly winners?: readonly string[];
}

/** A programme of the demonstration; each round follows on the one before it. `today` is the day of the seeding. */
export interface ProgramFacts extends ProgramContent {
  readonly title: Localized;
  rounds(today: Temporal.PlainDate): readonly RoundFacts[];
}

/** 60000 → "60000.00 EUR". */
export function euros(amount: number): Money {
  return { amount: `${amount}.00`, currency: 'EUR' };
}

/** A deadline after which it is too late; German time where nothing else is said. */
export function strictDeadline(stage: string, schedule: Schedule, zone = 'Europe/Berlin'): Deadline {
  return { stage, zone, effect: 'excludes', schedule };
}

/** The first working day that lies at least so many days ahead: invented rounds close on a day on which somebody works. */
export function workingDayIn(days: number, today: Temporal.PlainDate): string {
  return nextWorkingDay(today.add({ days: days - 1 }), 'DE').toString();
}

/** Named as invented wherever it is shown. */
export const EXAMPLE_ROUND = 'Beispielrunde';
export const exampleTitle = (title: Localized): Localized => ({ de: `${title.de}, Beispielrunde`, en: `${title.en}, example round` });
