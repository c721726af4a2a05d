import { RunRegisterImport } from '@app/authorities/run-register-import.js';
import { RematchAll } from '@app/matching/rematch-all.js';
import { RematchCall } from '@app/matching/rematch-call.js';
import type { JobData, Queue } from '@app/persistence/jobs.js';
import { TellOfChanges } from '@app/reminders/notices/tell-of-changes.js';
import { TellOfOutcomes } from '@app/reminders/notices/tell-of-outcomes.js';
import { PlanReminders } from '@app/reminders/plan-reminders.js';
import { SendLetter } from '@app/reminders/send-letter.js';
import { DeliverWebhook } from '@app/webhooks/deliver-webhook.js';
import { TellCallChanges } from '@app/webhooks/tell-call-changes.js';
import { TellMatchChanges } from '@app/webhooks/tell-match-changes.js';
import type { Type } from '@nestjs/common';

/** What comes with an event: the time, read once from the Clock. */
export interface Occasion {
  readonly now: Temporal.Instant;
}

/** Gives the use case of a class. */
export type UseCases = <UseCase>(type: Type<UseCase>) => UseCase;
export type Route<Data> = (use: UseCases, data: Data, occasion: Occasion) => Promise<unknown>;

/** This event, that use case: the only routing table. Each may come twice for the same event. */
export const ROUTES: { readonly [Name in Queue]: Route<JobData[Name]> } = {
  'call-changed': async (use, { callId }, { now }) => {
    await use(RematchCall).run(callId);
    await use(TellOfChanges).run(callId, now);
    await use(TellCallChanges).run(callId, now);
  },
  'authorities-changed': (use) => use(RematchAll).run(),
  'matches-changed': async (use, { callId }, { now }) => {
    await use(PlanReminders).run({ callId }, now);
    await use(TellOfOutcomes).run(callId, now);
    await use(TellMatchChanges).run(callId, now);
  },
  'recipients-changed': (use, { personId }, { now }) => use(PlanReminders).run({ personId }, now),
  'register-import': (use, { importId }) => use(RunRegisterImport).run(importId),
  'send-letter': (use, letter, { now }) => use(SendLetter).run(letter, now),
  'deliver-webhook': (use, { deliveryId }, { now }) => use(DeliverWebhook).run(deliveryId, now),
};

/** How a process takes jobs from a queue. */
export interface Pace {
  /** Jobs that are fetched together. */
  readonly batch: number;
  /** Fetchers, so that one has jobs while the other's last ones are being done. */
  readonly fetchers: number;
  /** Jobs that are worked on at the same time. */
  readonly atOnce: number;
  /** New ones begin when so many places are free; absent: each as soon as there is one. */
  readonly together?: number;
}

export const PACE: Readonly<Partial<Record<Queue, Pace>>> = {
  // Some begin together and share their claim, while as many before them are still on their way; SendLetter ends them one at a time.
  'send-letter': { batch: 20, fetchers: 2, atOnce: 20, together: 10 },
  // One import may take a minute: none waits behind another until its time is over.
  'register-import': { batch: 1, fetchers: 1, atOnce: 1 },
  // One receiver that does not answer must not hold up the others.
  'deliver-webhook': { batch: 1, fetchers: 5, atOnce: 5 },
};
/** Worked on one after the other. A few are fetched together: pg-boss looks again at once only after a full batch of several, else after a second. */
export const ONE_BY_ONE: Pace = { batch: 5, fetchers: 1, atOnce: 1 };
