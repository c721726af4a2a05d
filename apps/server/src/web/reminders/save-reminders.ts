import type { Actor } from '@app/kernel/actor.js';
import { FindReminderPreference } from '@app/reminders/find-preference.js';
import type { ReminderChoice, ReminderPreference } from '@app/reminders/preference.js';
import { SetReminderPreference } from '@app/reminders/set-preference.js';
import { Injectable } from '@nestjs/common';
import type { ReminderSettings } from './reminder-form.js';

/** Stores what the form says. What stays the same is not stored: a choice counts from the day it was made, and reminders before that are none. */
@Injectable()
export class SaveReminders {
  constructor(
    private readonly findPreference: FindReminderPreference,
    private readonly setPreference: SetReminderPreference,
  ) {}

  async run(actor: Actor, { on, leads, ...wishes }: ReminderSettings): Promise<void> {
    const before = await this.findPreference.run(actor, actor.id);
    // switched off without any lead ticked: those of before are there again when it is switched on
    const choice = { leads: leads.length === 0 ? before.leads : leads, ...wishes };
    if (!isSame(before, choice)) await this.setPreference.run(actor, actor.id, before.version, choice);
    if ((before.stoppedAt === null) !== on) await this.setPreference.setStopped(actor, actor.id, !on);
  }
}

function isSame(before: ReminderPreference, { leads, unit, about, frequency }: ReminderChoice): boolean {
  const isSameRest = before.unit === unit && before.about === about && before.frequency === frequency;
  return isSameRest && before.leads.join() === leads.join();
}
