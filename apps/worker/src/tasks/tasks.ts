import { WatchOperation } from '@app/reminders/alarm/watch-operation.js';
import { TellOfMatches } from '@app/reminders/matches/tell-of-matches.js';
import { ReleaseDueNotices } from '@app/reminders/notices/release-due-notices.js';
import { TellOfSilence } from '@app/reminders/notices/tell-of-silence.js';
import { PlanReminders } from '@app/reminders/plan-reminders.js';
import { ReleaseDueLetters } from '@app/reminders/release-due-letters.js';
import { RequeueLetters } from '@app/reminders/requeue-letters.js';
import { TellOfUnheard } from '@app/reminders/unheard/tell-of-unheard.js';
import type { Provider } from '@nestjs/common';
import { extendPlanTask } from './extend-plan.task.js';
import { releaseDueLettersTask } from './release-due-letters.task.js';
import { releaseDueNoticesTask } from './release-due-notices.task.js';
import { requeueLettersTask } from './requeue-letters.task.js';
import type { Task } from './task.js';
import { tellNewMatchesTask } from './tell-new-matches.task.js';
import { tellOfUnheardTask } from './tell-of-unheard.task.js';
import { tellSilentFeedsTask } from './tell-silent-feeds.task.js';
import { watchOperationTask } from './watch-operation.task.js';

/** Token of the list of all tasks: one line each. */
export const TASKS = Symbol('Tasks');

/** What tasks run is injected, not looked up: a use case that Nest has not finished yet would be one without its collaborators. */
export const TASK_LIST: Provider = {
  provide: TASKS,
  inject: [
    PlanReminders,
    TellOfMatches,
    TellOfSilence,
    TellOfUnheard,
    ReleaseDueLetters,
    ReleaseDueNotices,
    RequeueLetters,
    WatchOperation,
  ],
  useFactory: (
    plan: PlanReminders,
    matches: TellOfMatches,
    silence: TellOfSilence,
    unheard: TellOfUnheard,
    letters: ReleaseDueLetters,
    notices: ReleaseDueNotices,
    requeue: RequeueLetters,
    watch: WatchOperation,
  ): Task[] => [
    extendPlanTask(plan),
    tellNewMatchesTask(matches),
    tellSilentFeedsTask(silence),
    tellOfUnheardTask(unheard),
    releaseDueLettersTask(letters),
    releaseDueNoticesTask(notices),
    requeueLettersTask(requeue),
    watchOperationTask(watch),
  ],
};
