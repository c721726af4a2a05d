import type { PlanReminders } from '@app/reminders/plan-reminders.js';
import type { Task } from './task.js';

export function extendPlanTask(plan: PlanReminders): Task {
  return {
    name: 'extend-plan',
    sentence: {
      de: 'Führt den Plan der Erinnerungen fort und gleicht ihn ab.',
      en: 'Carries the plan of reminders on and brings it in line.',
    },
    everySeconds: 6 * 60 * 60,
    run: (now) => plan.run({}, now),
  };
}
