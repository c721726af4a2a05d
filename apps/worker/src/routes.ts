import { RunRegisterImport } from '@app/authorities/run-register-import.js';
import { RematchAll } from '@app/matching/rematch-all.js';
import { RematchCall } from '@app/matching/rematch-call.js';
import type { JobData, Queue } from '@app/persistence/jobs.js';
import { PlanReminders } from '@app/reminders/plan-reminders.js';
import { type Attempt, SendLetter } from '@app/reminders/send-letter.js';
import { DeliverWebhook } from '@app/webhooks/deliver-webhook.js';
import { TellCallChanges } from '@app/webhooks/tell-call-changes.js';
import { TellMatchChanges } from '@app/webhooks/tell-match-changes.js';
import type { Type } from '@nestjs/common';

/** What comes with an event: the time, read once from the Clock, and whether the queue will try again. */
export interface Occasion {
  readonly now: Temporal.Instant;
  readonly attempt: Attempt;
}

/** Gives the use case of a class. */
export type UseCases = <UseCase>(type: Type<UseCase>) => UseCase;
export type Route<Data> = (use: UseCases, data: Data, occasion: Occasion) => Promise<unknown>;

/** One after the other; a failure lets the queue begin again with the first, which by then has nothing left to do. */
const inTurn = async (...steps: readonly (() => Promise<unknown>)[]): Promise<void> => {
  for (const step of steps) await step();
};

/** This event, that use case: the only routing table. Each may come twice for the same event. */
export const ROUTES: { readonly [Name in Queue]: Route<JobData[Name]> } = {
  'call-changed': (use, { callId }, { now }) =>
    inTurn(
      () => use(RematchCall).run(callId),
      () => use(TellCallChanges).run(callId, now),
    ),
  'authorities-changed': (use) => use(RematchAll).run(),
  'matches-changed': (use, { callId }, { now }) =>
    inTurn(
      () => use(PlanReminders).run({ callId }, now),
      () => use(TellMatchChanges).run(callId, now),
    ),
  'recipients-changed': (use, { personId }, { now }) => use(PlanReminders).run({ personId }, now),
  'register-import': (use, { importId }) => use(RunRegisterImport).run(importId),
  'send-letter': (use, { letterId }, { now, attempt }) => use(SendLetter).run(letterId, now, attempt),
  'deliver-webhook': (use, { deliveryId }, { now, attempt }) => use(DeliverWebhook).run(deliveryId, now, attempt),
};

/** Jobs of a queue that one process works on at once, where it is more than one: as many letters as the mailer has connections. */
export const CONCURRENCY: Readonly<Partial<Record<Queue, number>>> = { 'send-letter': 5, 'deliver-webhook': 5 };
