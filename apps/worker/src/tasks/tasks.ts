import { TellOfMatches } from '@app/reminders/matches/tell-of-matches.js';
import { ReleaseDueNotices } from '@app/reminders/notices/release-due-notices.js';
import { PlanReminders } from '@app/reminders/plan-reminders.js';
import { ReleaseDueLetters } from '@app/reminders/release-due-letters.js';
import { RequeueLetters } from '@app/reminders/requeue-letters.js';
import type { Provider } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import type { UseCases } from '../routes.js';
import { extendPlanTask } from './extend-plan.task.js';
import { releaseDueLettersTask } from './release-due-letters.task.js';
import { releaseDueNoticesTask } from './release-due-notices.task.js';
import { requeueLettersTask } from './requeue-letters.task.js';
import type { Task } from './task.js';
import { tellNewMatchesTask } from './tell-new-matches.task.js';

/** Token of the list of all tasks: one line each. */
export const TASKS = Symbol('Tasks');

export const TASK_LIST: Provider = {
  provide: TASKS,
  inject: [ModuleRef],
  useFactory: (modules: ModuleRef): Task[] => {
    const use: UseCases = (type) => modules.get(type, { strict: false });
    return [
      extendPlanTask(use(PlanReminders)),
      tellNewMatchesTask(use(TellOfMatches)),
      releaseDueLettersTask(use(ReleaseDueLetters)),
      releaseDueNoticesTask(use(ReleaseDueNotices)),
      requeueLettersTask(use(RequeueLetters)),
    ];
  },
};
