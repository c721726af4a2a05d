import type { SignedInPerson } from '@app/accounts/signed-in-person.js';
import type { Operation } from '@app/reminders/alarm/open-troubles.query.js';
import type { SuspendedAddress } from '@app/reminders/suspensions.query.js';
import type { Request } from 'express';

/** What is known of a request once identify.middleware.ts has looked at it. */
export interface AppRequest extends Request {
  /** Who is signed in, by token or by cookie. */
  actor?: SignedInPerson;
  /** Token of the session that said so; absent when an API token did. */
  session?: string;
  /** What the forms of a page send back: see csrf.ts. "" for a visitor who has no cookie yet. */
  csrf?: string;
  /** Somebody sent an API token that is not one: refused everywhere, so that a program learns of it. */
  hasInvalidToken?: boolean;
  /** Of pages for administrators: whether letters get out. */
  operation?: Operation;
  /** Of pages: addresses of whoever is signed in that get no letters any more. */
  suspensions?: readonly SuspendedAddress[];
}
